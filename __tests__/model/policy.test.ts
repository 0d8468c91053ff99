import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FINDING_STATUSES, SEVERITIES, severityOf, statusOf } from '../../src/model/finding.ts';
import { blocksUnder, combine, judge, THRESHOLDS } from '../../src/model/policy.ts';
import { finding, findings, policy } from '../support/findings.ts';

const anyFinding = fc.record({
  id: fc.uuid(),
  name: fc.constant(undefined),
  displayName: fc.constant(undefined),
  severity: fc.constantFrom(undefined, 'informational', 'banana', 'HIGH', ...SEVERITIES),
  type: fc.constantFrom(undefined, 'knownVulnerability', 'cryptographicAsset', 'mitigation'),
  status: fc.constantFrom(undefined, 'in progress', 'triaged', ...FINDING_STATUSES),
  otherStatus: fc.constantFrom(undefined, 'rejected', 'odd'),
  componentName: fc.constant(undefined),
  knownFixedVersion: fc.constant(undefined),
  identifiers: fc.constant([]),
  isKev: fc.boolean(),
  side: fc.constantFrom('left' as const, 'right' as const, 'both' as const),
});
const anyFindings = fc.uniqueArray(anyFinding, { selector: ({ id }) => id, maxLength: 40 });
const anyPolicy = fc.record({
  threshold: fc.constantFrom(...THRESHOLDS),
  failOnKev: fc.boolean(),
  statuses: fc.uniqueArray(fc.constantFrom(...FINDING_STATUSES), { minLength: 1 }),
  baselineImageId: fc.constantFrom(undefined, 'baseline'),
  onFindings: fc.constantFrom('fail' as const, 'warn' as const),
  onIncomplete: fc.constantFrom('fail' as const, 'warn' as const),
});
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('a finding blocks', () => {
  it.each([
    ['any', ['critical', 'high', 'medium', 'low', 'unspecified', 'informational']],
    ['low', ['critical', 'high', 'medium', 'low']],
    ['medium', ['critical', 'high', 'medium']],
    ['high', ['critical', 'high']],
    ['critical', ['critical']],
    ['none', []],
  ] as const)('with the threshold %s at and above it', (threshold, counting) => {
    const all = ['critical', 'high', 'medium', 'low', 'unspecified', 'informational'];
    const under = policy({ threshold });
    expect(all.filter((severity) => blocksUnder(under, finding({ severity })))).toEqual(counting);
  });

  it.each(FINDING_STATUSES)('with the status %s only if the policy names it', (status) => {
    for (const named of FINDING_STATUSES)
      expect(blocksUnder(policy({ statuses: [named] }), finding({ status }))).toBe(
        named === status,
      );
  });

  it('if it is in progress, as rows spell that', () => {
    const under = policy({ statuses: ['inProgress'] });
    expect(blocksUnder(under, finding({ status: 'in progress' }))).toBe(true);
    expect(blocksUnder(policy({ statuses: ['new'] }), finding({ status: 'in progress' }))).toBe(
      false,
    );
  });

  it.each([
    [{ severity: 'HIGH' }, true],
    [{ severity: 'Critical ' }, true],
    [{ severity: 'un-specified' }, false],
    [{ status: 'In_Progress', severity: 'high' }, true],
    [{ status: 'REJECTED', severity: 'high' }, false],
    [{ severity: undefined, type: 'CryptographicAsset' }, false],
    [{ status: 'rejected', otherStatus: 'new', severity: 'high' }, true],
    [{ status: 'rejected', otherStatus: 'odd', severity: 'high' }, true],
    [{ status: 'rejected', otherStatus: 'remediated', severity: 'high' }, false],
  ])('whatever the case and the marks of its words: %j', (overrides, counts) => {
    expect(blocksUnder(policy(), finding(overrides))).toBe(counts);
  });

  it('if it is known to be exploited, whatever its severity, when the policy says so', () => {
    const exploited = finding({ severity: 'low', isKev: true });
    expect(blocksUnder(policy({ failOnKev: true }), exploited)).toBe(true);
    expect(blocksUnder(policy({ failOnKev: true, threshold: 'none' }), exploited)).toBe(true);
    expect(blocksUnder(policy(), exploited)).toBe(false);
    const rejected = { ...exploited, status: 'rejected' };
    expect(blocksUnder(policy({ failOnKev: true }), rejected)).toBe(false);
  });

  it.each([undefined, 'banana', 'very high'])(
    'if its severity is %s, which is unknown',
    (severity) => {
      expect(blocksUnder(policy({ threshold: 'critical' }), finding({ severity }))).toBe(true);
    },
  );

  it.each([undefined, 'triaged', 'news'])('if its status is %s, which is unknown', (status) => {
    expect(blocksUnder(policy({ statuses: ['remediated'] }), finding({ status }))).toBe(true);
  });

  it.each(['cryptographicAsset', 'mitigation'])(
    'as unspecified if it is a %s without a severity, which is inventory',
    (type) => {
      const asset = finding({ type, severity: undefined });
      expect(blocksUnder(policy({ threshold: 'low' }), asset)).toBe(false);
      expect(blocksUnder(policy({ threshold: 'any' }), asset)).toBe(true);
      expect(blocksUnder(policy({ threshold: 'low' }), { ...asset, severity: 'banana' })).toBe(
        true,
      );
    },
  );

  it('with a baseline only if the baseline does not have it', () => {
    const compared = policy({ baselineImageId: 'baseline' });
    const counting = (['left', 'right', 'both'] as const).filter((side) =>
      blocksUnder(compared, finding({ side })),
    );
    expect(counting).toEqual(['right']);
  });

  it('without a baseline only if the image has it, even in a list that compares', () => {
    const counting = ([undefined, 'left', 'right', 'both'] as const).filter((side) =>
      blocksUnder(policy(), finding({ side })),
    );
    expect(counting).toEqual([undefined, 'right', 'both']);
  });
});

