/**
 * City time as the server writes it: `2019-01-14T09:00` is the instant at which an hour ends, `2019-01-14` a city day.
 * The strings are handled as such; no browser time zone ever touches them.
 */
export type Hour = string
export type Day = string

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

function asUtc(text: string): number {
  const [date = '', time = '00:00'] = text.split('T')
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day, Number(time.slice(0, 2)))
}

export function isDay(text: unknown): text is Day {
  return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(asUtc(text)) === text
}

export function isHour(text: unknown): text is Hour {
  return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):00$/.test(text) && isDay(text.slice(0, 10))
}

function dayOf(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10)
}

export function addDays(day: Day, days: number): Day {
  return dayOf(asUtc(day) + days * DAY_MS)
}

export function daysBetween(first: Day, last: Day): number {
  return Math.round((asUtc(last) - asUtc(first)) / DAY_MS)
}

export function addHours(hour: Hour, hours: number): Hour {
  return new Date(asUtc(hour) + hours * HOUR_MS).toISOString().slice(0, 13) + ':00'
}

export function hoursBetween(first: Hour, last: Hour): number {
  return Math.round((asUtc(last) - asUtc(first)) / HOUR_MS)
}

/** The city day to which an hour belongs: 00:00 is the last hour of the day before. */
export function cityDayOf(hour: Hour): Day {
  return addHours(hour, -1).slice(0, 10)
}

/** The hours of a city day: 01:00 … 23:00 and 00:00 of the next date. */
export function firstHourOf(day: Day): Hour {
  return `${day}T01:00`
}

export function lastHourOf(day: Day): Hour {
  return `${addDays(day, 1)}T00:00`
}

/** `2019-01-14 09:00`, as people write it. */
export function hourLabel(hour: Hour): string {
  return hour.replace('T', ' ')
}

/** Time of the reader's own clock, for "since when". */
export function clockTime(date: Date): string {
  return date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
}

/** An instant as the server writes it (UTC or with an offset), in city time to the minute. */
export function instantLabel(instant: string | null | undefined): string {
  if (!instant) return '–'
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) return instant
  return new Date(ms + 8 * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ')
}

/** The same to the second, for logs and audits. */
export function secondLabel(instant: string | null | undefined): string {
  if (!instant) return '–'
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) return instant
  return new Date(ms + 8 * HOUR_MS).toISOString().slice(0, 19).replace('T', ' ')
}
