import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/**
 * What must arrive before the first useful screen: the page, its scripts and styles with all they import
 * statically, and the French texts. Phaser and Plot come later, on demand; were they imported statically they
 * would be counted, and the budget would say so.
 */
const BUDGET = 250_000;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(ROOT, 'dist');
const french = join(ROOT, 'locales/fr');

/** Scripts and styles named by the page. */
function named(html: string): string[] {
  return [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g)].map(
    ([, path]) => path,
  );
}

/** Static imports of a built script; `import(...)` is not one. */
function imported(script: string): string[] {
  return [...script.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"'\n]+\.js)["']/g)].map(
    ([, path]) => path,
  );
}

function firstLoad(): string[] {
  const found = new Set<string>([join(dist, 'index.html')]);
  const queue = named(readFileSync(join(dist, 'index.html'), 'utf8')).map((path) => join(dist, path));
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file) || !existsSync(file)) continue;
    found.add(file);
    if (file.endsWith('.js')) {
      const folder = dirname(file);
      queue.push(...imported(readFileSync(file, 'utf8')).map((path) => join(folder, path)));
    }
  }
  return [...found];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

if (!existsSync(join(dist, 'index.html'))) {
  console.error('dist/index.html is missing: run "npm run build" first.');
  process.exit(2);
}

const sizes = firstLoad().map((file) => ({
  name: basename(file),
  bytes: gzipSync(readFileSync(file)).length,
}));
const texts = readdirSync(french)
  .filter((file) => !file.startsWith('cli'))
  .reduce((sum, file) => sum + gzipSync(readFileSync(join(french, file))).length, 0);
sizes.push({ name: 'locales/fr', bytes: texts });

for (const { name, bytes } of sizes.sort((a, b) => b.bytes - a.bytes)) {
  console.log(`${kilobytes(bytes).padStart(10)} gz  ${name}`);
}
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
console.log(
  `${kilobytes(total).padStart(10)} gz  first screen, before Phaser and Plot (at most ${kilobytes(BUDGET)})`,
);
if (total > BUDGET) process.exitCode = 1;
