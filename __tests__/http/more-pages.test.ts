import { describe, expect, it } from 'vitest';
import { saysThereIsMore } from '../../src/http/more-pages.ts';

describe('saysThereIsMore', () => {
  it.each([
    '<https://api.example/scans?page=2>; rel="next"',
    '<https://api.example/scans?page=2>; rel=next',
    '</scans?page=2>;REL="NEXT"',
    '</1>; rel="first", </2>; title="a, b"; rel = "next last"',
    '</2>; rel=next; title=x, </1>; rel=first',
    '</1>; rel="prev",</2>;rel="next"',
  ])('is true with %s', (link) => {
    expect(saysThereIsMore(200, link)).toBe(true);
  });

  it.each([
    undefined,
    '',
    '</1>; rel="prev"',
    '</next>; rel="first"',
    '</a;rel=next>; rel="first"',
    '</style.css>; rel=preload; title="next"',
    '</1>; rel="nextish next-archive"',
    '</1>; rel',
    'next',
  ])('is false with %s', (link) => {
    expect(saysThereIsMore(200, link)).toBe(false);
  });

  it('is true with a part of the content, and with no other status', () => {
    expect(saysThereIsMore(206, undefined)).toBe(true);
    expect(saysThereIsMore(203, undefined)).toBe(false);
  });
});
