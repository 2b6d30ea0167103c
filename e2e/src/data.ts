import { localSecret, until } from './product'

/** Stations of the pack of Jincheng. */
export const STATIONS = ['2160A', '2161A', '2162A', '2163A', '2164A', '2165A']

const FIRST_DAY = Date.UTC(2019, 10, 1)
const DAYS = 61
const HOUR = 3_600_000

interface Extent {
  hasData: boolean
  computing: { active: boolean }
}

/**
 * Waits until the server has data and has computed its days. A server without the reference kit imports nothing at its
 * start: then a small file in the national layout is imported.
 */
export async function ensureData(url: string, dataDirectory: string): Promise<void> {
  const extent = async () => (await (await fetch(`${url}/api/v1/air/extent`)).json()) as Extent
  if (!(await extent()).hasData) await importFile(url, dataDirectory, 'small.csv', nationalFile())
  await until(async () => {
    const now = await extent()
    return now.hasData && !now.computing.active
  }, 5 * 60_000)
}

export async function importFile(url: string, dataDirectory: string, name: string, content: string): Promise<void> {
  const form = new FormData()
  form.set('file', new Blob([content]), name)
  const headers = { Authorization: `Bearer ${localSecret(dataDirectory)}` }
  const accepted = await fetch(`${url}/api/v1/imports`, { method: 'POST', headers, body: form })
  if (accepted.status !== 202) throw new Error(`The import was refused: ${accepted.status} ${await accepted.text()}`)
  const place = new URL(accepted.headers.get('location')!, url)
  await until(async () => {
    const { state } = (await (await fetch(place, { headers })).json()) as { state: string }
    if (/failed|cancelled/i.test(state)) throw new Error(`The import of ${name} ended as ${state}`)
    return /done/i.test(state)
  }, 120_000)
}

/** Two months of six stations: a daily rhythm, an episode in December, and a gap of a day at one station. */
export function nationalFile(): string {
  const lines = [`date,hour,type,${STATIONS.join(',')}`]
  for (let hour = 0; hour < DAYS * 24; hour++) {
    const instant = new Date(FIRST_DAY + hour * HOUR)
    const label = `${instant.toISOString().slice(0, 10).replaceAll('-', '')},${instant.getUTCHours()}`
    for (const [type, base] of Object.entries({ SO2: 14, NO2: 38, PM10: 95, CO: 0.9, O3: 52, 'PM2.5': 54 })) {
      lines.push(`${label},${type},${STATIONS.map((_, station) => value(type, base, hour, station)).join(',')}`)
    }
  }
  return lines.join('\n') + '\n'
}

function value(type: string, base: number, hour: number, station: number): string {
  if (station === 3 && hour >= 480 && hour < 504) return ''
  const rhythm = 1 + 0.3 * Math.sin(((hour % 24) / 24) * 2 * Math.PI) * (type === 'O3' ? -1 : 1)
  const episode = hour > 960 && hour < 1100 && type.startsWith('PM') ? 2.4 : 1
  const number = base * rhythm * episode * (1 + station * 0.04)
  return type === 'CO' ? number.toFixed(1) : number.toFixed(0)
}
