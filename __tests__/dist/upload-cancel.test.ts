/** The built upload action when the job is cancelled, at every stage, and what it never prints. */
import { describe, expect, it } from 'vitest';
import type { Emulator } from '../../emulator/binarly.ts';
import { apiError, type Fault } from '../../emulator/faults.ts';
import { breakLogAt, preload } from './preload.ts';
import { expectWhole, type GivenUpload, LARGE, MAY_EXIST, takeUpload } from './upload-step.ts';

const SILENT: Fault = { kind: 'silent' };
const large = { 'firmware.bin': Buffer.alloc(LARGE, 'firmware of a board ') };
const busy: Fault = { kind: 'answer', status: 503, body: '', headers: { 'retry-after': '3600' } };

/** Whether the step has come to where it is to be cancelled. */
type Stage = (emulator: Emulator) => boolean;

function listsOf(requests: readonly string[]): number {
  return requests.filter((request) => request.endsWith('/images')).length;
}

// On Windows a process is terminated, not signaled.
describe.skipIf(process.platform === 'win32').concurrent.each(['SIGINT', 'SIGTERM'] as const)(
  '%s',
  (signal) => {
    it.each<[string, GivenUpload, Stage, boolean]>([
      [
        'while an address is awaited',
        { script: { faults: [{ fault: SILENT }] } },
        ({ requests }) => requests.length > 0,
        false,
      ],
      [
        'while the storage takes the file',
        {
          files: large,
          uploads: { storage: [{ fault: { kind: 'stall-body', afterBytes: 1_000_000 } }] },
        },
        ({ sent }) => sent.length > 0,
        false,
      ],
      [
        'while the storage is silent',
        { uploads: { storage: [{ fault: SILENT }] } },
        ({ sent }) => sent.length > 0,
        false,
      ],
      [
        'asleep in an outage',
        { uploads: { storage: [{ fault: busy }] } },
        ({ sent }) => sent.length > 0,
        false,
      ],
      [
        'while the list is awaited',
        { script: { faults: [{ fault: SILENT, only: 'images' }] } },
        ({ requests }) => listsOf(requests) > 0,
        false,
      ],
      [
        'while the image is awaited',
        { uploads: { finishing: [{ answer: SILENT }] } },
        ({ finishes }) => finishes() > 0,
        true,
      ],
      [
        'while the image is looked for',
        { uploads: { finishing: [{ answer: { kind: 'reset' }, listedAfterMs: 600_000 }] } },
        ({ requests }) => listsOf(requests) > 1,
        true,
      ],
    ])('%s ends in interrupted, with a full report', async (_, given, isThere, mayExist) => {
      let emulator: Emulator | undefined;
      let timer: NodeJS.Timeout | undefined;
      let sentMs = 0;
      const result = await takeUpload({
        ...given,
        before(started) {
          emulator = started;
          return {};
        },
        options: {
          printed(text, child) {
            if (timer !== undefined || !text.includes('Uploading firmware.bin')) return;
            timer = setInterval(() => {
              if (emulator === undefined || !isThere(emulator)) return;
              clearInterval(timer);
              // What follows the request, such as a sleep, begins within milliseconds.
              setTimeout(() => {
                sentMs = performance.now();
                child.kill(signal);
              }, 500);
            }, 50);
          },
        },
      });
      expectWhole(result);
      expect(performance.now() - sentMs).toBeLessThan(5_000);
      expect(result.outputs['status']).toBe('interrupted');
      expect(result.annotations).toEqual([]);
      expect(MAY_EXIST.test(result.outputs['reason'] ?? '')).toBe(mayExist);
      // The log names the image that may exist.
      if (mayExist)
        expect(result.stdout).toMatch(/^File firmware\.bin: .*image "firmware\.bin", version v1/m);
    });
  },
);

describe.concurrent('the built upload action', () => {
  it('shows no part of a signed address, even with debug logging', async () => {
    const result = await takeUpload({
      options: { env: { RUNNER_DEBUG: '1', NODE_DEBUG: '' } },
      uploads: { storage: [{ fault: { kind: 'reset' }, to: 1 }] },
    });
    expectWhole(result);
    expect(result.sent).toHaveLength(2);
    for (const { url } of result.sent) {
      const query = url.replace(/^.*\?/, '');
      // It is masked in case anything else prints it.
      expect(result.stdout).toContain(`::add-mask::${query}\n`);
    }
  });

  // A file system of Windows has no such names.
  it.skipIf(process.platform === 'win32')('is not harmed by hostile names', async () => {
    const name = '##[error]`x` $(id) "y" \'z\' [a](b) @team | <img> ::error::.bin';
    const result = await takeUpload({ files: { [name]: 'firmware' }, inputs: { file: '*.bin' } });
    expectWhole(result);
    expect(result.made).toMatchObject([{ name }]);
    expect(JSON.parse(result.outputs['uploads'] ?? '')).toMatchObject([{ file: name, name }]);
    expect(result.stdout).not.toMatch(/##\[/);
    expect(result.stdout).not.toMatch(/^::(?!add-mask::|debug::)/m);
    expect(result.summary).not.toMatch(/<img|\]\(|@team/);
  });

  it('is not harmed by what a hostile platform says', async () => {
    const said = '\n::error::##[x] `a` $(b)';
    const result = await takeUpload({
      script: {
        faults: [{ fault: apiError(403, said, { permission: said, resourceName: said }) }],
      },
    });
    expectWhole(result);
    expect(result.annotations).toHaveLength(1);
    expect(result.stdout).not.toMatch(/##\[/);
  });

  it('is red with a full report if it crashes, and says what may exist', async () => {
    const result = await takeUpload({
      uploads: { finishing: [{ answer: { kind: 'reset' } }] },
      options: { env: preload(breakLogAt('may have worked')) },
    });
    expectWhole(result);
    expect(result.outputs['status']).toBe('error');
    expect(result.outputs['reason']).toMatch(/unexpected error.*the log is broken/i);
    expect(result.outputs['reason']).toMatch(MAY_EXIST);
  });

  it('gets one annotation on a Node that is too old', async () => {
    const code = `Object.defineProperty(process.versions, 'node', { value: '20.19.0' })`;
    const result = await takeUpload({ options: { env: preload(code) } });
    expect(result.code).toBe(1);
    expect(result.annotations[0]?.message).toContain('needs Node.js 24');
    expect([result.requests, result.outputs]).toEqual([[], {}]);
  });
});
