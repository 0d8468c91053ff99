import { describe, expect, it } from 'vitest';
import { createApi } from '../../src/binarly/api.ts';
import { LIST_PRODUCTS } from '../../src/binarly/products.ts';
import { staticCredential } from '../../src/credentials/credential.ts';
import { createServerClock } from '../../src/polling/server-clock.ts';
import { limits, TOKEN } from '../support/builders.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';
import { noReply, reply } from '../support/replies.ts';

const HOUR = 3_600_000;

describe('the clock of the platform', () => {
  it('is that of this machine until an answer has come', () => {
    const clock = createJumpingClock();
    const platform = createServerClock(clock);
    expect(platform.wallMs()).toBe(clock.wallMs());
    platform.hear(undefined);
    expect(platform.wallMs()).toBe(clock.wallMs());
    expect(platform.isSet()).toBe(false);
    platform.hear(0);
    expect(platform.isSet()).toBe(true);
  });

  it.each([HOUR, -HOUR, 5_000, -5_000])('is %i ms ahead if an answer says so', (aheadMs) => {
    const clock = createJumpingClock();
    const platform = createServerClock(clock);
    platform.hear(aheadMs);
    expect(platform.wallMs() - clock.wallMs()).toBe(aheadMs);
    platform.hear(undefined);
    expect(platform.wallMs() - clock.wallMs()).toBe(aheadMs);
  });

  it.each([0, 4_999, -4_999])('does not differ by %i ms, which an answer may take', (aheadMs) => {
    const clock = createJumpingClock();
    const platform = createServerClock(clock);
    platform.hear(HOUR);
    platform.hear(aheadMs);
    expect(platform.wallMs()).toBe(clock.wallMs());
  });

  it('changes no budget: it sleeps and counts like that of this machine', async () => {
    const clock = createJumpingClock();
    const platform = createServerClock(clock);
    platform.hear(HOUR);
    expect(platform.monotonicMs()).toBe(clock.monotonicMs());
    await platform.sleep(1_000, limits().signal);
    expect(clock.sleeps).toEqual([1_000]);
  });

  it('is set by each answer', async () => {
    const clock = createJumpingClock();
    const platform = createServerClock(clock);
    const answers = [
      reply(200, '', { aheadMs: HOUR }),
      noReply(),
      reply(502, '', { aheadMs: -HOUR }),
    ];
    const askApi = createApi({
      http: () => Promise.resolve(answers.shift() ?? noReply()),
      apiUrl: 'https://api.example',
      credential: staticCredential(TOKEN, clock),
      clock: platform,
    });
    const ask = async () => {
      await askApi(LIST_PRODUCTS, limits());
      return platform.wallMs() - clock.wallMs();
    };
    expect([await ask(), await ask(), await ask()]).toEqual([HOUR, HOUR, -HOUR]);
  });
});
