/** Writes the folder generated/ of one city pack from the packages that the pack names. */

import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeBoundaries } from './boundaries.js';
import { formatCsv, parseCsv, readCsv } from './csv.js';
import { makeTownships } from './townships.js';
import { makeWorkingDays } from './working-days.js';

const INPUTS = ['areas.csv', 'boundaries.csv', 'packages.csv'];

const OUTPUTS = {
  boundaries: 'boundaries.geojson',
  townships: 'townships.csv',
  calendar: 'working-days.csv',
};

/** Folders below root that are city packs and name packages. */
export function listPacks(root) {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(root, entry.name, 'packages.csv')))
    .map((entry) => path.join(root, entry.name))
    .sort();
}

/**
 * Builds one pack unless everything it would write is newer than everything it reads.
 *
 * @param folder the pack
 * @param root the folder that has node_modules, the build's own files and the lock file
 * @returns what was written, relative to the pack; nothing when all was up to date
 */
export function buildPack(folder, root) {
  const packages = readCsv(path.join(folder, 'packages.csv'));
  if (isUpToDate(folder, root, packages)) {
    return [];
  }
  mkdirSync(path.join(folder, 'generated'), { recursive: true });
  return packages.map((row) => {
    const name = OUTPUTS[row.use];
    if (!name) {
      throw new Error(`packages.csv: use is "${row.use}", expected one of ${Object.keys(OUTPUTS).join(', ')}`);
    }
    const file = path.join('generated', name);
    writeWhole(path.join(folder, file), content(row, folder, root));
    return file;
  });
}

function isUpToDate(folder, root, packages) {
  const outputs = packages.map((row) => path.join(folder, 'generated', OUTPUTS[row.use] ?? row.use));
  if (!outputs.every((file) => existsSync(file))) {
    return false;
  }
  const own = readdirSync(path.join(root, 'build')).map((name) => path.join(root, 'build', name));
  const inputs = [...INPUTS.map((name) => path.join(folder, name)), ...own, path.join(root, 'package-lock.json')];
  const newestInput = Math.max(...inputs.filter((file) => existsSync(file)).map(modified));
  return Math.min(...outputs.map(modified)) >= newestInput;
}

const modified = (file) => statSync(file).mtimeMs;

/** A reader sees the old file or the new one, never half of it. */
function writeWhole(file, text) {
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}

function content(row, folder, root) {
  const areas = readCsv(path.join(folder, 'areas.csv'));
  const text = readPackageFile(row, root);
  const source = `npm ${row.package} ${row.version} ${row.file}`;
  switch (row.use) {
    case 'boundaries': {
      const names = readCsv(path.join(folder, 'boundaries.csv'));
      const collection = JSON.parse(text);
      return JSON.stringify(makeBoundaries({ collection, datum: row.datum, names, areas, source })) + '\n';
    }
    case 'townships':
      return formatCsv(
        ['code', 'name_zh', 'area', 'source'],
        makeTownships({ streets: parseCsv(text), areas, source }),
      );
    default:
      return formatCsv(
        ['date', 'working', 'name_zh', 'name_en', 'source'],
        makeWorkingDays({ calendar: JSON.parse(text), source }),
      );
  }
}

/** The file of the package, provided that the version installed is the one the pack names. */
function readPackageFile(row, root) {
  const home = path.join(root, 'node_modules', row.package);
  if (!existsSync(home)) {
    throw new Error(`packages.csv: package ${row.package} is not installed; add it to package.json and run npm ci`);
  }
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  if (version !== row.version) {
    throw new Error(`packages.csv: ${row.package} is ${row.version} there, but ${version} is installed`);
  }
  return readFileSync(path.join(home, row.file), 'utf8');
}
