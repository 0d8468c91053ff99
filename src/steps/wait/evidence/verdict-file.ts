/**
 * The content of `verdict-file`: the predicate of an in-toto test result, which a later step can
 * attest for the firmware (in-toto attestation framework, predicate "Test Result", version 0.1).
 */
import { baselineIdOf } from '../../../model/baseline.ts';
import { verdictOf } from '../../../model/image-record.ts';
import { printable } from '../../../util/text.ts';
import { type ImageReport, isGreenImage, type Report } from '../report.ts';
import type { Settings } from '../settings.ts';

type Result = 'PASSED' | 'WARNED' | 'FAILED';

/**
 * @param pageUrl the page of the run's attempt; undefined if the runner does not say.
 * @returns undefined if an input was invalid, because nothing was tested.
 */
export function verdictFile(report: Report, pageUrl: string | undefined): string | undefined {
  const { settings, images, product } = report;
  if (settings === undefined) return undefined;
  const tests = images.map((image) => ({
    result: resultOf(image, settings),
    text: testOf(image),
  }));
  const those = (result: Result) =>
    tests.filter((test) => test.result === result).map(({ text }) => text);
  const predicate = {
    result: overall(
      report.green,
      tests.map(({ result }) => result),
    ),
    configuration: [
      { name: 'binarly-policy', content: policyOf(settings, images, product?.id ?? '') },
    ],
    ...(pageUrl === undefined ? {} : { url: pageUrl }),
    passedTests: those('PASSED'),
    warnedTests: those('WARNED'),
    failedTests: those('FAILED'),
  };
  return `${JSON.stringify(predicate, undefined, 2).replaceAll('##[', '##\\u005b')}\n`;
}

/** A red step failed, whatever the images are. */
function overall(isGreen: boolean, results: readonly Result[]): Result {
  if (!isGreen || results.includes('FAILED')) return 'FAILED';
  return results.includes('WARNED') ? 'WARNED' : 'PASSED';
}

/** A deferred wait is green, but nothing was concluded. */
function resultOf({ record }: ImageReport, settings: Settings): Result {
  const status = verdictOf(record)?.status;
  if (status === 'deferred' || !isGreenImage(record, settings)) return 'FAILED';
  const hasContradiction = record.judgement?.contradiction !== undefined;
  return status === 'completed' && !hasContradiction ? 'PASSED' : 'WARNED';
}

function testOf({ record, status }: ImageReport): string {
  const { scan, imageId, details } = record;
  const name = printable(`${details?.name ?? ''} ${details?.version ?? ''}`);
  const called = name === '' ? '' : ` (${name})`;
  const of = `scan ${printable(scan?.id ?? 'unknown')} of image ${printable(imageId)}`;
  return `${of}${called}: ${status}`;
}

function policyOf(
  { policy, baseline: given }: Settings,
  images: Report['images'],
  product: string,
): string {
  const text = JSON.stringify({
    product,
    failOnSeverity: policy?.threshold ?? 'none',
    failOnKev: policy?.failOnKev ?? false,
    failOnStatus: policy?.statuses ?? [],
    images: images.map(({ record: { imageId, baseline } }) => {
      return { imageId, baselineImageId: baselineIdOf(given) ?? baselineIdOf(baseline) ?? '' };
    }),
  });
  return Buffer.from(text).toString('base64');
}
