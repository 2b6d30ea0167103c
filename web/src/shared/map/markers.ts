import type { MapStation } from './types'

const SVG = 'http://www.w3.org/2000/svg'

/** The plate of a station: a button, so that it can be reached by keyboard and named by a screen reader. */
export function stationPlate(onSelect: () => void): HTMLElement {
  const root = document.createElement('div')
  root.className = 'plate-anchor'
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'plate'
  button.addEventListener('click', (event) => {
    event.stopPropagation()
    onSelect()
  })
  root.append(leader(), button, windArrow())
  return root
}

export function drawPlate(root: HTMLElement, station: MapStation, selected: boolean): void {
  const button = root.querySelector<HTMLElement>('.plate')!
  button.className = `plate aqi-${station.level ?? 0}${station.own ? '' : ' peer'}${selected ? ' selected' : ''}`
  button.textContent = station.figure
  button.title = `${station.name}\n${station.detail}`
  button.setAttribute('aria-label', `${station.name} ${station.detail}`)
  button.setAttribute('aria-pressed', String(selected))
  root.dataset['code'] = station.code
  root.classList.toggle('raised', selected)
  drawWind(root.querySelector<SVGElement>('.wind')!, station.wind)
}

function leader(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', 'leader')
  svg.setAttribute('aria-hidden', 'true')
  svg.append(document.createElementNS(SVG, 'line'), document.createElementNS(SVG, 'circle'))
  return svg
}

/** From the plate, which stepped aside by that much, to the place of its station. */
export function drawLeader(root: HTMLElement, dx: number, dy: number): void {
  const svg = root.querySelector<SVGElement>('.leader')!
  svg.classList.toggle('hidden', Math.hypot(dx, dy) < 6)
  const [line, dot] = svg.children
  line?.setAttribute('x2', String(-dx))
  line?.setAttribute('y2', String(-dy))
  dot?.setAttribute('cx', String(-dx))
  dot?.setAttribute('cy', String(-dy))
  dot?.setAttribute('r', '3')
}

function windArrow(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '-10 -10 20 20')
  svg.setAttribute('class', 'wind')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', 'M0 9 V-8 M-4 -3 L0 -8.5 L4 -3')
  svg.append(path)
  return svg
}

/** The arrow flies with the wind: a wind from the north points south. A calm has no arrow. */
function drawWind(arrow: SVGElement, wind: MapStation['wind']): void {
  const visible = wind !== null && wind.speed > 0
  arrow.classList.toggle('hidden', !visible)
  if (visible) {
    const size = 15 + Math.min(13, wind.speed * 2)
    arrow.style.width = `${size}px`
    arrow.style.height = `${size}px`
    arrow.style.transform = `translateX(-50%) rotate(${(wind.from + 180) % 360}deg)`
  }
}

export function areaLabel(name: string): HTMLElement {
  const label = document.createElement('div')
  label.className = 'area-label'
  label.textContent = name
  label.setAttribute('aria-hidden', 'true')
  return label
}
