/** Builds the generated part of every city pack, installing the packages it needs: node build/main.js. */

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.js';
import { buildPack, listPacks } from './pack.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

installPackages(root);

for (const folder of listPacks(root)) {
  const name = path.basename(folder);
  try {
    const written = buildPack(folder, root);
    console.log(`${name}: ${written.length > 0 ? written.join(', ') : 'up to date'}`);
  } catch (error) {
    console.error(`${name}: ${error.message}`);
    process.exitCode = 1;
  }
}
