import type { BilingualText } from '@/api/types'
import { AXIS, INK, MUTED } from '@/shared/chart/base'
import type { ChartOption } from '@/shared/chart/echarts'
import { tooltip } from '@/shared/chart/tooltip'
import { percent, shown } from '@/shared/format/format'
import { colourOf, SIX, symbol } from '@/shared/format/pollutants'
import type { AirRanking, RankedSubject } from '../api'

type Say = (text: BilingualText | null | undefined) => string

/** Stacked parts of the composite index, the best on top. */
export function sharesOption(ranking: AirRanking, say: Say): ChartOption {
  const rows = [...ranking.ranked].reverse()
  const partOf = (row: RankedSubject, code: string) => row.composite.parts.find((part) => part.pollutant === code)
  return {
    grid: { left: 8, right: 46, top: 8, bottom: 40, containLabel: true },
    legend: { bottom: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: MUTED } },
    xAxis: { ...AXIS, type: 'value' },
    yAxis: {
      ...AXIS,
      type: 'category',
      data: rows.map((row) => say(row.subject.name)),
      axisLabel: { color: INK, interval: 0 },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (points: { dataIndex: number }[]) => {
        const row = rows[points[0]?.dataIndex ?? 0]!
        return tooltip(`${row.rank}. ${say(row.subject.name)} ${shown(row.composite.index, 2)}`, [
          ...row.composite.parts.map((part) => ({
            label: `${symbol(part.pollutant)} ${part.concentration} ÷ ${part.standardValue}`,
            value: `${shown(part.index, 2)} (${percent(part.share, 0)})`,
            colour: colourOf(part.pollutant),
          })),
        ])
      },
    },
    series: SIX.map((code, order) => ({
      type: 'bar',
      stack: 'index',
      name: symbol(code),
      barMaxWidth: 24,
      itemStyle: { color: colourOf(code), borderColor: '#fff', borderWidth: 0.5 },
      data: rows.map((row) => partOf(row, code)?.index ?? 0),
      label: {
        show: order === SIX.length - 1,
        position: 'right',
        color: INK,
        fontWeight: 600,
        formatter: (point: { dataIndex: number }) => shown(rows[point.dataIndex]?.composite.index, 2),
      },
    })),
  }
}

export function sharesTable(ranking: AirRanking, say: Say, words: { rank: string; name: string; index: string }) {
  return {
    headers: [words.rank, words.name, words.index, ...SIX.map((code) => symbol(code))],
    rows: ranking.ranked.map((row) => [
      row.rank,
      say(row.subject.name),
      row.composite.index,
      ...SIX.map((code) => row.composite.parts.find((part) => part.pollutant === code)?.index),
    ]),
  }
}
