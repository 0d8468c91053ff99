import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/model/finding.ts';
import { beginRecord, type ImageRecord } from '../../../../src/model/image-record.ts';
import { judge } from '../../../../src/model/policy.ts';
import { sarifOf } from '../../../../src/steps/wait/evidence/sarif.ts';
import { details } from '../../../support/builders.ts';
import { finding, findings, policy } from '../../../support/findings.ts';
import { problemsOfSarif, type SarifLog } from '../../../support/sarif.ts';

function judged(blocking: readonly Finding[], name = 'firmware.bin', imageId = 'image-1') {
  const judgement = judge(blocking, [policy({ threshold: 'any' })]);
  return { ...beginRecord(imageId), judgement, details: details({ name }) };
}

/** The file, which must be valid, and how much does not fit. */
function write(records: readonly ImageRecord[], mostBytes?: number) {
  const sarif = sarifOf(records, mostBytes);
  if (sarif === undefined || 'unnamed' in sarif) return expect.fail('no file');
  const text = [...sarif.parts].join('');
  expect(problemsOfSarif(text)).toEqual([]);
  return { text, log: JSON.parse(text) as SarifLog, left: sarif.left };
}

function read(...records: readonly ImageRecord[]): SarifLog {
  return write(records).log;
}

function resultOf(given: Partial<Finding>) {
  const [run] = read(judged([finding(given)])).runs;
  const [result] = run?.results ?? [];
  return { rule: run?.tool.driver.rules[0], ...result };
}

describe('a SARIF file', () => {
  it('has a run per image, with the name of the tool and a category of its own', () => {
    const { version, runs } = read(
      judged([finding()]),
      judged([finding({ id: 'other' })], 'boot/loader.bin', 'image-2'),
    );
    expect(version).toBe('2.1.0');
    expect(runs.map(({ automationDetails }) => automationDetails.id)).toEqual([
      'binarly/firmware.bin/',
      'binarly/boot/loader.bin/',
    ]);
    expect(new Set(runs.map(({ tool }) => tool.driver.name))).toEqual(
      new Set(['Binarly Transparency Platform']),
    );
  });

  it('has exactly one location and one stable fingerprint for each finding', () => {
    const result = resultOf({ id: 'finding-7' });
    expect(result.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'firmware.bin' },
          region: { startLine: 1 },
        },
      },
    ]);
    expect(result.partialFingerprints).toEqual({ 'binarlyFindingId/v1': 'finding-7' });
  });

  it.each([
    ['critical', '9.5', 'error'],
    ['high', '8.0', 'error'],
    ['medium', '5.5', 'warning'],
    ['low', '2.0', 'note'],
    ['unspecified', '0.0', 'note'],
    ['informational', '0.0', 'note'],
    ['catastrophic', '9.5', 'error'],
    [undefined, '9.5', 'error'],
  ])('grades the severity %s as %s and %s', (severity, score, level) => {
    const { rule, level: given } = resultOf({ severity });
    expect(rule?.properties).toEqual({ tags: ['security'], 'security-severity': score });
    expect([given, rule?.defaultConfiguration.level]).toEqual([level, level]);
  });

  it.each([
    [
      'its CVE',
      [
        { brly: 'BRLY-1', ghsa: 'GHSA-1' },
        { cve: 'CVE-1', osv: 'OSV-1' },
      ],
      'CVE-1',
    ],
    ['else its BRLY', [{ osv: 'OSV-1', brly: 'BRLY-1', ghsa: 'GHSA-1' }], 'BRLY-1'],
    ['else its GHSA', [{ osv: 'OSV-1', ghsa: 'GHSA-1' }], 'GHSA-1'],
    ['else its OSV', [{ osv: 'OSV-1', gsd: 'GSD-1' }], 'OSV-1'],
    ['else its type', [{ gsd: 'GSD-1' }], 'knownVulnerability'],
    ['else its type if a name is not printable', [{ cve: '\u0000' }], 'knownVulnerability'],
  ])('names the rule of a finding by %s', (_, identifiers, id) => {
    const { ruleId, rule } = resultOf({ identifiers });
    expect([ruleId, rule?.id]).toEqual([id, id]);
  });

  it('has a rule for a finding without identifiers and type', () => {
    expect(resultOf({ identifiers: [], type: undefined }).ruleId).toBe('uncategorized');
  });

  it('has a rule once, as grave as the worst of its findings', () => {
    const [run] = read(
      judged([
        finding({ id: 'a', severity: 'low' }),
        finding({ id: 'b', severity: undefined }),
        finding({ id: 'c', identifiers: [{ cve: 'CVE-2' }] }),
      ]),
    ).runs;
    const rules = run?.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id).sort()).toEqual(['CVE-2', 'CVE-2024-0001']);
    for (const { ruleId, ruleIndex } of run?.results ?? [])
      expect(rules[ruleIndex]?.id).toBe(ruleId);
    const shared = rules.find(({ id }) => id === 'CVE-2024-0001');
    expect(shared?.properties['security-severity']).toBe('9.5');
  });

  it.each([
    [{ displayName: 'Heap overflow' }, 'Heap overflow in openssl'],
    [{ knownFixedVersion: '3.0.14' }, 'CVE-2024-0001 in openssl, fixed in 3.0.14'],
    [{ name: undefined, componentName: undefined }, 'finding-1'],
    [{ displayName: '[x](https://evil) {0}' }, '[x] (https://evil) {{0}} in openssl'],
    [{ displayName: 'a\n##[error]b' }, 'a # #[error]b in openssl'],
  ])('says of %j: %s', (given, text) => {
    expect(resultOf(given).message).toEqual({ text });
  });

  it('is empty of results, but there, if nothing blocks: that closes the alerts', () => {
    expect(read(judged([])).runs).toMatchObject([{ results: [], tool: { driver: { rules: [] } } }]);
  });

  it.each([
    ['without any image', []],
    ['unless the only image was judged', [beginRecord('image-1')]],
    ['unless every image was judged', [judged([finding()]), beginRecord('image-2')]],
  ])('does not exist %s', (_, records) => {
    expect(sarifOf(records)).toBeUndefined();
  });

  it('does not exist without the name of each image, because its alerts would never close', () => {
    const unnamed = { ...judged([finding()], 'x', 'image-2'), details: undefined };
    expect(sarifOf([judged([finding()]), unnamed])).toEqual({ unnamed: ['image-2'] });
  });

  it('keeps the categories of equal names whichever image has findings', () => {
    const categories = (...counts: readonly number[]) =>
      new Map(
        read(...counts.map((count, index) => judged(findings(count), 'a', `${index}`))).runs.map(
          ({ automationDetails, results }) => [automationDetails.id, results.length],
        ),
      );
    expect(categories(0, 2)).toEqual(
      new Map([
        ['binarly/a/', 0],
        ['binarly/a (2)/', 2],
      ]),
    );
    expect(categories(2, 0)).toEqual(
      new Map([
        ['binarly/a/', 2],
        ['binarly/a (2)/', 0],
      ]),
    );
  });

  it('has distinct categories for images of one name', () => {
    const { runs } = read(
      judged([], 'a', '1'),
      judged([], 'a (2)', '2'),
      judged([], 'a', '3'),
      judged([], 'a', '4'),
    );
    expect(runs.map(({ automationDetails }) => automationDetails.id)).toEqual([
      'binarly/a/',
      'binarly/a (2)/',
      'binarly/a (3)/',
      'binarly/a (4)/',
    ]);
  });
});

