/** What the demo's scans find. */
import type { FindingRow } from '../emulator/findings.ts';

/** What the bootloader had before, and what it has now. */
export const FINDINGS: Readonly<Record<'baseline' | 'now' | 'pullRequest', readonly FindingRow[]>> =
  {
    baseline: [
      finding('01K0000000000000000000000A', 'CVE-2022-3602', 'critical', {
        componentName: 'openssl',
      }),
      finding('01K0000000000000000000000B', 'CVE-2023-0464', 'high', { componentName: 'openssl' }),
    ],
    pullRequest: [
      finding('01K0000000000000000000000B', 'CVE-2023-0464', 'high', { componentName: 'openssl' }),
      finding('01K0000000000000000000000C', 'CVE-2023-45866', 'high', { componentName: 'bluez' }),
    ],
    now: [
      finding('01K0000000000000000000000B', 'CVE-2023-0464', 'high', { componentName: 'openssl' }),
      finding('01K0000000000000000000000C', 'CVE-2023-45866', 'high', {
        componentName: 'bluez',
        isKev: true,
      }),
      finding('01K0000000000000000000000D', 'CVE-2021-3712', 'low', { componentName: 'openssl' }),
      finding('01K0000000000000000000000E', 'CVE-2020-7774', 'critical', { status: 'rejected' }),
    ],
  };

function finding(id: string, cve: string, severity: string, more: object = {}): FindingRow {
  const type = 'knownVulnerability';
  return { id, name: cve, severity, type, status: 'new', identifiers: [{ cve }], ...more };
}
