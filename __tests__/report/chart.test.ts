import { describe, expect, it } from 'vitest';
import { chart } from '../../src/report/chart.ts';
import { type ImageEnding, reportOf } from '../../src/report/report.ts';
import type { Verdict } from '../../src/wait/verdict.ts';
import { ending, instant, progress, scan, step } from '../support/builders.ts';

const NOW = Date.parse('2026-01-26T17:00:00Z');

function image(
  status: 'completed' | 'failed' | 'interrupted',
  createTime: string,
  more: Partial<ImageEnding> = {},
) {
  const since = instant('2026-01-26T16:00:00Z');
  const known = progress({
    scan: scan({ createTime: instant(createTime), state: { type: 'x', since } }),
  });
  return ending({ status } as Verdict, { progress: known, ...more });
}

function charted(...endings: readonly ImageEnding[]) {
  return chart(reportOf(endings, step()).images, NOW);
}

const EARLY = '2026-01-26T15:00:00Z';

describe('chart', () => {
  it('has a bar for each scan, from its creation to its end or to now', () => {
    expect(
      charted(
        image('completed', EARLY, { imageId: 'boot loader.bin' }),
        image('interrupted', '2026-01-26T16:30:00+01:00'),
      ),
    ).toMatchInlineSnapshot(`
      [
        "\`\`\`mermaid
      gantt
          title From creation to end (UTC)
          dateFormat YYYY-MM-DD HH:mm:ss
          axisFormat %H:%M
          completed boot loader.bin :done, 2026-01-26 15:00:00, 2026-01-26 16:00:00
          interrupted image-1 :active, 2026-01-26 15:30:00, 2026-01-26 17:00:00
      \`\`\`",
      ]
    `);
  });

  it('shows the day where it matters', () => {
    expect(charted(image('failed', '2026-01-20T15:00:00Z'), image('failed', EARLY))[0]).toContain(
      'axisFormat %m-%d %H:%M\n',
    );
  });

  it('draws no bar backwards, for clocks differ', () => {
    const [text] = charted(
      image('completed', '2026-01-26T16:00:05Z'),
      image('interrupted', '2026-01-26T17:00:05Z'),
    );
    expect(text).toContain(':done, 2026-01-26 16:00:05, 2026-01-26 16:00:06\n');
    expect(text).toContain(':active, 2026-01-26 17:00:05, 2026-01-26 17:00:06\n');
  });

  it.each([
    ['one scan', [image('completed', EARLY)]],
    ['more than thirty', Array.from({ length: 31 }, () => image('completed', EARLY))],
    [
      'scans that were over before',
      [image('completed', EARLY), image('completed', EARLY, { finishedBefore: true })],
    ],
    [
      'images without a scan',
      [
        image('completed', EARLY),
        ending({ status: 'interrupted' }, { progress: progress({ scan: undefined }) }),
      ],
    ],
  ])('is none of %s', (_, endings) => {
    expect(charted(...endings)).toEqual([]);
  });
});
