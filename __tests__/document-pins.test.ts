/** The version that the documents tell people to pin is the one in package.json. */
import { expect, it } from 'vitest';
import { DOCUMENTS, readDocument } from './support/documents.ts';

it('every example pins the version of package.json in the comment behind the commit', () => {
  const { version } = JSON.parse(readDocument('package.json')) as { version: string };
  const pin = /OWNER\/wait-for-binarly-scan(?:\/[\w-]+)?@COMMIT(.*)$/gm;
  const pins = DOCUMENTS.flatMap((document) =>
    Array.from(readDocument(document).matchAll(pin), ([text, comment]) => ({
      document,
      text,
      comment,
    })),
  );
  expect(pins).not.toEqual([]);
  expect(pins.filter(({ comment }) => comment !== ` # v${version}`)).toEqual([]);
});
