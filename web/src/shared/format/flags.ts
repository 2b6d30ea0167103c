/** The key of a quality flag's text: the server writes `pm_inversion` or `pm-inversion`, whichever part speaks. */
export function flagKey(code: string): string {
  return code.toLowerCase().replaceAll('_', '-')
}
