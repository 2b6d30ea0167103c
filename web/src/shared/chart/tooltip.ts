export interface TooltipLine {
  label: string
  value: string
  /** Colour of the key before the label. */
  colour?: string
}

/**
 * The content of a tooltip as elements. ECharts' own tooltips are HTML strings with style attributes, which our
 * content security policy refuses; elements with classes, and colours set through the DOM, are let through.
 */
export function tooltip(title: string, lines: TooltipLine[]): HTMLElement {
  const box = document.createElement('div')
  box.className = 'chart-tip'
  const head = document.createElement('div')
  head.className = 'chart-tip-title'
  head.textContent = title
  box.append(head)
  for (const line of lines) {
    const row = document.createElement('div')
    row.className = 'chart-tip-row'
    const key = document.createElement('span')
    key.className = 'chart-tip-key'
    if (line.colour) key.style.backgroundColor = line.colour
    const label = document.createElement('span')
    label.className = 'chart-tip-label'
    label.textContent = line.label
    const value = document.createElement('span')
    value.className = 'chart-tip-value'
    value.textContent = line.value
    row.append(key, label, value)
    box.append(row)
  }
  return box
}
