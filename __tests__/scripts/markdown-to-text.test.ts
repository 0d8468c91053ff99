/** Job summaries as text for a terminal. */
import { expect, it } from 'vitest';
import { markdownToText } from '../../scripts/markdown-to-text.ts';

const TABLE =
  '| Verdict | Image |\n|---|---|\n| ✅ completed | <code>A&#45;1</code> |\n| ⏱️ late | B |';

it('a heading is underlined over its whole width, emoji included', () => {
  expect(markdownToText('## ✅ Done', 80)).toBe('✅ Done\n=======');
});

it('entities, tags and Markdown syntax are gone, except for the backticks of code', () => {
  const markdown = 'in&#95;progress, `timeout`, <code>a&lt;b</code>, **bold**, <https://a.example>';
  expect(markdownToText(markdown, 80)).toBe('in_progress, `timeout`, a<b, bold, https://a.example');
});

it('the columns of a table are aligned', () => {
  expect(markdownToText(TABLE, 80).split('\n')).toEqual([
    'Verdict       Image',
    '✅ completed  A-1',
    '⏱️ late       B',
  ]);
});

it('a line break in a cell becomes a blank', () => {
  expect(markdownToText('| A |\n|---|\n| b<br>c |', 80)).toBe('A\nb c');
});

it('a table that is too wide for the terminal becomes a list of records', () => {
  expect(markdownToText(TABLE, 10)).toBe(
    'Verdict  ✅ completed\nImage    A-1\n\nVerdict  ⏱️ late\nImage    B',
  );
});

it('a folded section shows its title and its contents', () => {
  const markdown = '<details><summary>What happened</summary>\n\n- one\n- two\n\n</details>';
  expect(markdownToText(markdown, 80)).toBe('What happened\n\n- one\n- two');
});

it('a chart is mentioned, and other code stays as it is', () => {
  expect(markdownToText('```mermaid\ngantt\n```', 80)).toBe('(GitHub shows a chart here.)');
  expect(markdownToText('```\na &amp; b\n```', 80)).toBe('a &amp; b');
});
