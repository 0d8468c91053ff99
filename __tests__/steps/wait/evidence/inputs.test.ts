import { describe, expect, it } from 'vitest';
import { problems, read } from '../../../inputs/read.ts';

function reports(text: string): unknown {
  const inputs = read({ reports: text });
  return inputs.ok ? inputs.settings.reports : inputs.problems;
}

describe('reports', () => {
  it.each([
    ['', []],
    ['sbom-spdx', ['sbom-spdx']],
    ['findings-pdf, SBOM-CycloneDX', ['sbom-cyclonedx', 'findings-pdf']],
    [
      'vex-openvex\nvex-cyclonedx\r\n\n cbom-cyclonedx,',
      ['cbom-cyclonedx', 'vex-openvex', 'vex-cyclonedx'],
    ],
    ['findings-json,findings-json', ['findings-json']],
  ])('%j are %j', (text, names) => {
    expect(reports(text)).toEqual(names);
  });

  it.each([
    ['sbom', '"sbom" is unknown'],
    ['sbom,pdf,sbom', '"sbom" and "pdf" are unknown'],
  ])('%j are a problem that shows what there is', (text, start) => {
    expect(problems({ reports: text })).toEqual([
      `reports: ${start}: use sbom-cyclonedx, sbom-spdx, cbom-cyclonedx, vex-openvex, ` +
        'vex-cyclonedx, findings-json or findings-pdf, separated by commas',
    ]);
  });

  it('cannot be combined with a deferred wait', () => {
    const given = { reports: 'sbom-spdx', 'on-timeout': 'defer', 'github-token': 'any' };
    expect(problems(given)).toEqual([
      'reports: cannot be combined with `on-timeout: defer`: remove one of the two',
    ]);
  });
});
