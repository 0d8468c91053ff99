import { describe, expect, it } from 'vitest';
import { givenAs } from '../../src/model/commit-status.ts';
import { readTargetUrl } from '../../src/model/deferred-wait.ts';
import { deferredWait } from '../support/github.ts';

const WAIT = deferredWait({ commit: 'abc' });

function given(description: string) {
  return givenAs({ state: 'pending', description, page: 'https://github.test/r', wait: WAIT });
}

describe('the description of a status', () => {
  it.each([
    ['an emoji, which GitHub refuses', 'on fire 🔥', 'on fire ?'],
    ['a character of a rare script', 'a𝕏b', 'a?b'],
    ['half a character', 'a\ud83db', 'a\ufffdb'],
    ['a line break', 'a\nb', 'a b'],
    ['what GitHub takes', 'müde – 日本 ✅', 'müde – 日本 ✅'],
  ])('has no %s', (_, text, description) => {
    expect(given(text).description).toBe(description);
  });

  it('has at most 140 characters, whatever they are', () => {
    for (const text of ['x', '🔥', '日', 'a🔥'])
      expect(given(text.repeat(300)).description.length).toBeLessThanOrEqual(140);
  });
});

it('the address of a status carries its wait, behind the page that it links to', () => {
  const { targetUrl } = given('d');
  expect(targetUrl).toMatch(/^https:\/\/github\.test\/r\?/);
  expect(readTargetUrl(targetUrl, 'abc')).toMatchObject(WAIT);
});
