import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { beginRecord, type ImageRecord } from '../../src/model/image-record.ts';
import { type ImagePolicy, judge } from '../../src/model/policy.ts';
import { findingsParts } from '../../src/report/findings-tables.ts';
import { describeBlocking, describeJudgement } from '../../src/report/findings-words.ts';
import { findingsFile } from '../../src/steps/wait/findings-file.ts';
import { finding, findings, policy } from '../support/findings.ts';

function judged(
  list: readonly Finding[],
  given: ImagePolicy = policy(),
  imageId = 'image-1',
): ImageRecord {
  return { ...beginRecord(imageId), judgement: judge(list, [given]) };
}
function partsOf(...records: readonly ImageRecord[]): readonly string[] {
  return findingsParts(records, 100_000);
}
function blocking(list: readonly Finding[], given: ImagePolicy): string {
  return describeBlocking(judge(list, [given]), given);
}

describe('the sentence', () => {
  const mixed = [
    finding({ id: 'a', severity: 'critical' }),
    finding({ id: 'b' }),
    finding({ id: 'c' }),
    finding({ id: 'd', severity: 'low', isKev: true }),
  ];

  const WORST = 'the worst is CVE-2024-0001 in openssl';

  it('says how many findings block, how bad they are, and which is the worst', () => {
    expect(blocking(mixed, policy())).toBe(`3 findings block (1 critical, 2 high; ${WORST})`);
    expect(blocking(mixed.slice(0, 1), policy())).toBe(
      '1 finding blocks (critical: CVE-2024-0001 in openssl)',
    );
  });

  it('counts what the policy blocks', () => {
    expect(blocking(mixed, policy({ threshold: 'any' }))).toBe(
      `4 findings block (1 critical, 2 high, 1 low; ${WORST})`,
    );
    expect(blocking(mixed, policy({ failOnKev: true }))).toBe(
      `4 findings block (1 critical, 2 high, 1 low; 1 in CISA KEV; ${WORST})`,
    );
    expect(blocking(mixed, policy({ threshold: 'none', failOnKev: true }))).toBe(
      '1 finding blocks (low, in CISA KEV: CVE-2024-0001 in openssl)',
    );
    const fresh = mixed.map((it) => ({ ...it, side: 'right' as const }));
    const given = policy({ baselineImageId: 'image-0' });
    expect(blocking(fresh, given)).toBe(`3 new findings block (1 critical, 2 high; ${WORST})`);
    expect(blocking(fresh.slice(0, 1), given)).toBe(
      '1 new finding blocks (critical: CVE-2024-0001 in openssl)',
    );
  });

  it('calls a finding by the name that people know', () => {
    const called = (overrides: Partial<Finding>) =>
      blocking([finding({ componentName: undefined, ...overrides })], policy());
    const identifiers = [{}, { gsd: 'GSD-1' }, { osv: 'OSV-1' }];
    expect(called({ identifiers })).toBe('1 finding blocks (high: OSV-1)');
    expect(called({ identifiers: [{ ghsa: 'GHSA-1', osv: 'OSV-1' }] })).toBe(
      '1 finding blocks (high: GHSA-1)',
    );
    expect(called({ identifiers: [{ brly: 'BRLY-1', ghsa: 'GHSA-1' }] })).toBe(
      '1 finding blocks (high: BRLY-1)',
    );
    expect(called({ identifiers: [], displayName: 'Heap overflow' })).toBe(
      '1 finding blocks (high: Heap overflow)',
    );
    expect(called({ identifiers: [] })).toBe('1 finding blocks (high: CVE-2024-0001)');
    expect(called({ identifiers: [], name: undefined })).toBe('1 finding blocks (high: finding-1)');
  });

  it('keeps a name from outside short and plain', () => {
    const hostile = `\n::error::##[x] \`id\` ${'x'.repeat(100)}`;
    const list = [finding({ identifiers: [{ cve: hostile }], componentName: hostile })];
    expect(blocking(list, policy())).toBe(
      `1 finding blocks (high: : :error::# #[x]  id  ${'x'.repeat(38)}… in ` +
        `: :error::# #[x]  id  ${'x'.repeat(18)}…)`,
    );
  });

  it('says what blocks because it is unknown', () => {
    const unknown = [finding({ severity: undefined }), finding({ id: 'b', status: 'triaged' })];
    expect(blocking(unknown, policy())).toBe(
      `2 findings block (1 high, 1 of unknown severity, which counts as critical; ${WORST}), ` +
        'and the status of 1 is unknown',
    );
    expect(blocking(unknown.slice(0, 1), policy())).toBe(
      '1 finding blocks (of unknown severity, which counts as critical: CVE-2024-0001 in openssl)',
    );
  });

  it('says in the log what is open, and that nothing blocks', () => {
    const clause = (list: readonly Finding[], given = policy()) =>
      describeJudgement(judge(list, [given]), given);
    expect(clause(mixed)).toBe('4 open findings; 3 findings block: 1 critical, 2 high');
    expect(clause(findings(1, { severity: 'low' }))).toBe('1 open finding, none blocks');
    expect(clause([], policy({ baselineImageId: 'image-0', threshold: 'any' }))).toBe(
      '0 open findings, no new one blocks',
    );
  });
});

