import { AXIS, INK } from '@/shared/chart/base'
import type { ChartOption } from '@/shared/chart/echarts'
import { tooltip } from '@/shared/chart/tooltip'
import { percent } from '@/shared/format/format'
import { SIX, symbol } from '@/shared/format/pollutants'
import { presentIn, type Board, type StationLine } from './api'

interface Words {
  say: (text: { zh: string; en: string }) => string
  arrived: string
  missing: string
  flagged: string
  revised: string
  /** On a phone there is room for the codes only. */
  codesOnly: boolean
}

/** Stations by periods: the darker, the more of the values arrived; white is nothing. */
export function boardOption(board: Board, stations: StationLine[], words: Words): ChartOption {
  const rows = [...stations].reverse()
  const names = rows.map((station) => (words.codesOnly ? station.code : `${words.say(station.name)} ${station.code}`))
  const labels = board.periods.map(({ begin }) => (board.step === 'day' ? begin.slice(5) : begin.slice(0, 7)))
  const cells = rows.map((station) => new Map(station.cells.map((cell) => [cell.begin, cell])))
  const share = (row: number, column: number) => {
    const { begin, hours } = board.periods[column]!
    return presentIn(cells[row]?.get(begin)) / (hours * SIX.length)
  }
  return {
    grid: { left: 8, right: 12, top: 8, bottom: 44, containLabel: true },
    xAxis: { ...AXIS, type: 'category', data: labels, splitLine: { show: false } },
    yAxis: { ...AXIS, type: 'category', data: names, axisLabel: { color: INK, interval: 0, fontSize: 11.5 } },
    visualMap: {
      type: 'piecewise',
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      dimension: 2,
      itemWidth: 14,
      itemHeight: 12,
      pieces: [
        { value: 0, color: '#f3f5f7', label: '0' },
        { gt: 0, lt: 0.5, color: '#cfe2f2', label: '< 50%' },
        { gte: 0.5, lt: 0.8, color: '#8dbbdf', label: '50–80%' },
        { gte: 0.8, lt: 0.95, color: '#4790c6', label: '80–95%' },
        { gte: 0.95, color: '#0b5c9e', label: '≥ 95%' },
      ],
    },
    tooltip: {
      formatter: (point: { value: [number, number, number] }) => {
        const [column, row] = point.value
        const { begin, hours } = board.periods[column]!
        const cell = cells[row]?.get(begin)
        return tooltip(`${names[row]} ${begin}`, [
          { label: words.arrived, value: percent(share(row, column)) },
          { label: words.missing, value: String(hours * SIX.length - presentIn(cell)) },
          { label: words.flagged, value: String(cell?.flagged ?? 0) },
          { label: words.revised, value: String(cell?.revised ?? 0) },
          ...SIX.map((code) => ({ label: symbol(code), value: `${cell?.values[code] ?? 0} / ${hours}` })),
        ])
      },
    },
    series: [
      {
        type: 'heatmap',
        data: rows.flatMap((_, row) => board.periods.map((__, column) => [column, row, share(row, column)])),
        itemStyle: { borderColor: '#fff', borderWidth: 1 },
        emphasis: { itemStyle: { borderColor: INK } },
      },
    ],
  }
}

export function boardTable(board: Board, stations: StationLine[], words: Words) {
  return {
    headers: ['station', 'period', 'hours', ...SIX.map((code) => symbol(code)), words.flagged, words.revised],
    rows: stations.flatMap((station) =>
      board.periods.map(({ begin, hours }) => {
        const cell = station.cells.find((entry) => entry.begin === begin)
        return [
          station.code,
          begin,
          hours,
          ...SIX.map((code) => cell?.values[code] ?? 0),
          cell?.flagged ?? 0,
          cell?.revised ?? 0,
        ]
      }),
    ),
  }
}
