import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Files beside a bundle's are found as beside the sources': it lies as deep as they do. */
const FOLDER = fileURLToPath(new URL('../../dist/server', import.meta.url));

/**
 * Puts a script of this folder and all it imports into one file of plain JavaScript, as browsers get the engine, and
 * returns its path. A script run from its sources is slower: constants are looked up from file to file, and what takes
 * the types out leaves every array access dearer (Node 24).
 */
export async function bundled(name: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL(`./${name}.ts`, import.meta.url)),
      target: 'node24',
      outDir: FOLDER,
      emptyOutDir: false,
    },
  });
  return `${FOLDER}/${name}.js`;
}
