import { describe, expect, it } from 'vitest';
import { describeLeftAlone, describeStatus, loginOf } from '../../src/report/commit-status.ts';

describe('the description of a status', () => {
  it.each([
    ['an emoji, which GitHub refuses', 'on fire 🔥', 'on fire ?'],
    ['a character of a rare script', 'a𝕏b', 'a?b'],
    ['half a character', 'a\ud83db', 'a\ufffdb'],
    ['a line break', 'a\nb', 'a b'],
    ['what GitHub takes', 'müde – 日本 ✅', 'müde – 日本 ✅'],
  ])('has no %s', (_, text, description) => {
    expect(describeStatus(text)).toBe(description);
  });

  it('has at most 140 characters, whatever they are', () => {
    for (const text of ['x', '🔥', '日', 'a🔥'])
      expect(describeStatus(text.repeat(300)).length).toBeLessThanOrEqual(140);
  });
});

describe('whoever else wrote a status', () => {
  it('is named, in one printable line', () => {
    expect(loginOf('dependabot[bot]')).toBe('dependabot[bot]');
    expect(loginOf('a\n::error::b')).not.toContain('\n');
    expect(describeLeftAlone({ type: 'overridden', by: undefined })).toBe(
      'was set by an unknown account',
    );
  });
});