describe('the part of the summary', () => {
  it('is empty for an image that was not judged', () => {
    expect(partsOf(beginRecord('image-1'))).toEqual([]);
  });

  it('has the version with the fix if the API names one', () => {
    const [part = ''] = partsOf(judged([finding({ knownFixedVersion: '3.0.9' })]));
    expect(part).toContain('| Severity | Finding | Component | Fixed in |');
    expect(part).toMatch(/\| 3&#46;0&#46;9 \|/);
  });

  it('counts open findings by severity, without rows of zeros, and lists those that block', () => {
    const list = [
      finding({ displayName: 'Heap overflow', isKev: true }),
      finding({
        id: 'b',
        name: undefined,
        severity: 'low',
        componentName: undefined,
        identifiers: [],
      }),
    ];
    const [part] = partsOf(judged(list, policy({ threshold: 'low' })));
    expect(part).toBe(
      [
        '| Severity | Open |',
        '|---|---:|',
        '| high | 1 |',
        '| low | 1 |',
        '',
        'Blocking findings:',
        '',
        '| Severity | Finding | Component |',
        '|---|---|---|',
        '| high<br>known exploited | Heap overflow<br>CVE&#45;2024&#45;0001 | openssl |',
        '| low | b | – |',
      ].join('\n'),
    );
  });

  it('shows new, unchanged and resolved findings with a baseline', () => {
    const list = [
      finding({ id: 'a', side: 'right', severity: 'low' }),
      finding({ id: 'b', side: 'both', severity: 'low' }),
      finding({ id: 'c', side: 'left', severity: 'low' }),
      finding({ id: 'd', side: 'left', severity: 'low' }),
    ];
    const [part = ''] = partsOf(judged(list, policy({ baselineImageId: 'image-0' })));
    expect(part).toContain(
      '| Severity | Open | New | Unchanged | Resolved |\n|---|---:|---:|---:|---:|',
    );
    expect(part).toContain('| low | 2 | 1 | 1 | 2 |');
    expect(part).not.toContain('locking');
  });

  it('has no table if nothing is open', () => {
    expect(partsOf(judged([]))).toEqual([]);
  });

  it('says what blocks because it is unknown', () => {
    const list = [finding({ severity: 'banana' }), finding({ id: 'b', status: undefined })];
    const [part] = partsOf(judged(list));
    expect(part).toContain('| other | 1 |');
    expect(part).toContain(
      'Findings that block because something about them is unknown: 1 of unknown severity, 1 of unknown status.',
    );
  });

  it('shows twenty of many, and says where the others are', () => {
    const [part = ''] = partsOf(judged(findings(21)));
    expect(part).toContain('The 20 worst of the 21 blocking findings:');
    expect(part.match(/^\| high \| CVE/gm)).toHaveLength(20);
    expect(part).toContain('The file in the output `findings-file` has all of them.');
    expect(partsOf(judged(findings(20)))[0]).not.toContain('findings-file');
  });

  it('shows three identifiers of a finding, one name of each', () => {
    const identifiers = [
      { cve: 'A', brly: 'a' },
      { brly: 'B' },
      { ghsa: 'C' },
      { osv: 'D' },
      { gsd: 'E' },
      {},
    ];
    const [part] = partsOf(judged([finding({ identifiers })]));
    expect(part).toContain('<br>A, B, C and 2 more |');
  });

  it('does not repeat an identifier that is the name of the finding', () => {
    const [part] = partsOf(judged([finding({ name: 'A', identifiers: [{ cve: 'A' }] })]));
    expect(part).toContain('| high | A | openssl |');
    const both = [{ cve: 'A' }, { ghsa: 'B' }];
    const [other] = partsOf(judged([finding({ name: 'A', identifiers: both })]));
    expect(other).toContain('| high | A<br>B | openssl |');
  });

  it('says that a finding is known to be exploited even if it has no severity', () => {
    const [part] = partsOf(judged([finding({ severity: undefined, isKev: true })]));
    expect(part).toContain('| –<br>known exploited |');
  });

  it('heads each part with its image if there are several, and leaves out those that pass', () => {
    const parts = partsOf(
      judged([finding()], policy(), 'image-1'),
      judged([], policy(), 'image-2'),
      beginRecord('image-3'),
    );
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatch(/^Findings in image <code>image&#45;1<\/code>:\n\n\| Severity/);
  });

  it('stays under 200 kB with 6,000 blocking findings, and with hundreds of images', () => {
    const long = { displayName: '<'.repeat(1000), componentName: '<'.repeat(1000) };
    const one = partsOf(judged(findings(6_000, long)));
    expect(Buffer.byteLength(one.join('\n\n'))).toBeLessThan(100_000);
    const images = Array.from({ length: 300 }, (_, index) =>
      judged(findings(30, long), policy(), `image-${index}`),
    );
    const many = partsOf(...images);
    expect(Buffer.byteLength(many.join('\n\n'))).toBeLessThan(100_200);
    expect(many.at(-1)).toMatch(/^The findings of \d+ more images are only in the output/);
    const withoutFile = findingsParts(images, 100_000, false);
    expect(withoutFile.at(-1)).toMatch(/^The findings of \d+ more images are not shown\.$/);
  });

  it('renders nothing that comes from outside', () => {
    const hostile =
      '| [x](https://evil.example) ![x](y) <b>x</b> `x` **x** @x\n# x www.evil.example';
    const list = [
      finding({
        displayName: hostile,
        componentName: hostile,
        severity: hostile,
        identifiers: [{ cve: `CVE ${hostile}` }],
      }),
    ];
    const tree = fromMarkdown(partsOf(judged(list)).join('\n\n'), {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    });
    const types = new Set<string>();
    const html = new Set<string>();
    visit(tree, ({ type }) => void types.add(type));
    visit(tree, 'html', ({ value }) => void html.add(value));
    expect([...html]).toEqual(['<br>']);
    expect([...types].sort()).toEqual([
      'html',
      'paragraph',
      'root',
      'table',
      'tableCell',
      'tableRow',
      'text',
    ]);
  });
});

describe('the file', () => {
  const read = (...records: readonly ImageRecord[]) => {
    const parts = findingsFile(records);
    return parts === undefined ? undefined : (JSON.parse([...parts].join('')) as unknown);
  };

  it('does not exist if no image was judged', () => {
    expect(read(beginRecord('image-1'))).toBeUndefined();
  });

  it('is an empty array if no finding blocks', () => {
    expect(read(judged([]), beginRecord('image-2'))).toEqual([]);
  });

  it('has every blocking finding, with its image and the fields of the request', () => {
    const list = [
      finding({ id: 'a', status: 'in progress', side: 'right' }),
      finding({ id: 'b', severity: 'low' }),
    ];
    expect(read(judged(list), judged(findings(2), policy(), 'image-2'))).toEqual([
      {
        imageId: 'image-1',
        id: 'a',
        name: 'CVE-2024-0001',
        displayName: null,
        severity: 'high',
        findingType: 'knownVulnerability',
        findingStatus: 'inProgress',
        identifiers: [{ cve: 'CVE-2024-0001' }],
        isKev: false,
        componentName: 'openssl',
        knownFixedVersion: null,
        compareSide: 'right',
      },
      expect.objectContaining({ imageId: 'image-2', id: 'finding-000000' }),
      expect.objectContaining({ imageId: 'image-2', id: 'finding-000001' }),
    ]);
  });

  it('has null for what the API did not give, and the status as it was if it is unknown', () => {
    const bare = finding({
      name: undefined,
      severity: undefined,
      type: undefined,
      status: undefined,
      componentName: undefined,
    });
    const nothing = {
      name: null,
      severity: null,
      findingType: null,
      findingStatus: null,
      componentName: null,
    };
    expect(read(judged([bare]))).toMatchObject([nothing]);
    expect(read(judged([finding({ status: 'triaged' })]))).toMatchObject([
      { findingStatus: 'triaged' },
    ]);
  });

  it('contains no runner command, in case it is printed', () => {
    const hostile = '##[error]x\n::error::x';
    const record = judged([finding({ displayName: hostile })]);
    const text = [...(findingsFile([record]) ?? [])].join('');
    expect(text).not.toMatch(/##\[|^\s*::/m);
    expect(read(record)).toMatchObject([{ displayName: hostile }]);
  });
});
