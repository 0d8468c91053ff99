/**
 * Checks JSON (RFC 8259) while it comes, without holding any of it: a report may be larger than the
 * longest string of V8, which `JSON.parse` needs.
 */
import { TextDecoder } from 'node:util';

/** Checks a file while it comes. */
export interface BodyCheck {
  /** Whether the file can still be right with this part. */
  write(part: Uint8Array): boolean;
  /** Whether the file is right and whole without any more parts. */
  end(): boolean;
}

/** Deeper than any report; an endless row of brackets must not use up the memory. */
const DEEPEST = 1_000;
/** Longer than any number of a report, in characters. */
const LONGEST_LITERAL = 1_000;

const LITERAL = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/;
const ESCAPE = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/;
const START_OF_ESCAPE = /^\\(?:u[\da-fA-F]{0,3})?$/;
const [QUOTE, BACKSLASH, SPACE] = [0x22, 0x5c, 0x20];

type Mark = '{' | '}' | '[' | ']' | ':' | ',';
type Token = Mark | 'string' | 'literal';
const MARKS: ReadonlySet<string> = new Set<Mark>(['{', '}', '[', ']', ':', ',']);
/** What may come next. */
type Expected = 'root' | 'value' | 'first-item' | 'first-key' | 'key' | ':' | 'next' | 'end';

/** Whether the text is one object or one array: the `null` of a server is no report. */
export function createJsonCheck(): BodyCheck {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const grammar = createGrammar();
  let isRight = true;
  let isInString = false;
  /** The start of a token whose end has not come yet. */
  let rest = '';

  /** @returns where the token ends, or as much of it as is there; undefined if it is none. */
  function takeToken(text: string, at: number): number | undefined {
    const mark = text.charAt(at);
    if (isMark(mark)) return grammar.take(mark) ? at + 1 : undefined;
    isInString = mark === '"';
    if (isInString || isBlank(mark)) return at + 1;
    const end = endOfLiteral(text, at);
    const literal = text.slice(at, end);
    if (end < text.length)
      return LITERAL.test(literal) && grammar.take('literal') ? end : undefined;
    rest = literal;
    return rest.length > LONGEST_LITERAL ? undefined : end;
  }

  /** The same within a string. */
  function takeInside(text: string, at: number): number | undefined {
    const end = endOfPlain(text, at);
    if (end > at || end === text.length) return end;
    if (text.charCodeAt(at) === QUOTE) {
      isInString = false;
      return grammar.take('string') ? at + 1 : undefined;
    }
    const start = text.slice(at, at + 6);
    const [escaped] = ESCAPE.exec(start) ?? [];
    if (escaped !== undefined) return at + escaped.length;
    rest = start;
    return START_OF_ESCAPE.test(start) ? text.length : undefined;
  }

  function takeAll(text: string): boolean {
    rest = '';
    for (let at = 0; at < text.length; ) {
      const end = isInString ? takeInside(text, at) : takeToken(text, at);
      if (end === undefined) return false;
      at = end;
    }
    return true;
  }

  return {
    write(part) {
      const text = isRight ? decoded(decoder, part) : undefined;
      isRight = text !== undefined && takeAll(rest + text);
      return isRight;
    },
    end: () =>
      isRight && !isInString && rest === '' && decoded(decoder) === '' && grammar.isWhole(),
  };
}

function isMark(character: string): character is Mark {
  return MARKS.has(character);
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t';
}

/** @returns where the next mark, quote or white space is, or the end of the text. */
function endOfLiteral(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isMark(character) || isBlank(character) || character === '"') break;
  }
  return at;
}

/** @returns where the next character is that a string must escape, or the end of the text. */
function endOfPlain(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE || code === BACKSLASH || code < SPACE) break;
  }
  return at;
}

/** @returns undefined if it is not UTF-8. @param part undefined at the end. */
function decoded(decoder: TextDecoder, part?: Uint8Array): string | undefined {
  try {
    return decoder.decode(part, { stream: part !== undefined });
  } catch {
    return undefined;
  }
}

/** Which tokens may follow each other. */
function createGrammar() {
  const nesting: ('{' | '[')[] = [];
  let expected: Expected = 'root';

  function open(mark: '{' | '['): boolean {
    if (!isValueExpected() && expected !== 'root') return false;
    expected = mark === '{' ? 'first-key' : 'first-item';
    return nesting.push(mark) <= DEEPEST;
  }

  function close(mark: '{' | '[', first: Expected): boolean {
    if (expected !== first && expected !== 'next') return false;
    if (nesting.pop() !== mark) return false;
    return valueEnded();
  }

  function valueEnded(): true {
    expected = nesting.length === 0 ? 'end' : 'next';
    return true;
  }

  function isValueExpected(): boolean {
    return expected === 'value' || expected === 'first-item';
  }

  function follow(before: readonly Expected[], after: Expected): boolean {
    if (!before.includes(expected)) return false;
    expected = after;
    return true;
  }

  function take(token: Token): boolean {
    switch (token) {
      case '{':
      case '[':
        return open(token);
      case '}':
        return close('{', 'first-key');
      case ']':
        return close('[', 'first-item');
      case ':':
        return follow([':'], 'value');
      case ',':
        return follow(['next'], nesting.at(-1) === '{' ? 'key' : 'value');
      case 'string':
        return isValueExpected() ? valueEnded() : follow(['key', 'first-key'], ':');
      case 'literal':
        return isValueExpected() && valueEnded();
    }
  }

  return { take, isWhole: () => expected === 'end' };
}
