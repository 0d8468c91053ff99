/**
 * The content of `sarif-file`: the blocking findings for code scanning, in SARIF 2.1.0. GitHub's
 * limits are those of its docs (SARIF support for code scanning).
 */
import type { Finding } from '../../../model/finding.ts';
import type { ImageRecord } from '../../../model/image-record.ts';
import { imageNameOf, locationOf, type Named } from './sarif-names.ts';
import { gradeOf, messageOf, ruleIdOf, titleOf } from './sarif-rules.ts';

/** GitHub rejects a file with more. */
export const MOST_RUNS = 20;
/** GitHub ignores the others. */
const MOST_RESULTS = 5_000;
/** GitHub rejects a file that is larger when compressed; the frame of the runs needs little. */
const MOST_BYTES = 10_000_000 - 100_000;
/** How many findings are compressed together to see how much room they need. */
const BATCH = 500;

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Why there is no file although every image was judged. */
export interface Unnamed {
  /** The images whose names are not known. */
  readonly unnamed: readonly string[];
}

export interface Sarif {
  /** The file, in parts that are small enough for memory. */
  readonly parts: Iterable<string>;
  /** How many findings do not fit, and how many images do not. */
  readonly left: { readonly findings: number; readonly images: number };
}

interface NamedImage extends Named {
  readonly findings: readonly Finding[];
}

interface Run {
  readonly category: string;
  readonly uri: string;
  readonly findings: readonly Finding[];
}

/**
 * @param mostBytes room in the compressed file.
 * @returns undefined unless every image was judged, because code scanning closes the alerts that
 * are missing from a file. It never closes those of a category that no later file has, which is why
 * there is no file either if a name is not known.
 */
export function sarifOf(
  records: readonly ImageRecord[],
  mostBytes = MOST_BYTES,
): Sarif | Unnamed | undefined {
  const judged = records.flatMap(({ imageId, details, judgement }) =>
    judgement === undefined ? [] : [{ imageId, details, findings: judgement.blocking }],
  );
  if (judged.length === 0 || judged.length < records.length) return undefined;
  const named = judged.flatMap(({ details, ...image }) =>
    details === undefined ? [] : [{ ...image, name: details.name }],
  );
  const unnamed = judged.filter(({ details }) => details === undefined);
  if (unnamed.length > 0) return { unnamed: unnamed.map(({ imageId }) => imageId) };
  // Named in the order given, so that a category does not change with the findings.
  const images = withCategories(named)
    .toSorted((a, b) => Number(b.findings.length > 0) - Number(a.findings.length > 0))
    .slice(0, MOST_RUNS);
  let bytes = mostBytes;
  const runs = images.map((image, index) => {
    const room = bytes / (images.length - index);
    const { kept, used } = fitting(image.findings.slice(0, MOST_RESULTS), image.uri, room);
    bytes -= used;
    return { ...image, findings: kept };
  });
  const all = images.reduce((total, { findings }) => total + findings.length, 0);
  const kept = runs.reduce((total, { findings }) => total + findings.length, 0);
  return {
    parts: partsOf(runs),
    left: { findings: all - kept, images: judged.length - images.length },
  };
}

/** GitHub rejects a file with two runs of one category, so equal names are numbered. */
function withCategories(images: readonly NamedImage[]): readonly Run[] {
  const taken = new Set<string>();
  return images.map(({ findings, ...image }) => {
    const name = imageNameOf(image);
    let free = name;
    for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`;
    taken.add(free);
    return { category: `binarly/${free}/`, uri: locationOf(image), findings };
  });
}

/**
 * The first findings that fit. In the file, rules and results are far apart, so neither makes the
 * other smaller; in pieces, they need at least as much as in one file.
 */
function fitting(findings: readonly Finding[], uri: string, room: number) {
  let used = 0;
  for (let start = 0; start < findings.length; start += BATCH) {
    const batch = findings.slice(start, start + BATCH);
    const rules = [...rulesOf(batch)].map(([id, worst]) => ruleOf(id, worst));
    const results = batch.map((it, index) => resultOf(it, start + index, uri));
    const bytes = compressedBytes(rules) + compressedBytes(results);
    if (used + bytes > room) return { kept: findings.slice(0, start), used };
    used += bytes;
  }
  return { kept: findings, used };
}

function compressedBytes(lines: readonly string[]): number {
  return process.getBuiltinModule('node:zlib').gzipSync(lines.join('\n')).length;
}

function* partsOf(runs: readonly Run[]): Generator<string> {
  yield `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[`;
  let separator = '\n';
  for (const run of runs) {
    yield separator;
    yield* partsOfRun(run);
    separator = ',\n';
  }
  yield '\n]}\n';
}

function* partsOfRun({ category, uri, findings }: Run): Generator<string> {
  const rules = rulesOf(findings);
  const indexes = new Map([...rules.keys()].map((id, index) => [id, index]));
  yield '{"tool":{"driver":{"name":"Binarly Transparency Platform",';
  yield '"informationUri":"https://docs.binarly.io","rules":[';
  yield* separated(rules, ([id, worst]) => ruleOf(id, worst));
  yield `]}},"automationDetails":${json({ id: category })},"results":[`;
  yield* separated(findings, (it) => resultOf(it, Number(indexes.get(ruleIdOf(it))), uri));
  yield ']}';
}

function* separated<T>(items: Iterable<T>, write: (item: T) => string): Generator<string> {
  let separator = '\n';
  for (const item of items) {
    yield separator + write(item);
    separator = ',\n';
  }
}

/** The worst finding of each rule. */
function rulesOf(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const rules = new Map<string, Finding>();
  for (const finding of findings) {
    const id = ruleIdOf(finding);
    const worst = rules.get(id);
    if (worst === undefined || gradeOf(finding).score > gradeOf(worst).score)
      rules.set(id, finding);
  }
  return rules;
}

function ruleOf(id: string, worst: Finding): string {
  const { score, level } = gradeOf(worst);
  const text = titleOf(worst);
  return json({
    id,
    shortDescription: { text },
    fullDescription: { text },
    help: { text: 'Fix this finding, or triage it in the Binarly dashboard.' },
    defaultConfiguration: { level },
    properties: { tags: ['security'], 'security-severity': score.toFixed(1) },
  });
}

/** Code scanning rejects a whole file for one result without a location. */
function resultOf(finding: Finding, ruleIndex: number, uri: string): string {
  return json({
    ruleId: ruleIdOf(finding),
    ruleIndex,
    level: gradeOf(finding).level,
    message: { text: messageOf(finding) },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } } }],
    partialFingerprints: { 'binarlyFindingId/v1': finding.id },
  });
}

function json(value: unknown): string {
  // A file may be printed to the log, where the runner takes `##[` for a command.
  return JSON.stringify(value).replaceAll('##[', '##\\u005b');
}