describe('the location of an image', () => {
  function uriOf(name: string, imageId?: string): string {
    const [run] = read(judged([finding()], name, imageId)).runs;
    return run?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri ?? '';
  }

  it.each([
    ['my firmware (1).bin', 'my%20firmware%20%281%29.bin'],
    ['boot/loader.bin', 'boot/loader.bin'],
    ['/etc/passwd', 'etc/passwd'],
    ['../../etc/./passwd', 'etc/passwd'],
    ['https://evil.example/x', 'https%3A/evil.example/x'],
    ['C:\\firmware.bin', 'C%3A%5Cfirmware.bin'],
    ['ファーム', '%E3%83%95%E3%82%A1%E3%83%BC%E3%83%A0'],
    ["it's?a=b#c", 'it%27s%3Fa%3Db%23c'],
    ['', 'image-1'],
    ['..', 'image-1'],
    ['\u0000', 'image-1'],
  ])('of the name %j is %s', (name, uri) => {
    expect(uriOf(name)).toBe(uri);
  });

  it('is never empty', () => {
    expect(uriOf('', '..')).toBe('image');
  });

  it('stays in its folder, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        const uri = uriOf(name);
        expect(uri).toMatch(/^[\w.~%/-]+$/);
        expect(new URL(uri, 'https://x.example/a/').href).toBe(`https://x.example/a/${uri}`);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the limits of code scanning', () => {
  it('leave the worst 5,000 findings of an image', () => {
    const all = [
      ...findings(4_000, { severity: 'low' }),
      ...findings(3_000, { severity: 'critical' }).map((it) => ({ ...it, id: `c-${it.id}` })),
    ];
    const { left, log } = write([judged(all)]);
    expect(left).toEqual({ findings: 2_000, images: 0 });
    const [run] = log.runs;
    const levels = run?.results.map(({ level }) => level) ?? [];
    expect(levels.filter((level) => level === 'error')).toHaveLength(3_000);
    expect(levels).toHaveLength(5_000);
  });

  it('leave 20 images, those with findings first', () => {
    const clean = Array.from({ length: 20 }, (_, index) => judged([], `clean-${index}`));
    const { left, log } = write([...clean, judged([finding()], 'bad')]);
    expect(left).toEqual({ findings: 0, images: 1 });
    const { runs } = log;
    expect(runs).toHaveLength(20);
    expect(runs[0]?.automationDetails.id).toBe('binarly/bad/');
  });

  it('leave what fits in the room for the compressed file', () => {
    const names = (image: number) =>
      findings(2_000).map((it, index) => ({ ...it, displayName: hash(`${image} ${index}`) }));
    const records = [judged(names(0), 'a'), judged(names(1), 'b'), judged([finding()], 'c')];
    const { text, log, left } = write(records, 100_000);
    expect(left.findings).toBeGreaterThan(0);
    expect(gzipSync(text).length).toBeLessThanOrEqual(100_000);
    const { runs } = log;
    for (const { results } of runs) expect(results.length).toBeGreaterThan(0);
    expect(write(records).left.findings).toBe(0);
  });

  it('count what stands in a rule and in its results, far apart, as often', () => {
    const all = findings(2_000).map((it, index) => {
      const name = hash(`${index}`);
      return { ...it, displayName: name, identifiers: [{ brly: `BRLY-${name.slice(0, 20)}` }] };
    });
    const { text, left } = write([judged(all)], 120_000);
    expect(left.findings).toBeGreaterThan(0);
    expect(gzipSync(text).length).toBeLessThanOrEqual(120_000);
    expect(gzipSync(text).length).toBeGreaterThan(80_000);
  });

  it('count the location of each finding, however long it is', () => {
    const long = judged(findings(5_000), 'ü'.repeat(200));
    const { text, left } = write([long], 25_000);
    expect(left.findings).toBeGreaterThan(0);
    expect(gzipSync(text).length).toBeLessThanOrEqual(25_000);
  });
});

/** Text that does not compress. */
function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
