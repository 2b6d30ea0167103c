import type { ChartOption } from './echarts'

const FONT =
  "-apple-system, BlinkMacSystemFont, 'PingFang SC', 'Segoe UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"

export const INK = '#1b2430'
export const MUTED = '#5f6b7b'
export const LINE = '#e2e6eb'

/** What all charts share: one typeface, quiet axes, no animation of data, a tooltip that a strict CSP lets live. */
export function withBase(option: ChartOption): ChartOption {
  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: INK, fontSize: 12 },
    aria: { enabled: true },
    ...option,
    tooltip: option['tooltip'] === undefined ? undefined : { ...TOOLTIP, ...(option['tooltip'] as object) },
  }
}

const TOOLTIP = {
  confine: true,
  className: 'chart-tooltip',
  transitionDuration: 0,
  borderWidth: 0,
  padding: 0,
  backgroundColor: 'transparent',
  shadowBlur: 0,
  axisPointer: { lineStyle: { color: '#8793a3', type: 'dashed' }, label: { show: false } },
}

export const AXIS = {
  axisLine: { lineStyle: { color: '#c5ccd5' } },
  axisTick: { lineStyle: { color: '#c5ccd5' } },
  axisLabel: { color: MUTED, hideOverlap: true },
  splitLine: { lineStyle: { color: '#edf0f3' } },
  nameTextStyle: { color: MUTED, fontSize: 12 },
}
