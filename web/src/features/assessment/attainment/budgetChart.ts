import { AXIS, INK, MUTED } from '@/shared/chart/base'
import type { ChartOption } from '@/shared/chart/echarts'
import { tooltip } from '@/shared/chart/tooltip'
import { shown } from '@/shared/format/format'
import { colourOf, decimalsOf } from '@/shared/format/pollutants'
import type { PollutantBudget } from '../api'

interface Words {
  soFar: string
  limit: string
  target: string
  lastYear: string
}

/** `PM₂.₅ P95` for a percentile, the symbol alone for a mean. */
const nameOf = (row: PollutantBudget) =>
  row.statisticCode === 'mean' ? row.label : `${row.label} ${row.statisticCode.toUpperCase()}`

const ratio = (value: number | null, limit: number | null) => (value === null || !limit ? null : value / limit)

/** Where each pollutant stands, as a multiple of its limit, so that one picture holds all six. */
export function budgetOption(pollutants: PollutantBudget[], words: Words): ChartOption {
  const rows = [...pollutants].reverse()
  return {
    grid: { left: 8, right: 40, top: 24, bottom: 8, containLabel: true },
    xAxis: {
      ...AXIS,
      type: 'value',
      min: 0,
      max: (scale: { max: number }) => Math.max(1.2, Math.ceil(scale.max * 5 + 0.3) / 5),
    },
    yAxis: {
      ...AXIS,
      type: 'category',
      data: rows.map(nameOf),
      axisLabel: { color: INK, fontSize: 13 },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (points: { dataIndex: number }[]) => {
        const row = rows[points[0]?.dataIndex ?? 0]!
        const decimals = decimalsOf(row.pollutant)
        const text = (value: number | null) => `${shown(value, decimals)} ${row.unit}`
        return tooltip(nameOf(row), [
          { label: words.soFar, value: text(row.soFar), colour: colourOf(row.pollutant) },
          { label: words.limit, value: text(row.limit) },
          { label: words.target, value: text(row.target) },
          { label: words.lastYear, value: text(row.lastYear) },
        ])
      },
    },
    series: [
      {
        type: 'bar',
        name: words.soFar,
        barMaxWidth: 18,
        data: rows.map((row) => ({
          value: ratio(row.soFar, row.limit) ?? '-',
          itemStyle: { color: colourOf(row.pollutant) },
        })),
        label: {
          show: true,
          position: 'right',
          color: INK,
          formatter: (point: { dataIndex: number }) => {
            const row = rows[point.dataIndex]!
            return shown(ratio(row.soFar, row.limit), 2)
          },
        },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: INK, type: 'dashed', width: 1.2 },
          label: { formatter: words.limit, color: MUTED, position: 'end' },
          data: [{ xAxis: 1 }],
        },
      },
      {
        type: 'scatter',
        name: words.target,
        symbol: 'diamond',
        symbolSize: 12,
        itemStyle: { color: '#fff', borderColor: INK, borderWidth: 1.6 },
        data: rows.map((row) => ratio(row.target, row.limit) ?? '-'),
      },
    ],
  }
}

export function budgetTable(pollutants: PollutantBudget[], words: Words) {
  return {
    headers: ['pollutant', 'unit', words.soFar, words.limit, words.target, words.lastYear],
    rows: pollutants.map((row) => [nameOf(row), row.unit, row.soFar, row.limit, row.target, row.lastYear]),
  }
}
