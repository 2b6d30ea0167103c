import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCsv, parseCsv } from './csv.js';

test('quoted fields may hold commas, quotes and line breaks', () => {
  assert.deepEqual(parseCsv('a,b\n"1,5","say ""yes""\nor no"\r\n'), [{ a: '1,5', b: 'say "yes"\nor no' }]);
});

test('what is written is read again', () => {
  const rows = [
    { a: '城区', b: 'with, comma' },
    { a: '', b: 'with "quotes"' },
  ];
  assert.deepEqual(parseCsv(formatCsv(['a', 'b'], rows)), rows);
});

test('a byte order mark, blank lines and a missing last line break are tolerated', () => {
  assert.deepEqual(parseCsv('\uFEFFa,b\n\n1,2'), [{ a: '1', b: '2' }]);
});

test('a row of another length and an open quote are refused', () => {
  assert.throws(() => parseCsv('a,b\n1\n'), /1 fields, the header 2/);
  assert.throws(() => parseCsv('a,b\n"1,2\n'), /not closed/);
});
