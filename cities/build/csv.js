/** CSV as the city packs use it: UTF-8, a header row, quotes where a field has a comma, a quote or a line break. */

import { readFileSync } from 'node:fs';

/** Rows of the text as objects keyed by the header; a blank line is no row. */
export function parseCsv(text) {
  const [header = [], ...rows] = records(text.replace(/^\uFEFF/, ''));
  return rows.map((row) => {
    if (row.length !== header.length) {
      throw new Error(`a row has ${row.length} fields, the header ${header.length}: ${row.join(',')}`);
    }
    return Object.fromEntries(header.map((name, i) => [name.trim(), row[i].trim()]));
  });
}

export const readCsv = (file) => parseCsv(readFileSync(file, 'utf8'));

/** Text of a table: the header, then the rows in the order of its names. */
export function formatCsv(header, rows) {
  const lines = [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))];
  return lines.map((fields) => fields.map(quote).join(',') + '\n').join('');
}

const quote = (field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : String(field));

function records(text) {
  const result = [];
  let row = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        field += '"';
        i++;
      } else if (c === '"') {
        quoted = false;
      } else {
        field += c;
      }
    } else if (c === '"' && field === '') {
      quoted = true;
    } else if (c === ',') {
      row.push(field);
      field = '';
    } else if (c === '\n') {
      row.push(field.replace(/\r$/, ''));
      result.push(row);
      row = [];
      field = '';
    } else {
      field += c;
    }
  }
  if (quoted) {
    throw new Error('a quote is not closed');
  }
  if (field !== '' || row.length > 0) {
    result.push([...row, field]);
  }
  return result.filter((fields) => fields.length > 1 || fields[0] !== '');
}
