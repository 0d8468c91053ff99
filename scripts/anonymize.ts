/**
 * Replaces what belongs to a tenant in an answer of the API: IDs, names, every other text. What
 * another tenant's answers would have, too, is kept: names of fields, words of the API, instants,
 * numbers, booleans, and which texts are equal. A text is replaced unless it is known to be harmless.
 */

export interface Anonymizer {
  /** The path and the query of a request, as in `/api/v4/products/id-1/images?status=true`. */
  address(address: string): string;
  /** A JSON value, with at most the first entries of each array. */
  value(json: unknown): unknown;
}

/** Entries of an array that are kept: enough to see its shape. */
const LONGEST_ARRAY = 3;

/** Fields whose values are words of the API. */
const WORDS = new Set([
  'compareSide',
  'findingStatus',
  'findingType',
  'permission',
  'severity',
  'state',
  'status',
  'token_type',
  'type',
]);

/** What is in an address after one of these is an ID. */
const COLLECTIONS = new Set(['products', 'images', 'scans', 'tempFiles', 'findings']);

const WORD = /^[A-Za-z][A-Za-z _.-]{0,39}$/;
const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d[\d:.]*(Z|[+-]\d\d:?\d\d)?$/;
const ULID = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/i;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const FIELD = /^[A-Za-z_@$][A-Za-z0-9_.@$-]{0,39}$/;
/** A part of a path that the API defines, such as `images:upload`. */
const SEGMENT = /^[a-z][A-Za-z0-9]*(:[A-Za-z]+)?$/;

/** The same text gets the same replacement everywhere, until the process ends. */
export function createAnonymizer(): Anonymizer {
  const replacements = new Map<string, string>();
  const counts = new Map<string, number>();

  function replace(kind: string, text: string): string {
    // The platform compares IDs without case.
    const key = kind === 'id' ? `id ${text.toLowerCase()}` : `${kind} ${text}`;
    const known = replacements.get(key);
    if (known !== undefined) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    replacements.set(key, `${kind}-${count}`);
    return `${kind}-${count}`;
  }

  function textIn(field: string, text: string): string {
    if (text === '' || INSTANT.test(text)) return text;
    if (WORDS.has(field) && WORD.test(text)) return text;
    const [first = ''] = text.split('/');
    if (COLLECTIONS.has(first)) return path(text);
    return replace(kindOf(field, text), text);
  }

  function path(text: string): string {
    const segments = text.split('/');
    return segments
      .map((segment, index) => {
        const isId = COLLECTIONS.has(segments[index - 1] ?? '') || !SEGMENT.test(segment);
        return segment === '' || !isId ? segment : replace('id', decode(segment));
      })
      .join('/');
  }

  function value(json: unknown, field = ''): unknown {
    if (typeof json === 'string') return textIn(field, json);
    if (typeof json === 'number' && /id$/i.test(field)) return replace('id', `${json}`);
    if (Array.isArray(json)) {
      const kept = json.slice(0, LONGEST_ARRAY).map((entry) => value(entry, field));
      const left = json.length - kept.length;
      return left === 0 ? kept : [...kept, `and ${left} more`];
    }
    if (typeof json !== 'object' || json === null) return json;
    return Object.fromEntries(
      Object.entries(json).map(([name, entry]) => [
        FIELD.test(name) && !isId(name) ? name : replace('field', name),
        value(entry, name),
      ]),
    );
  }

  function address(text: string): string {
    const { pathname, searchParams } = new URL(text, 'http://api');
    const start = path(pathname);
    const query = Array.from(searchParams, ([name, given]) => {
      const kept = /^(true|false|\d{1,5})$/.test(given) ? given : textIn(name, given);
      return `${name}=${kept}`;
    });
    return query.length === 0 ? start : `${start}?${query.join('&')}`;
  }

  return { address, value: (json) => value(json) };
}

function isId(text: string): boolean {
  return ULID.test(text) || UUID.test(text);
}

/** What a replacement says of the text, because a change of this is what a reader looks for. */
function kindOf(field: string, text: string): string {
  if (isId(text) || /id$/i.test(field)) return 'id';
  if (/^\d+$/.test(text)) return 'digits';
  if (URL.canParse(text)) return 'url';
  return 'text';
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
