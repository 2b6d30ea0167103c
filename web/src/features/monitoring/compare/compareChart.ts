import { AXIS, MUTED } from '@/shared/chart/base'
import type { ChartOption } from '@/shared/chart/echarts'
import { tooltip } from '@/shared/chart/tooltip'
import { decimalsOf } from '@/shared/format/pollutants'
import { shown } from '@/shared/format/format'
import type { AirComparison, ComparisonSeries } from './api'

/** Twelve lines that can be told apart, also without colour vision by their dashes. */
const COLOURS = ['#0b6fbb', '#b5475f', '#0f8a7a', '#8a6d00', '#6b4fa0', '#5c6f82', '#a3541a', '#2f4b7c']
const DASHES = ['solid', 'dashed', 'dotted'] as const

export function styleOf(index: number) {
  return { color: COLOURS[index % COLOURS.length]!, type: DASHES[Math.floor(index / COLOURS.length) % DASHES.length]! }
}

export function nameOf(line: ComparisonSeries, say: (text: { zh: string; en: string }) => string): string {
  return line.year === null ? say(line.subject.name) : `${say(line.subject.name)} ${line.year}`
}

export function compareOption(
  data: AirComparison,
  say: (text: { zh: string; en: string }) => string,
  validDays: string,
): ChartOption {
  const decimals = decimalsOf(data.parameter)
  const bars = data.step === 'YEAR' || data.periods.length <= 2
  return {
    grid: { left: 48, right: 16, top: 34, bottom: 58 },
    legend: { type: 'scroll', bottom: 0, textStyle: { color: MUTED }, itemWidth: 22 },
    xAxis: { ...AXIS, type: 'category', data: data.periods, boundaryGap: bars },
    yAxis: { ...AXIS, type: 'value', name: data.unit || data.label, nameGap: 10 },
    tooltip: {
      trigger: 'axis',
      formatter: (points: { dataIndex: number }[]) => {
        const index = points[0]?.dataIndex ?? 0
        return tooltip(
          data.periods[index] ?? '',
          data.series.map((line, order) => ({
            label: nameOf(line, say),
            value: `${shown(line.values[index], decimals)} (${validDays} ${line.validDays[index] ?? 0})`,
            colour: styleOf(order).color,
          })),
        )
      },
    },
    series: data.series.map((line, order) => ({
      type: bars ? 'bar' : 'line',
      name: nameOf(line, say),
      data: line.values.map((value) => value ?? '-'),
      connectNulls: false,
      barMaxWidth: 34,
      symbol: data.periods.length > 60 ? 'none' : 'circle',
      symbolSize: 5,
      lineStyle: { width: 1.8, ...styleOf(order) },
      itemStyle: { color: styleOf(order).color },
    })),
  }
}

export function compareTable(data: AirComparison, say: (text: { zh: string; en: string }) => string, period: string) {
  return {
    headers: [period, ...data.series.map((line) => `${nameOf(line, say)}${data.unit ? ` (${data.unit})` : ''}`)],
    rows: data.periods.map((label, index) => [label, ...data.series.map((line) => line.values[index])]),
  }
}
