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
  root.append(button, windArrow())
  return root
}

/** Draws a station; `asDot` leaves of a far neighbour only its colour, which then is no target either. */
export function drawPlate(root: HTMLElement, station: MapStation, selected: boolean, asDot: boolean): void {
  const button = root.querySelector<HTMLButtonElement>('.plate')!
  const kind = asDot ? ' dot' : station.own ? '' : ' peer'
  button.className = `plate aqi-${station.level ?? 0}${kind}${selected ? ' selected' : ''}`
  button.disabled = asDot
  button.textContent = asDot ? '' : station.figure
  button.title = `${station.name}\n${station.detail}`
  button.setAttribute('aria-label', `${station.name} ${station.detail}`)
  button.setAttribute('aria-pressed', String(selected))
  root.dataset['code'] = station.code
  root.classList.toggle('raised', selected)
  drawWind(root.querySelector<SVGElement>('.wind')!, asDot ? null : station.wind)
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
