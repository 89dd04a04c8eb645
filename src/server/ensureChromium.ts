import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.ts';

/**
 * Run before the browser tests: finds a Chromium, installs Debian's when this is a Debian run as root
 * (a container, a bare CI machine), or says what to type and stops with exit code 2.
 */
const INSTALL = 'apt-get update && apt-get install -y --no-install-recommends chromium';

if (
  findChromium() === null &&
  !process.env['CHROMIUM'] &&
  existsSync('/usr/bin/apt-get') &&
  process.getuid?.() === 0
) {
  console.error(`Chromium: ${INSTALL}`);
  spawnSync('sh', ['-c', INSTALL], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

if (findChromium() === null) {
  const asRoot = process.getuid?.() === 0 ? INSTALL : `sudo sh -c '${INSTALL}'`;
  console.error(
    process.env['CHROMIUM']
      ? `No program at CHROMIUM=${process.env['CHROMIUM']}.`
      : `The browser tests need Chromium. Type: ${asRoot}   (or set CHROMIUM to its path)`,
  );
  process.exitCode = 2;
}
