import { expect, it } from 'vitest';
import { readAll } from '../../src/inputs/input-reader.ts';

it('an input that an action does not have is empty', () => {
  const read = readAll(
    () => '',
    { product: 'Board' },
    ({ value }) => [value('product'), value('token')],
  );
  expect(read).toEqual({ ok: true, settings: ['Board', ''] });
});
