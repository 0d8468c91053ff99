/**
 * `npm run preview [-- file.md …]`: renders job summaries as GitHub does (GFM, sanitized HTML,
 * mermaid) and takes screenshots in headless Chromium: light, dark, and light on a narrow page.
 * If no file is given, it renders the samples in `preview-samples.ts`. The project does not depend
 * on the renderer: the first run installs it to build/preview.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { samples } from './preview-samples.ts';

const FOLDER = fileURLToPath(new URL('../build/preview', import.meta.url));
/** A command or a path. */
const CHROMIUM = process.env['CHROMIUM'] ?? 'chromium';
const TOOLS = {
  'github-markdown-css': '5.9.0',
  mermaid: '11.16.0',
  'rehype-raw': '7.0.0',
  'rehype-sanitize': '6.0.0',
  'rehype-stringify': '10.0.1',
  'remark-gfm': '4.0.1',
  'remark-parse': '11.0.0',
  'remark-rehype': '11.1.2',
  unified: '11.0.5',
};

function install(): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(
    join(FOLDER, 'package.json'),
    JSON.stringify({ private: true, dependencies: TOOLS }),
  );
  if (existsSync(join(FOLDER, 'node_modules', 'unified'))) return;
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

interface Processor {
  use(plugin: unknown, options?: object): Processor;
  process(text: string): Promise<{ toString(): string }>;
}

async function load(name: string, path: string): Promise<unknown> {
  const module = (await import(
    pathToFileURL(join(FOLDER, 'node_modules', name, path)).href
  )) as Record<string, unknown>;
  return module['default'] ?? module['unified'];
}

/** The sanitizer of this pipeline has GitHub's own list of what may pass. */
async function render(markdown: string): Promise<string> {
  const unified = (await load('unified', 'index.js')) as () => Processor;
  const html = await unified()
    .use(await load('remark-parse', 'index.js'))
    .use(await load('remark-gfm', 'index.js'))
    .use(await load('remark-rehype', 'index.js'), { allowDangerousHtml: true })
    .use(await load('rehype-raw', 'index.js'))
    .use(await load('rehype-sanitize', 'index.js'))
    .use(await load('rehype-stringify', 'index.js'))
    .process(markdown);
  return html.toString();
}

function page(html: string, theme: 'light' | 'dark'): string {
  const css = readFileSync(
    join(FOLDER, `node_modules/github-markdown-css/github-markdown-${theme}.css`),
    'utf8',
  );
  const charts = html.replaceAll(
    /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
    '<pre class="mermaid">$1</pre>',
  );
  return `<!doctype html><meta charset="utf-8">
<style>${css} body { margin: 0 } .markdown-body { padding: 24px }</style>
<body class="markdown-body">${charts}
<script src="node_modules/mermaid/dist/mermaid.min.js"></script>
<script>mermaid.initialize({ theme: '${theme === 'dark' ? 'dark' : 'default'}' })</script>`;
}

function photograph(name: string, theme: 'light' | 'dark', size: string, as: string): void {
  const picture = join(FOLDER, `${name}-${as}.png`);
  const flags = [
    '--headless',
    '--no-sandbox',
    '--hide-scrollbars',
    '--allow-file-access-from-files',
    '--virtual-time-budget=20000',
  ];
  const url = pathToFileURL(join(FOLDER, `${name}-${theme}.html`)).href;
  execFileSync(CHROMIUM, [...flags, `--window-size=${size}`, `--screenshot=${picture}`, url], {
    stdio: 'ignore',
  });
  console.log(picture);
}

if (spawnSync(CHROMIUM, ['--version']).error !== undefined) {
  console.error(
    `Could not start "${CHROMIUM}": install Chromium and an emoji font (on Debian: ` +
      'apt-get install chromium fonts-noto-color-emoji), or set CHROMIUM to its path.',
  );
  process.exit(1);
}
install();
const files = process.argv.slice(2).map((path) => ({
  name: basename(path, '.md'),
  markdown: readFileSync(path, 'utf8'),
  height: 1200,
}));
const own = Object.entries(samples).map(([name, sample]) => ({ name, ...sample }));
for (const { name, markdown, height } of files.length > 0 ? files : own) {
  const html = await render(markdown);
  for (const theme of ['light', 'dark'] as const) {
    writeFileSync(join(FOLDER, `${name}-${theme}.html`), page(html, theme));
    photograph(name, theme, `1280,${height}`, theme);
  }
  // As on a phone, or in half of a window.
  photograph(name, 'light', `500,${Math.round(1.6 * height)}`, 'narrow');
}
