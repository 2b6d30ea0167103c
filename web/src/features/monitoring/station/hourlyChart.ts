import type { BilingualText } from '@/api/types'
import { AXIS, INK, MUTED } from '@/shared/chart/base'
import type { ChartOption } from '@/shared/chart/echarts'
import { tooltip, type TooltipLine } from '@/shared/chart/tooltip'
import type { Cell } from '@/shared/format/csv'
import { colourOf, decimalsOf } from '@/shared/format/pollutants'
import { shown } from '@/shared/format/format'
import { addHours, hourLabel } from '@/shared/time/time'
import type { HourlyParameter, StationHours } from './api'

export interface ChartWords {
  say: (text: BilingualText) => string
  flag: (code: string) => string
  flagged: string
  hours: string
}

export function hoursOf(data: StationHours): string[] {
  return Array.from({ length: data.hours }, (_, index) => addHours(data.firstHour, index))
}

/** Limits as dashed, labelled lines over the part of the range in which they hold. */
function limitLines(parameter: HourlyParameter, hours: string[], words: ChartWords) {
  // A line far above everything measured would flatten the curve; it is left to the assessment below the charts.
  const greatest = Math.max(0, ...parameter.values.map((value) => value ?? 0))
  const lines = parameter.limits.filter((limit) => limit.grade === 2 && limit.value <= greatest * 1.6)
  return lines.map((limit) => [
    {
      name: words.say(limit.label),
      xAxis: hourLabel(hours[limit.fromIndex] ?? ''),
      yAxis: limit.value,
      label: { formatter: `${words.say(limit.label)} ${limit.value}` },
    },
    { xAxis: hourLabel(hours[limit.toIndex] ?? ''), yAxis: limit.value },
  ])
}

const TWO_DAYS = 48

/** One pollutant: a line that stops at gaps, limits, and rings around the values in doubt. */
export function hourlyOption(data: StationHours, parameter: HourlyParameter, words: ChartWords): ChartOption {
  const hours = hoursOf(data)
  const labels = hours.map(hourLabel)
  const decimals = decimalsOf(parameter.code)
  // A label at the first hour of each city day; over one or two days at every third hour.
  const marked = (index: number) => (data.hours > TWO_DAYS ? index % 24 === 0 : index % 3 === 2)
  const flags = new Map(parameter.flags.map((flagged) => [flagged.index, flagged.flags.map(words.flag).join(' ')]))
  return {
    grid: { left: 46, right: 14, top: 26, bottom: 26 },
    xAxis: {
      ...AXIS,
      type: 'category',
      data: labels,
      boundaryGap: false,
      axisTick: { ...AXIS.axisTick, alignWithLabel: true, interval: marked },
      axisLabel: {
        ...AXIS.axisLabel,
        interval: marked,
        formatter: (label: string) => (data.hours > TWO_DAYS ? label.slice(5, 10) : label.slice(11, 16)),
      },
    },
    yAxis: { ...AXIS, type: 'value', name: parameter.unit, nameGap: 8, splitNumber: 4 },
    tooltip: {
      trigger: 'axis',
      formatter: (points: { dataIndex: number }[]) => {
        const index = points[0]?.dataIndex ?? 0
        const lines: TooltipLine[] = [
          {
            label: parameter.label,
            value: `${shown(parameter.values[index], decimals)} ${parameter.unit}`,
            colour: colourOf(parameter.code),
          },
        ]
        if (flags.has(index)) lines.push({ label: words.flagged, value: flags.get(index)! })
        return tooltip(labels[index] ?? '', lines)
      },
    },
    series: [
      {
        type: 'line',
        name: parameter.label,
        data: parameter.values.map((value) => value ?? '-'),
        connectNulls: false,
        // A single value between two gaps would be invisible as a line.
        showSymbol: true,
        symbol: (_value: unknown, point: { dataIndex: number }) =>
          isLonely(parameter.values, point.dataIndex) ? 'circle' : 'none',
        symbolSize: 4,
        lineStyle: { width: 1.5, color: colourOf(parameter.code) },
        itemStyle: { color: colourOf(parameter.code) },
        markLine: {
          silent: true,
          z: 10,
          symbol: 'none',
          lineStyle: { color: INK, type: 'dashed', width: 1, opacity: 0.55 },
          label: {
            position: 'insideEndTop',
            color: MUTED,
            fontSize: 11,
            textBorderColor: '#fff',
            textBorderWidth: 4,
          },
          data: limitLines(parameter, hours, words),
        },
      },
      {
        type: 'scatter',
        name: words.flagged,
        symbol: 'emptyCircle',
        symbolSize: 9,
        itemStyle: { color: '#9a5b00', borderWidth: 1.6 },
        data: [...flags.keys()].map((index) => [labels[index], parameter.values[index] ?? 0]),
      },
    ],
  }
}

function isLonely(values: (number | null)[], index: number): boolean {
  return (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null
}

export function hourlyTable(data: StationHours, parameters: HourlyParameter[], words: ChartWords) {
  const hours = hoursOf(data)
  const rows: Cell[][] = hours.map((hour, index) => [
    hour,
    ...parameters.map((parameter) => parameter.values[index]),
    ...parameters.map((parameter) =>
      (parameter.flags.find((flagged) => flagged.index === index)?.flags ?? []).map(words.flag).join(' '),
    ),
    data.aqi[index],
  ])
  const headers = [
    words.hours,
    ...parameters.map((parameter) => `${parameter.label} (${parameter.unit})`),
    ...parameters.map((parameter) => `${parameter.label} ${words.flagged}`),
    'AQI',
  ]
  return { headers, rows }
}
