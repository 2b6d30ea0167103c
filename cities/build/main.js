/** Builds the generated part of every city pack: npm run build. */

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPack, listPacks } from './pack.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

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
