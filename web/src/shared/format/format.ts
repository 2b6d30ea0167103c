/** A number as the server rounded it, with the decimals it is to be shown with; a gap is an en dash. */
export function shown(value: number | null | undefined, decimals = 0): string {
  return value === null || value === undefined || Number.isNaN(value) ? '–' : value.toFixed(decimals)
}

export function percent(share: number | null | undefined, decimals = 1): string {
  return share === null || share === undefined ? '–' : `${(share * 100).toFixed(decimals)}%`
}

/** With its sign, also at zero: `+3`, `−2`, `±0`. */
export function signed(value: number | null | undefined, decimals = 1): string {
  if (value === null || value === undefined) return '–'
  const text = Math.abs(value).toFixed(decimals)
  if (Number(text) === 0) return `±${text}`
  return value > 0 ? `+${text}` : `−${text}`
}

export function bytes(count: number): string {
  if (count < 1000) return `${count} B`
  if (count < 1_000_000) return `${(count / 1000).toFixed(0)} kB`
  return `${(count / 1_000_000).toFixed(1)} MB`
}

export function thousands(count: number | null | undefined): string {
  return count === null || count === undefined ? '–' : count.toLocaleString('en-US')
}
