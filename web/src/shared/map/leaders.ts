const SVG = 'http://www.w3.org/2000/svg'

export interface Leader {
  fromX: number
  fromY: number
  toX: number
  toY: number
}

/** The lines from plates that stepped aside to their places: one drawing under all plates. */
export function leaderLayer(host: HTMLElement): (leaders: Leader[]) => void {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', 'leaders')
  svg.setAttribute('aria-hidden', 'true')
  host.append(svg)
  return (leaders) =>
    svg.replaceChildren(
      ...leaders.flatMap(({ fromX, fromY, toX, toY }) => [
        shape('line', { x1: fromX, y1: fromY, x2: toX, y2: toY }),
        shape('circle', { cx: fromX, cy: fromY, r: 3 }),
      ]),
    )
}

function shape(name: string, attributes: Record<string, number>): SVGElement {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value.toFixed(1))
  return element
}
