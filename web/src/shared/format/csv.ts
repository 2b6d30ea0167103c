export type Cell = string | number | null | undefined

/** One cell; text that a spreadsheet would run as a formula is kept text by a leading apostrophe. */
function cell(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Comma-separated values in UTF-8 with the mark by which spreadsheets recognise it. */
export function csvOf(headers: string[], rows: Cell[][]): string {
  return '\uFEFF' + [headers, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'
}

export function save(content: Blob | string, fileName: string, type = 'text/csv;charset=utf-8'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** The first records of a CSV text; quoted cells may hold commas, quotes and line ends. */
export function readCsv(text: string, most: number): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let content = ''
  let quoted = false
  const end = () => {
    record.push(content)
    content = ''
  }
  const source = text.replace(/^\uFEFF/, '')
  for (let at = 0; at < source.length && records.length < most; at++) {
    const character = source[at]!
    if (quoted) {
      if (character !== '"') content += character
      else if (source[at + 1] === '"') content += source[++at]
      else quoted = false
    } else if (character === '"') quoted = true
    else if (character === ',') end()
    else if (character === '\n') {
      end()
      records.push(record)
      record = []
    } else if (character !== '\r') content += character
  }
  if (records.length < most && (content !== '' || record.length > 0)) {
    end()
    records.push(record)
  }
  return records
}
