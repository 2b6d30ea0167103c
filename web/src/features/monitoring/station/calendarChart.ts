import type { AqiLevelInfo, BilingualText } from '@/api/types'
import { LINE, MUTED } from '@/shared/chart/base'
import type { ChartOption } from '@/shared/chart/echarts'
import { tooltip } from '@/shared/chart/tooltip'
import { decimalsOf, SIX, symbol, unitOf } from '@/shared/format/pollutants'
import { shown } from '@/shared/format/format'
import type { AirDays } from './api'

type Say = (text: BilingualText | null | undefined) => string

const WEEKDAYS = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}

/** Pieces of the colour scale, one per level, in the official colours. */
function pieces(levels: AqiLevelInfo[]) {
  return levels.map((level) => ({
    gte: level.fromAqi,
    ...(level.toAqi === null ? {} : { lte: level.toAqi }),
    color: level.colour,
  }))
}

/** A year of days in the colours of their AQI; a day that could not be assessed stays blank. */
export function calendarOption(
  days: AirDays,
  year: string,
  language: 'zh' | 'en',
  say: Say,
  narrow: boolean,
): ChartOption {
  const byDay = new Map(days.days.map((day) => [day.day, day]))
  return {
    tooltip: {
      formatter: (point: { value: [string, number | null] }) => {
        const day = byDay.get(point.value[0])
        const level = days.levels.find((entry) => entry.level === day?.aqi?.level)
        const lines = SIX.map((code) => ({
          label: code === 'o3' ? symbol('o3_8h') : symbol(code),
          value: `${shown(day?.values[code], decimalsOf(code))} ${unitOf(code)}`,
        }))
        return tooltip(point.value[0], [
          { label: `AQI ${say(level?.category)}`, value: shown(day?.aqi?.aqi), colour: level?.colour },
          ...lines,
        ])
      },
    },
    visualMap: { show: false, type: 'piecewise', dimension: 1, pieces: pieces(days.levels) },
    calendar: {
      range: year,
      orient: narrow ? 'vertical' : 'horizontal',
      left: narrow ? 44 : 34,
      right: 8,
      top: narrow ? 26 : 24,
      bottom: 4,
      cellSize: ['auto', 'auto'],
      splitLine: { lineStyle: { color: '#8d9aa9', width: 1 } },
      itemStyle: { color: '#f1f3f6', borderColor: '#fff', borderWidth: 2 },
      dayLabel: { firstDay: 1, nameMap: WEEKDAYS[language], color: MUTED, fontSize: 11 },
      monthLabel: {
        nameMap: language === 'zh' ? 'ZH' : 'EN',
        color: MUTED,
        fontSize: 11,
      },
      yearLabel: { show: false },
    },
    series: [
      {
        type: 'heatmap',
        coordinateSystem: 'calendar',
        data: days.days.filter((day) => day.aqi !== null).map((day) => [day.day, day.aqi?.aqi ?? null]),
        emphasis: { itemStyle: { borderColor: LINE, borderWidth: 0, shadowBlur: 4, shadowColor: 'rgba(0,0,0,.4)' } },
      },
    ],
  }
}

export function calendarTable(days: AirDays) {
  return {
    headers: ['day', 'AQI', 'level', 'primary', ...SIX.map((code) => `${symbol(code)} (${unitOf(code)})`)],
    rows: days.days.map((day) => [
      day.day,
      day.aqi?.aqi ?? null,
      day.aqi?.level ?? null,
      (day.aqi?.primary ?? []).join(';'),
      ...SIX.map((code) => day.values[code]),
    ]),
  }
}
