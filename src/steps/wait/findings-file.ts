/** The content of `findings-file`: every blocking finding, for later steps. */
import { type Finding, statusOf } from '../../model/finding.ts';
import type { ImageRecord } from '../../model/image-record.ts';

/**
 * A JSON array with a line for each finding, in parts that are small enough for memory.
 * @returns undefined if no image was judged.
 */
export function findingsFile(records: readonly ImageRecord[]): Iterable<string> | undefined {
  return records.some(({ judgement }) => judgement !== undefined) ? partsOf(records) : undefined;
}

function* partsOf(records: readonly ImageRecord[]): Generator<string> {
  let separator = '[\n';
  for (const { imageId, judgement } of records)
    for (const finding of judgement?.blocking ?? []) {
      yield separator + lineOf(imageId, finding);
      separator = ',\n';
    }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/** The fields are those of the request; what the API did not give is null. */
function lineOf(imageId: string, finding: Finding): string {
  const fields = {
    imageId,
    id: finding.id,
    name: finding.name ?? null,
    displayName: finding.displayName ?? null,
    severity: finding.severity ?? null,
    findingType: finding.type ?? null,
    findingStatus: statusOf(finding) ?? finding.status ?? null,
    identifiers: finding.identifiers,
    isKev: finding.isKev,
    componentName: finding.componentName ?? null,
    knownFixedVersion: finding.knownFixedVersion ?? null,
    ...(finding.side === undefined ? {} : { compareSide: finding.side }),
  };
  // A file may be printed to the log, where the runner takes `##[` for a command.
  return JSON.stringify(fields).replaceAll('##[', '##\\u005b');
}
