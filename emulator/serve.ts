/**
 * `node emulator/serve.ts PORT TOKEN [GITHUB_PORT COMMIT]`: runs the emulator as a process of its
 * own, for a workflow or to try by hand, and an emulated GitHub beside it if asked to, whose
 * default branch has that commit. Prints each URL as soon as it listens, and runs until it is
 * killed.
 */
import { systemClock } from '../src/polling/clock.ts';
import { startEmulator } from './binarly.ts';
import { jsonAnswer } from './faults.ts';

const DAY_MS = 86_400_000;

const [port = '', token = '', githubPort, commit = ''] = process.argv.slice(2);
if (!/^\d+$/.test(port) || token === '') {
  console.error('Usage: node emulator/serve.ts PORT TOKEN [GITHUB_PORT COMMIT]');
  process.exit(2);
}

const productId = 'firmware';
const { url } = await startEmulator(
  {
    token,
    images: [
      {
        productId,
        imageId: 'completes',
        // The API guarantees no order, so yesterday's scan comes first.
        scans: [
          {
            id: 'scan-of-yesterday',
            createdMs: -DAY_MS,
            states: [{ atMs: -DAY_MS, type: 'failed' }],
          },
          {
            id: 'scan-of-today',
            createdMs: -1_000,
            states: [
              { atMs: -1_000, type: 'new' },
              { atMs: 1_000, type: 'in_progress' },
              { atMs: 3_000, type: 'completed' },
            ],
          },
        ],
      },
      {
        productId,
        imageId: 'fails',
        scans: [
          { id: 'scan-that-fails', createdMs: -1_000, states: [{ atMs: -1_000, type: 'failed' }] },
        ],
      },
      {
        productId,
        imageId: 'goes-on',
        scans: [
          {
            id: 'scan-that-goes-on',
            createdMs: -1_000,
            states: [{ atMs: -1_000, type: 'in_progress' }],
          },
        ],
      },
      {
        productId,
        imageId: 'finishes',
        scans: [
          {
            id: 'scan-that-finishes',
            createdMs: -1_000,
            states: [
              { atMs: -1_000, type: 'in_progress' },
              { atMs: 6_000, type: 'completed' },
            ],
          },
        ],
      },
      {
        productId,
        imageId: 'vulnerable',
        scans: [
          {
            id: 'scan-with-findings',
            createdMs: -1_000,
            states: [{ atMs: -1_000, type: 'completed' }],
          },
        ],
        counts: { findingTypeCounts: [{ type: 'knownVulnerability', count: 3 }], kev: 0 },
        findings: {
          rows: [
            { id: 'finding-1', severity: 'critical', status: 'new', name: 'CVE-2026-0001' },
            { id: 'finding-2', severity: 'critical', status: 'rejected', name: 'CVE-2026-0002' },
            { id: 'finding-3', severity: 'low', status: 'new', name: 'CVE-2026-0003' },
          ],
        },
      },
    ],
    // A single 502 must not end a wait.
    faults: [{ fault: jsonAnswer(502, { message: 'bad gateway' }), fromRequest: 3, toRequest: 3 }],
  },
  systemClock,
  Number(port),
);
console.log(url);

if (githubPort !== undefined) {
  // It needs packages that the rest does not need.
  const { startGitHub } = await import('./github.ts');
  const script = { repository: 'acme/firmware', token, branches: { main: [commit] } };
  const github = await startGitHub(script, Number(githubPort));
  console.log(github.url);
}
