import { expect, it } from 'vitest';
import { beginRecord } from '../../src/model/image-record.ts';
import { imageName } from '../../src/report/image-name.ts';

it.each([
  [undefined, '<code>i1</code>'],
  [{ name: 'Board', version: '1 <2' }, 'Board 1 &#60;2 (<code>i1</code>)'],
  [{ name: 'Board', version: 'c0ffee'.repeat(7).slice(2) }, 'Board ffeec0f (<code>i1</code>)'],
  [{ name: '', version: '' }, '<code>i1</code>'],
])('an image with %j is shown by its name, its version and its ID', (names, shown) => {
  const details = names && { ...names, findings: undefined };
  expect(imageName({ ...beginRecord('i1'), details })).toBe(shown);
});
