import { MUTED } from '@/shared/chart/base'
import type { ChartOption } from '@/shared/chart/echarts'
import { tooltip } from '@/shared/chart/tooltip'
import { percent, shown } from '@/shared/format/format'
import { decimalsOf } from '@/shared/format/pollutants'
import type { PollutionRose } from './api'

/** Shades of one hue from light to dark: an order, and none of the official AQI colours. */
const SHADES = ['#d6e6f4', '#a6cbe8', '#6aaad6', '#3a86c0', '#1d62a0', '#0b3f75', '#062548', '#03142a']

const POINTS = ['N', 'NNE', 'NE', 'ENE', 'E', 'ESE', 'SE', 'SSE', 'S', 'SSW', 'SW', 'WSW', 'W', 'WNW', 'NW', 'NNW']

export function classLabel(rose: PollutionRose, index: number): string {
  const { from, to } = rose.classes[index]!
  return to === null ? `≥ ${from}` : `${from}–${to}`
}

function pointName(directionDegrees: number): string {
  return POINTS[Math.round(directionDegrees / 22.5) % 16] ?? ''
}

/** Petals show how often the wind came from there, their rings how much of the pollutant it brought. */
export function roseOption(rose: PollutionRose, words: { mean: string; hours: string }): ChartOption {
  const petals = [...rose.petals].sort((a, b) => a.directionDegrees - b.directionDegrees)
  const names = petals.map((petal) => pointName(petal.directionDegrees))
  return {
    polar: { radius: '74%', center: ['50%', '47%'] },
    angleAxis: {
      type: 'category',
      data: names,
      boundaryGap: true,
      // North is up: the first sector is centred on it.
      startAngle: 90 + 360 / Math.max(1, petals.length) / 2,
      clockwise: true,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: '#edf0f3' } },
      axisLabel: { color: MUTED, interval: 0 },
    },
    radiusAxis: {
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: MUTED, formatter: (share: number) => percent(share, 0) },
      splitLine: { lineStyle: { color: '#dde3e9' } },
      z: 10,
    },
    legend: { bottom: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: MUTED } },
    tooltip: {
      trigger: 'item',
      formatter: (point: { dataIndex: number }) => {
        const petal = petals[point.dataIndex]!
        return tooltip(`${pointName(petal.directionDegrees)} ${petal.directionDegrees}°`, [
          { label: words.hours, value: `${petal.hours} (${percent(petal.share)})` },
          { label: words.mean, value: `${shown(petal.mean, decimalsOf(rose.pollutant))} ${rose.unit}` },
          ...rose.classes.map((_, index) => ({
            label: classLabel(rose, index),
            value: String(petal.counts[index] ?? 0),
            colour: SHADES[index],
          })),
        ])
      },
    },
    series: rose.classes.map((_, index) => ({
      type: 'bar',
      coordinateSystem: 'polar',
      stack: 'petal',
      name: classLabel(rose, index),
      itemStyle: { color: SHADES[index], borderColor: '#fff', borderWidth: 0.5 },
      barCategoryGap: '8%',
      data: petals.map((petal) => (rose.hoursUsed > 0 ? (petal.counts[index] ?? 0) / rose.hoursUsed : 0)),
    })),
  }
}

export function roseTable(rose: PollutionRose) {
  return {
    headers: [
      'direction (degrees)',
      'hours',
      'share',
      `mean (${rose.unit})`,
      ...rose.classes.map((_, index) => classLabel(rose, index)),
    ],
    rows: rose.petals.map((petal) => [petal.directionDegrees, petal.hours, petal.share, petal.mean, ...petal.counts]),
  }
}
