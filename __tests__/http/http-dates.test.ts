import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { retryAfterMs } from '../../src/http/http-dates.ts';

/** A quarter of a second before noon. */
const NOW = Date.UTC(2026, 0, 26, 11, 59, 59, 750);

describe('retryAfterMs', () => {
  it.each([
    ['1', 1_000],
    ['120', 120_000],
    [' 007 ', 7_000],
    ['99999999999', 99_999_999_999_000],
    ['Mon, 26 Jan 2026 12:00:30 GMT', 30_250],
    ['Monday, 26-Jan-26 12:00:30 GMT', 30_250],
    ['Mon Jan 26 12:00:30 2026', 30_250],
  ])('reads %j as %i ms', (header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms);
  });

  it.each([
    'Mon, 26 Jan 2026 12:00:30 GMT',
    'Monday, 26-Jan-26 12:00:30 GMT',
    'Mon Jan 26 12:00:30 2026',
  ])('reads %j as UTC in any time zone', (header) => {
    vi.stubEnv('TZ', 'America/New_York');
    expect(new Date(NOW).getHours()).toBe(6);
    expect(retryAfterMs(header, NOW)).toBe(30_250);
  });

  it.each([
    undefined,
    '',
    ' ',
    '0',
    '000',
    '-1',
    '+5',
    '1.5',
    '1e3',
    '0x10',
    '5s',
    '5, 6',
    '5\n6',
    'soon',
    '٣',
  ])('ignores %j', (header) => {
    expect(retryAfterMs(header, NOW)).toBeUndefined();
  });

  it.each([
    'Mon, 26 Jan 2026 11:59:59 GMT',
    'Sun, 06 Nov 1994 08:49:37 GMT',
    'Sun Nov  6 08:49:37 1994',
    'Mon, 26 Jan 2026 99:00:00 GMT',
    'Mon, 99 Jan 2099 12:00:00 GMT',
    'Mon, whenever',
    'Mon, 2099',
    'Mondays in May 2099',
    '2099-01-26T12:00:00Z',
    'Jan 26 2099 12:00:00 GMT',
  ])('ignores the date %j, which is past or not an HTTP date', (header) => {
    expect(retryAfterMs(header, NOW)).toBeUndefined();
  });

  it('reads every HTTP date that Date writes', () => {
    const later = fc.date({
      min: new Date('2026-01-26T12:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(later, (date) => {
        expect(retryAfterMs(date.toUTCString(), NOW)).toBe(
          Math.floor(date.getTime() / 1000) * 1000 - NOW,
        );
      }),
    );
  });

  it('never asks for a wait of zero or less', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(retryAfterMs(header, NOW) ?? 1).toBeGreaterThan(0);
      }),
    );
  });
});
