/** The six pollutants of the air quality index, in the order in which HJ 633 lists them. */
export const SIX = ['so2', 'no2', 'pm10', 'co', 'o3', 'pm25'] as const
export type PollutantCode = (typeof SIX)[number]

const LABELS: Record<string, string> = {
  so2: 'SO₂',
  no2: 'NO₂',
  pm10: 'PM₁₀',
  co: 'CO',
  o3: 'O₃',
  o3_8h: 'O₃-8h',
  pm25: 'PM₂.₅',
}

/** The symbol as printed, with subscripts. */
export function symbol(code: string): string {
  return LABELS[code] ?? code
}

export function unitOf(code: string): string {
  return code === 'co' ? 'mg/m³' : 'µg/m³'
}

/** Decimals of an hourly or daily concentration, as GB 3095 writes its limits: CO with one, the others whole. */
export function decimalsOf(code: string): number {
  return code === 'co' ? 1 : 0
}

/** One colour per pollutant in charts; apart from the official AQI colours, tellable apart without colour vision. */
const COLOURS: Record<string, string> = {
  so2: '#8a6d00',
  no2: '#b5475f',
  pm10: '#5c6f82',
  co: '#6b4fa0',
  o3: '#0f8a7a',
  o3_8h: '#0f8a7a',
  pm25: '#0b6fbb',
}

export function colourOf(code: string): string {
  return COLOURS[code] ?? '#5c6f82'
}
