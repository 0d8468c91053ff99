import { describe, expect, it } from 'vitest';
import { type Candidate, candidatesFor, firstParentsOf } from '../../src/model/base-branch.ts';
import type { ListedImage } from '../../src/model/upload.ts';
import { instant } from '../support/builders.ts';

const [C3, C2, C1] = ['c3', 'c2', 'c1'].map((sha) => sha.padEnd(40, '0')) as [
  string,
  string,
  string,
];
const MAIN = { kind: 'branch', name: 'main', commits: [C3, C2, C1] } as const;
const OWN = { imageId: 'own', name: 'firmware.bin', version: 'f'.repeat(40) };

function image(id: string, version: string | undefined, more: Partial<ListedImage> = {}) {
  return {
    id,
    name: 'firmware.bin',
    version,
    scanId: undefined,
    createTime: instant('2026-01-26T15:30:00Z'),
    isArchived: false,
    ...more,
  };
}

/** The candidates' IDs, or why there are none. */
function idsOf(images: readonly ListedImage[], own = OWN) {
  const found = candidatesFor(own, MAIN, images);
  return 'kind' in found ? found.why : found.map(({ imageId }: Candidate) => imageId);
}

describe('the first parents of a commit', () => {
  it('leave out what was merged', () => {
    const commits = [
      { sha: 'merge', parents: ['one', 'side'] },
      { sha: 'side', parents: ['root'] },
      { sha: 'one', parents: ['root'] },
      { sha: 'root', parents: [] },
    ];
    expect(firstParentsOf('merge', commits)).toEqual(['merge', 'one', 'root']);
    expect(firstParentsOf('one', commits)).toEqual(['one', 'root']);
  });

  it('end where the list does, also if the commit is not in it', () => {
    expect(firstParentsOf('b', [{ sha: 'b', parents: ['a'] }])).toEqual(['b']);
    expect(firstParentsOf('x', [{ sha: 'b', parents: ['a'] }])).toEqual([]);
  });

  it('are lower case, whatever the case of the list', () => {
    const commits = [
      { sha: 'AB', parents: ['cD'] },
      { sha: 'Cd', parents: [] },
    ];
    expect(firstParentsOf('aB', commits)).toEqual(['ab', 'cd']);
  });

  it('end if a commit is its own ancestor, which no history has', () => {
    const commits = [
      { sha: 'a', parents: ['b'] },
      { sha: 'b', parents: ['a'] },
    ];
    expect(firstParentsOf('a', commits)).toEqual(['a', 'b']);
  });
});

describe('the candidates for a baseline', () => {
  it('are those of the newest commit first, and of one commit the newest image first', () => {
    const at = (second: string) => ({ createTime: instant(`2026-01-26T15:30:${second}Z`) });
    const images = [
      image('oldest commit', C1, at('59')),
      image('first', C2, at('01')),
      image('third', C2, at('03')),
      image('second', C2, at('02')),
      image('timeless', C2, { createTime: undefined }),
    ];
    expect(idsOf(images)).toEqual(['third', 'second', 'first', 'timeless', 'oldest commit']);
    expect(idsOf(images.toReversed())).toEqual(idsOf(images));
  });

  it('are in the order of their IDs if they are of the same time, down to the nanosecond', () => {
    const of = (id: string, fraction: string) =>
      image(id, C1, { createTime: instant(`2026-01-26T15:30:01.${fraction}Z`) });
    const images = [of('a', '000000001'), of('c', '000000001'), of('b', '000000002')];
    expect(idsOf(images)).toEqual(['b', 'c', 'a']);
  });

  it('say which commit they are of, and how far back that is', () => {
    expect(candidatesFor(OWN, MAIN, [image('i', C1)])).toEqual([
      { imageId: 'i', sha: C1, back: 2 },
    ]);
  });

  it.each([
    ['in capitals', C2.toUpperCase()],
    ['with white space around', ` ${C2}\n`],
  ])('may have the SHA as their version %s', (_, version) => {
    expect(idsOf([image('i', version)])).toEqual(['i']);
  });

  it.each([
    ['another commit', image('i', 'd'.repeat(40))],
    ['the start of a SHA', image('i', C2.slice(0, 12))],
    ['no version', image('i', undefined)],
    ['an archived image', image('i', C2, { isArchived: true })],
    ['the image itself', image('own', C2)],
  ])('do not have %s', (_, other) => {
    expect(idsOf([other])).toEqual({ type: 'no-image', commits: 3, branch: 'main' });
  });

  it('do not have the image itself if its ID is spelled in another case', () => {
    const imageId = '01JZ30CYZY52F5BPR3AAJ2DP80';
    const images = [image(imageId.toLowerCase(), C2), image('other', C1)];
    expect(idsOf(images, { ...OWN, imageId })).toEqual(['other']);
  });

  it('do not have another image of the same commit, with which nothing is new', () => {
    const images = [image('own', C3), image('again', C3.toUpperCase()), image('before', C2)];
    expect(idsOf(images, { ...OWN, version: C3 })).toEqual(['before']);
  });

  it('have the name of the image, to the letter', () => {
    const images = [image('other', C3, { name: 'Firmware.bin' }), image('same', C2)];
    expect(idsOf(images)).toEqual(['same']);
    expect(idsOf(images.slice(0, 1))).toEqual({
      type: 'no-image-named',
      name: 'firmware.bin',
      commits: 3,
      branch: 'main',
    });
  });

  it('are none for an image without a name, whatever other images lack one', () => {
    const nameless = [image('i', C2, { name: undefined }), image('j', C2, { name: '' })];
    expect(idsOf(nameless, { ...OWN, name: '' })).toEqual({ type: 'unnamed' });
  });
});
