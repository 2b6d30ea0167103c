import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { makeWorkingDays } from './working-days.js';

const calendar = JSON.parse(
  readFileSync(new URL('../node_modules/chinese-days/dist/chinese-days.json', import.meta.url), 'utf8'),
);
const days = makeWorkingDays({ calendar, source: 'test' });
const byDate = new Map(days.map((day) => [day.date, day]));

test('whole years are listed without a gap', () => {
  assert.equal(days[0].date, '2004-01-01');
  assert.equal(days.at(-1).date, '2026-12-31');
  const between = (Date.parse(days.at(-1).date) - Date.parse(days[0].date)) / 86_400_000;
  assert.equal(days.length, between + 1);
});

test('the holidays of 2019 are as the State Council announced them', () => {
  // 国办发明电〔2018〕15号: New Year, Spring Festival 4-10 February with work on 2 and 3 February, National Day 1-7 October.
  assert.equal(byDate.get('2019-01-01').working, 'no');
  assert.equal(byDate.get('2019-02-02').working, 'yes');
  assert.equal(byDate.get('2019-02-03').working, 'yes');
  for (const day of ['04', '05', '06', '07', '08', '09', '10']) {
    assert.equal(byDate.get(`2019-02-${day}`).working, 'no');
  }
  assert.equal(byDate.get('2019-02-11').working, 'yes');
  assert.equal(byDate.get('2019-10-07').working, 'no');
  assert.equal(byDate.get('2019-10-01').name_zh, '国庆节');
});

test('an ordinary Saturday is free and an ordinary Friday is not', () => {
  assert.equal(byDate.get('2019-03-15').working, 'yes');
  assert.equal(byDate.get('2019-03-16').working, 'no');
});
