import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { languageOf, startTexts } from './texts.ts';
import { listen, staticServer } from './staticFiles.ts';

/** `npm start`: serves the built product on this machine and prints its address. PORT chooses another port. */
const t = await startTexts(languageOf(process.argv.slice(2)));
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const wanted = Number(process.env['PORT'] ?? 4173);

if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
  console.error(t('cli:error.port', { value: process.env['PORT'] }));
  process.exitCode = 2;
} else if (!existsSync(`${dist}/index.html`)) {
  console.error(t('cli:error.notBuilt'));
  process.exitCode = 2;
} else {
  const port = await listen(staticServer(dist), wanted);
  console.log(t('cli:start.address', { address: `http://127.0.0.1:${port}/` }));
  console.log(t('cli:start.stop'));
}
