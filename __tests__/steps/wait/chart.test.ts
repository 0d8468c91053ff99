import { describe, expect, it } from 'vitest';
import type { ImageRecord } from '../../../src/model/image-record.ts';
import { chart } from '../../../src/steps/wait/chart.ts';
import { reportOf } from '../../../src/steps/wait/report.ts';
import { details, ended, instant, scan, snapshot } from '../../support/builders.ts';
import { broken } from '../../support/findings.ts';

const NOW = Date.parse('2026-01-26T17:00:00Z');
const EARLY = '2026-01-26T15:00:00Z';
const FINISHED = '2026-01-26T16:00:00Z';

function completed(
  createTime: string,
  finishTime = FINISHED,
  more: Partial<ImageRecord> = {},
): ImageRecord {
  const state = { type: 'completed', since: instant(finishTime) };
  const known = scan({ createTime: instant(createTime), state });
  return ended({ status: 'completed' }, { scan: known, ...more });
}

function running(createTime: string): ImageRecord {
  const known = scan({ createTime: instant(createTime) });
  return ended({ status: 'interrupted' }, { scan: known });
}

/** Enough scans for a chart, together with one more. */
const THREE = Array.from({ length: 3 }, () => completed('2026-01-26T15:59:00Z'));

function charted(...records: readonly ImageRecord[]): readonly string[] {
  return chart(reportOf(records, snapshot()).images, NOW);
}

describe('chart', () => {
  it('has a bar for each scan in the order given, from its creation to its end or to now', () => {
    expect(
      charted(
        running('2026-01-26T16:30:00+01:00'),
        completed(EARLY, FINISHED, { imageId: 'boot loader.bin' }),
        completed('2026-01-26T15:20:00Z', FINISHED, { imageId: 'bmc' }),
        completed('2026-01-26T15:10:00Z', FINISHED, { imageId: 'driver' }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "\`\`\`mermaid
      gantt
          title Scan duration (UTC)
          dateFormat YYYY-MM-DD HH:mm:ss
          axisFormat %H:%M
          interrupted image-1 :active, 2026-01-26 15:30:00, 2026-01-26 17:00:00
          completed boot loader.bin :done, 2026-01-26 15:00:00, 2026-01-26 16:00:00
          completed bmc :done, 2026-01-26 15:20:00, 2026-01-26 16:00:00
          completed driver :done, 2026-01-26 15:10:00, 2026-01-26 16:00:00
      \`\`\`",
      ]
    `);
  });

  it('shows an image under the name that people know', () => {
    const named = { details: details({ name: 'bmc:', version: '2.4' }) };
    const [block] = charted(completed(EARLY, FINISHED, named), ...THREE);
    expect(block).toContain('    completed bmc_ 2.4 :done, ');
    expect(block).toContain('    completed image-1 :done, ');
  });

  it('colors a scan whose findings block its image like a failure', () => {
    const { scan: known } = completed(EARLY);
    const [block] = charted(ended(broken(), { scan: known }), ...THREE);
    expect(block).toContain('    findings image-1 :crit, 2026-01-26 15:00:00, ');
  });

  it.each([
    ['the day if the chart spans more than one', '2026-01-20T15:00:00Z', '%m-%d %H:%M'],
    ['minutes if it spans ten minutes or more', '2026-01-26T15:50:00Z', '%H:%M'],
    ['seconds if it spans less than ten minutes', '2026-01-26T15:50:01Z', '%H:%M:%S'],
  ])('shows %s', (_, createTime, format) => {
    const [block] = charted(completed(createTime), ...THREE);
    expect(block).toContain(`axisFormat ${format}\n`);
  });

  it('draws no bar backward, because clocks differ', () => {
    const [block] = charted(
      completed('2026-01-26T16:00:05Z'),
      running('2026-01-26T17:00:05Z'),
      ...THREE,
    );
    expect(block).toContain(':done, 2026-01-26 16:00:05, 2026-01-26 16:00:06\n');
    expect(block).toContain(':active, 2026-01-26 17:00:05, 2026-01-26 17:00:06\n');
  });

  it('draws four scans of a minute', () => {
    expect(charted(...THREE, completed('2026-01-26T15:59:00Z'))).toHaveLength(1);
  });

  it.each<[string, readonly ImageRecord[]]>([
    ['fewer than four scans', THREE],
    [
      'what takes less than a minute',
      Array.from({ length: 4 }, () => completed('2026-01-26T15:59:00.001Z')),
    ],
    ['more than thirty scans', Array.from({ length: 31 }, () => completed(EARLY))],
    [
      'scans that finished before this step began',
      [...THREE, completed(EARLY, FINISHED, { finishedBefore: true })],
    ],
    ['images without a scan', [...THREE, ended({ status: 'interrupted' }, { scan: undefined })]],
  ])('does not draw %s', (_, records) => {
    expect(charted(...records)).toEqual([]);
  });
});