describe('judge', () => {
  it('counts open findings by severity, and keeps those that block, the worst first', () => {
    const list = [
      finding({ id: 'a', severity: 'high' }),
      finding({ id: 'b', severity: 'low', status: 'inProgress' }),
      finding({ id: 'c', severity: 'critical' }),
      finding({ id: 'd', severity: 'high', isKev: true }),
      finding({ id: 'e', severity: 'banana' }),
      finding({ id: 'f', severity: 'critical', status: 'rejected' }),
      finding({ id: 'g', severity: 'informational' }),
      finding({ id: 'h', severity: 'high', status: 'other' }),
    ];
    const judgement = judge(list, [policy()]);
    const open = { critical: 1, high: 3, medium: 0, low: 1, unspecified: 1, other: 1 };
    expect(judgement).toMatchObject({ open, unknownSeverities: 1, unknownStatuses: 1 });
    expect(judgement.comparison).toBeUndefined();
    expect(ids(judgement.blocking)).toEqual(['c', 'd', 'a', 'h', 'e']);
  });

  it('distinguishes new, unchanged and resolved findings, but only open ones', () => {
    const list = [
      ...findings(1, { side: 'right' }),
      ...findings(2, { side: 'both' }),
      ...findings(3, { side: 'left' }),
      ...findings(4, { side: 'left', status: 'rejected' }),
    ];
    const { open, comparison } = judge(list, [policy({ baselineImageId: 'baseline' })]);
    expect(open.high).toBe(3);
    expect(comparison?.new.high).toBe(1);
    expect(comparison?.unchanged.high).toBe(2);
    expect(comparison?.resolved.high).toBe(3);
  });

  it('blocks under two policies what either of them blocks', () => {
    fc.assert(
      fc.property(anyFindings, anyPolicy, anyPolicy, (list, one, other) => {
        const both = new Set(ids(judge(list, [one, other]).blocking));
        const each = [one, other].flatMap((it) => ids(judge(list, [it]).blocking));
        expect(both).toEqual(new Set(each));
      }),
    );
  });

  it.each([
    ['warn', undefined, true],
    ['fail', undefined, false],
    ['warn', 'warn', true],
    ['warn', 'fail', false],
    ['fail', 'warn', false],
  ] as const)(
    'lets what blocks under two policies (%s, %s) pass: %s',
    (one, other, isTolerated) => {
      const policies = [one, other].flatMap((it) => (it ? [policy({ onFindings: it })] : []));
      expect(judge([finding()], policies).isTolerated).toBe(isTolerated);
      // Each part was judged under all policies.
      const parts = [judge([], policies), judge([finding()], policies), judge([], policies)];
      expect(combine(parts).isTolerated).toBe(isTolerated);
    },
  );

  it('lets pass what blocks only under a policy that says so', () => {
    const lenient = policy({ threshold: 'any', onFindings: 'warn' });
    const strict = policy({ threshold: 'critical' });
    const [low, critical] = [finding({ severity: 'low' }), finding({ severity: 'critical' })];
    expect(judge([low], [lenient, strict]).isTolerated).toBe(true);
    expect(judge([low, critical], [lenient, strict]).isTolerated).toBe(false);
    expect(judge([critical], [strict, lenient]).isTolerated).toBe(false);
  });

  it('never blocks more with a higher threshold', () => {
    fc.assert(
      fc.property(anyFindings, anyPolicy, (list, under) => {
        const blocked = THRESHOLDS.map((threshold) =>
          ids(judge(list, [{ ...under, threshold }]).blocking),
        );
        for (const [index, higher] of blocked.slice(1).entries())
          expect(blocked[index]).toEqual(expect.arrayContaining(higher));
      }),
    );
  });

  it('never lets an unknown severity or status pass that the threshold or the statuses could hide', () => {
    fc.assert(
      fc.property(anyFindings, anyPolicy, (list, under) => {
        fc.pre(under.threshold !== 'none');
        const blocked = new Set(ids(judge(list, [under]).blocking));
        for (const it of list) {
          if (under.baselineImageId === undefined ? it.side === 'left' : it.side !== 'right')
            continue;
          const status = statusOf(it);
          const isOpen = status === undefined || under.statuses.includes(status);
          if (isOpen && severityOf(it) === undefined) expect(blocked).toContain(it.id);
          if (status === undefined && it.severity === 'critical') expect(blocked).toContain(it.id);
        }
      }),
    );
  });

  it('does not depend on the order of the findings, or on how they are cut into pages', () => {
    const shuffled = anyFindings.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length }),
        fc.nat(list.length),
      ),
    );
    fc.assert(
      fc.property(shuffled, anyPolicy, ([list, order, cut], under) => {
        const parts = [order.slice(0, cut), order.slice(cut)].map((part) => judge(part, [under]));
        expect(combine(parts)).toEqual(judge(list, [under]));
      }),
    );
  });

  it('blocks with a baseline only what the baseline does not have', () => {
    fc.assert(
      fc.property(anyFindings, anyPolicy, (list, under) => {
        const compared = { ...under, baselineImageId: 'baseline' };
        const { blocking } = judge(list, [compared]);
        expect(blocking.every(({ side }) => side === 'right')).toBe(true);
      }),
    );
  });
});
