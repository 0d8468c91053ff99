/** `npm start`: the built action against the emulator, started as a runner would start it; then its outputs and its summary. */
import { startEmulator } from '../emulator/binarly.ts';
import { runStep } from '../emulator/runner.ts';
import { systemClock } from '../src/clock.ts';

/** Not a credential: the emulator lives in this process and accepts this word. */
const token = 'demo-token';

const emulator = await startEmulator(
  {
    token,
    images: [
      {
        productId: '01JZ2ZV5Q4PRODUCT0000000A',
        imageId: '01JZ2ZW8H6IMAGE000000000A',
        scans: [
          { id: '01JY0SCANOFYESTERDAY00000', createdMs: -86_400_000, states: [{ atMs: -86_000_000, type: 'completed' }] },
          {
            id: '01JZ30CYZY52F5BPR3AAJ2DP89',
            createdMs: -1_000,
            states: [
              { atMs: -1_000, type: 'new' },
              { atMs: 4_000, type: 'in_progress' },
              { atMs: 14_000, type: 'completed' },
            ],
          },
        ],
      },
    ],
  },
  systemClock,
);

let shown = 0;
const { code, outputs, summary } = await runStep(
  { 'api-url': emulator.url, token, product: '01JZ2ZV5Q4PRODUCT0000000A', image: '01JZ2ZW8H6IMAGE000000000A' },
  {
    printed(text) {
      process.stdout.write(text.slice(shown).replace(/^::(debug|add-mask)::.*\n/gm, ''));
      shown = text.length;
    },
  },
);
await emulator.close();

console.log(`\nExit code: ${code}\n\nOutputs:`);
for (const [name, value] of Object.entries(outputs)) console.log(`  ${name}: ${value}`);
console.log(`\nJob summary:\n\n${summary}`);
process.exitCode = code ?? 1;
