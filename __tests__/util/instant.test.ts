import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../src/util/instant.ts';

describe('parseInstant', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0, 0n],
    ['2026-01-26T15:30:01Z', 1_769_441_401_000, 1_769_441_401_000_000_000n],
    ['2026-01-26t15:30:01z', 1_769_441_401_000, 1_769_441_401_000_000_000n],
    ['2026-01-26 15:30:01Z', 1_769_441_401_000, 1_769_441_401_000_000_000n],
    ['2026-01-26T16:30:01+01:00', 1_769_441_401_000, 1_769_441_401_000_000_000n],
    ['2026-01-26T10:00:01.5-05:30', 1_769_441_401_500, 1_769_441_401_500_000_000n],
    ['2026-01-26T15:30:01-00:00', 1_769_441_401_000, 1_769_441_401_000_000_000n],
    ['2026-01-26T15:30:01.000000001Z', 1_769_441_401_000, 1_769_441_401_000_000_001n],
    ['2026-01-26T15:30:01.123456789Z', 1_769_441_401_123, 1_769_441_401_123_456_789n],
    ['2026-01-26T15:30:01.1234567899Z', 1_769_441_401_123, 1_769_441_401_123_456_789n],
    ['1969-12-31T23:59:59.9999Z', -1, -100_000n],
    ['2024-02-29T00:00:00Z', 1_709_164_800_000, 1_709_164_800_000_000_000n],
  ])('reads %s to the nanosecond', (text, ms, ns) => {
    expect(parseInstant(text)).toEqual({ text, ms, ns });
  });

  it('rounds down, however many digits there are', () => {
    const text = `2026-01-26T15:30:01.${'9'.repeat(50)}Z`;
    expect(parseInstant(text)).toEqual({
      text,
      ms: 1_769_441_401_999,
      ns: 1_769_441_401_999_999_999n,
    });
  });

  it('reads a leap second as the first second of the next minute', () => {
    expect(parseInstant('2016-12-31T23:59:60Z')?.ns).toBe(parseInstant('2017-01-01T00:00:00Z')?.ns);
    expect(parseInstant('2016-12-31T18:59:60.25-05:00')?.ns).toBe(
      parseInstant('2017-01-01T00:00:00.25Z')?.ns,
    );
  });

  it.each([
    '',
    'today',
    '1769441401',
    '2026-01-26',
    '2026-01-26T15:30Z',
    '2026-01-26T15:30:01',
    '2026-01-26T15:30:01.Z',
    '2026-01-26T15:30:01,5Z',
    '2026-01-26T15:30:01+0100',
    '2026-01-26T15:30:01+01',
    '2026-01-26T15:30:01 Z',
    '2026-01-26T15:30:01UTC',
    '2026-1-26T15:30:01Z',
    '+002026-01-26T15:30:01Z',
    '-2026-01-26T15:30:01Z',
    ' 2026-01-26T15:30:01Z',
    '2026-01-26T15:30:01Z\n',
    '2026-01-26T15:30:01Z 2026-01-26T15:30:01Z',
    '٢٠٢٦-01-26T15:30:01Z',
    '2026-W05-1T15:30:01Z',
    `2026-01-26T15:30:01.${'1'.repeat(51)}Z`,
  ])('refuses %j, which is not an RFC 3339 time', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-32T00:00:00Z',
    '2026-01-26T24:00:00Z',
    '2026-01-26T15:60:00Z',
    '2026-01-26T15:30:61Z',
    '2026-01-26T15:30:01+24:00',
    '2026-01-26T15:30:01+01:60',
  ])('refuses %s, which does not exist', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('agrees with Date on every time that Date can write', () => {
    const date = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, (time) => {
        const text = time.toISOString();
        expect(parseInstant(text)).toEqual({
          text,
          ms: time.getTime(),
          ns: BigInt(time.getTime()) * 1_000_000n,
        });
      }),
    );
  });

  it('orders times within one millisecond', () => {
    const written = (ns: number) =>
      parseInstant(`2026-01-26T15:30:01.${String(ns).padStart(9, '0')}Z`)?.ns ?? 0n;
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(999_999_999), (one, other) => {
        expect(written(one) - written(other)).toBe(BigInt(one) - BigInt(other));
      }),
    );
  });
});
