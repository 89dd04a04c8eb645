import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeMap } from './map.ts';
import { makeTerritory, TERRITORY_PATH, territoryText } from './territory.ts';

/** Writes every generated asset: `npm run assets`. The results are committed, so that nothing is generated at start. */
function write(path: string, text: string): void {
  const file = fileURLToPath(new URL(`../../../${path}`, import.meta.url));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  process.stdout.write(`${path} ${text.length} characters\n`);
}

const map = makeMap();
write('assets/map/france.json', `${JSON.stringify(map)}\n`);
write(TERRITORY_PATH, territoryText(makeTerritory(map.areas)));
