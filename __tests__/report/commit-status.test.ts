import { describe, expect, it } from 'vitest';
import { describeLeftAlone, loginOf } from '../../src/report/commit-status.ts';

describe('whoever else wrote a status', () => {
  it('is named, in one printable line', () => {
    expect(loginOf('dependabot[bot]')).toBe('dependabot[bot]');
    expect(loginOf('a\n::error::b')).not.toContain('\n');
    expect(describeLeftAlone({ type: 'overridden', by: undefined })).toBe(
      'was set by an unknown account',
    );
  });
});
