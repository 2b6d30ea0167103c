import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { makeWorkingDays } from './working-days.js';

const calendar = JSON.parse(
  readFileSync(new URL('../node_modules/chinese-days/dist/chinese-days.json', import.meta.url), 'utf8'),
);
const days = makeWorkingDays({ calendar, source: 'test' });
const byDate = new Map(days.map((day) => [day.date, day]));

test('every year from the first to the last has its New Year, each day stands once and in order', () => {
  const years = new Set(days.map((day) => day.date.slice(0, 4)));
  for (let year = 2004; year <= 2026; year++) {
    assert.ok(years.has(String(year)), String(year));
    assert.equal(byDate.get(`${year}-01-01`).working, 'no');
  }
  assert.equal(byDate.size, days.length);
  assert.deepEqual(days, days.toSorted((a, b) => (a.date < b.date ? -1 : 1)));
});

test('the holidays of 2019 are as the State Council announced them', () => {
  // 国办发明电〔2018〕15号: New Year, Spring Festival 4-10 February with work on 2 and 3 February, National Day 1-7 October.
  assert.equal(byDate.get('2019-01-01').working, 'no');
  assert.equal(byDate.get('2019-02-02').working, 'yes');
  assert.equal(byDate.get('2019-02-03').working, 'yes');
  for (const day of ['04', '05', '06', '07', '08', '09', '10']) {
    assert.equal(byDate.get(`2019-02-${day}`).working, 'no');
  }
  assert.equal(byDate.get('2019-02-11'), undefined);
  assert.equal(byDate.get('2019-10-07').working, 'no');
  assert.equal(byDate.get('2019-10-01').name_zh, '国庆节');
});
