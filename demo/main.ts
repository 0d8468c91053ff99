/** `npm start`: the built action against the emulator, started as a runner would start it; then its outputs and its summary. */
import { type ScanScript, startEmulator } from '../emulator/binarly.ts';
import { runStep } from '../emulator/runner.ts';
import { systemClock } from '../src/util/clock.ts';

/** Not a credential: the emulator lives in this process and accepts this word. */
const token = 'demo-token';
const PRODUCT = '01JZ2ZV5Q4N8E3C6Y7RWKTD0GA';
const IMAGES = {
  bootloader: '01JZ2ZW8H6B00T10ADERXXXX0A',
  kernel: '01JZ2ZW8H6KERNE1XXXXXXXX0B',
  bmc: '01JZ2ZW8H6BMCXXXXXXXXXXX0C',
};
const DAY_MS = 86_400_000;

function scan(id: string, endsMs: number): ScanScript {
  return {
    id,
    createdMs: -1_000,
    states: [
      { atMs: -1_000, type: 'new' },
      { atMs: 2_000, type: 'in_progress' },
      { atMs: endsMs, type: 'completed' },
    ],
  };
}

const emulator = await startEmulator(
  {
    token,
    products: [{ id: PRODUCT, name: 'Demo board' }],
    images: [
      {
        productId: PRODUCT,
        imageId: IMAGES.bootloader,
        // Yesterday's is in the list too, and is not what is waited for.
        scans: [
          {
            id: '01JY0SCAN0FYESTERDAYXXXX00',
            createdMs: -DAY_MS,
            states: [{ atMs: -DAY_MS + 600_000, type: 'failed' }],
          },
          scan('01JZ30CYZY52F5BPR3AAJ2DP89', 4_000),
        ],
        counts: { findingTypeCounts: [{ type: 'knownVulnerability', count: 12 }], kev: 1 },
      },
      {
        productId: PRODUCT,
        imageId: IMAGES.kernel,
        scans: [scan('01JZ30CZ0A8W3D5H7K9M1P4R6T', 14_000)],
        counts: {
          findingTypeCounts: [
            { type: 'knownVulnerability', count: 3 },
            { type: 'secret', count: 1 },
          ],
          kev: 0,
        },
      },
      {
        productId: PRODUCT,
        imageId: IMAGES.bmc,
        scans: [scan('01JZ30CZ1BX2E4G6J8N0Q3S5V7', 9_000)],
        counts: { findingTypeCounts: [], kev: 0 },
      },
    ],
  },
  systemClock,
);

let shown = 0;
const { code, outputs, summary } = await runStep(
  {
    'api-url': emulator.url,
    token,
    product: 'Demo board',
    image: Object.values(IMAGES).join('\n'),
  },
  {
    printed(text) {
      process.stdout.write(text.slice(shown).replace(/^::add-mask::.*\n/gm, ''));
      shown = text.length;
    },
  },
);
await emulator.close();

console.log(`\nExit code: ${code}\n\nOutputs:`);
for (const [name, value] of Object.entries(outputs)) console.log(`  ${name}: ${value}`);
console.log(`\nJob summary:\n\n${summary}`);
process.exitCode = code ?? 1;
