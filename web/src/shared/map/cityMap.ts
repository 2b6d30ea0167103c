import type { GeoJSONSource, Map as MapType, Marker as MarkerType, StyleSpecification } from 'maplibre-gl'
import { declutter } from './declutter'
import { extentOf, labelPoint } from './geometry'
import { leaderLayer, type Leader } from './leaders'
import { areaLabel, drawPlate, stationPlate } from './markers'
import type { Boundaries, MapStation } from './types'

type Library = typeof import('./maplibre')

/** Below this zoom the stations of other cities are dots: there is no room for their figures. */
const DOTS_BELOW_ZOOM = 7.9
const NAME_HEIGHT = 18
/** Pixels; a shorter line would be hidden by its plate. */
const LEAST_LEADER = 8

/** A style without any server: a plain ground, areas and their borders. Names are elements over the map, so no glyphs. */
const STYLE: StyleSpecification = {
  version: 8,
  sources: { areas: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': '#e9eef2' } },
    { id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': '#fbfcfd', 'fill-opacity': 1 } },
    {
      id: 'halo',
      type: 'line',
      source: 'areas',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': '#c3ccd6', 'line-width': 5, 'line-opacity': 0.45 },
    },
    {
      id: 'borders',
      type: 'line',
      source: 'areas',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': '#8d9aa9', 'line-width': 1.1 },
    },
  ],
}

/** The map of one city: areas, their names, and the plates of stations. */
export class CityMap {
  private readonly map: MapType
  private readonly plates = new Map<string, { marker: MarkerType; element: HTMLElement }>()
  private readonly drawLeaders: (leaders: Leader[]) => void
  private names: { marker: MarkerType; element: HTMLElement }[] = []
  private selected: string | null = null
  private dots: boolean | null = null
  private touched = false
  private areas: Boundaries = { type: 'FeatureCollection', features: [] }
  private stations: MapStation[] = []

  constructor(
    private readonly library: Library,
    host: HTMLElement,
    private readonly onSelect: (code: string) => void,
    texts: { zoomIn: string; zoomOut: string; label: string },
  ) {
    this.map = new library.MapLibre({
      container: host,
      style: STYLE,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxZoom: 14,
      minZoom: 4,
      fadeDuration: 0,
      cooperativeGestures: false,
      locale: {
        'NavigationControl.ZoomIn': texts.zoomIn,
        'NavigationControl.ZoomOut': texts.zoomOut,
        'Map.Title': texts.label,
      },
    })
    this.drawLeaders = leaderLayer(this.map.getCanvasContainer())
    this.map.touchZoomRotate.disableRotation()
    this.map.scrollZoom.setWheelZoomRate(1 / 300)
    this.map.on('move', () => this.spread())
    // Until the reader has chosen a view of their own, the whole city stays in view whatever becomes of the space.
    this.map.on('resize', () => !this.touched && this.fit())
    for (const event of ['dragstart', 'zoomstart'] as const) {
      this.map.on(event, (move: { originalEvent?: unknown }) => {
        if (move.originalEvent) this.touched = true
      })
    }
    this.map.addControl(new library.NavigationControl({ showCompass: false }), 'top-right')
  }

  whenReady(done: () => void): void {
    this.map.once('idle', done)
  }

  showAreas(areas: Boundaries): void {
    this.areas = areas
    const draw = () => this.map.getSource<GeoJSONSource>('areas')?.setData(areas)
    if (this.map.isStyleLoaded()) draw()
    else this.map.once('load', draw)
    this.names.forEach(({ marker }) => marker.remove())
    this.names = areas.features.flatMap((feature) => {
      const place = labelPoint(feature)
      const name = String(feature.properties?.['name'] ?? '')
      if (!place || !name) return []
      const element = areaLabel(name)
      return [{ element, marker: new this.library.Marker({ element }).setLngLat(place).addTo(this.map) }]
    })
    this.spread()
  }

  showStations(stations: MapStation[], selected: string | null): void {
    this.stations = stations
    const wanted = new Set(stations.map((station) => station.code))
    for (const [code, plate] of this.plates) {
      if (!wanted.has(code)) {
        plate.marker.remove()
        this.plates.delete(code)
      }
    }
    this.selected = selected
    this.dots = null
    this.spread()
  }

  /** Shows the whole city; where its outline is unknown, all its stations. */
  fit(): void {
    const points = this.stations
      .filter((station) => station.own || this.areas.features.length === 0)
      .map((station): [number, number] => [station.longitude, station.latitude])
    const extent = extentOf(this.areas, points)
    if (extent)
      this.map.fitBounds(extent, {
        padding: this.map.getContainer().clientWidth < 500 ? 14 : 34,
        animate: false,
        maxZoom: 11,
      })
  }

  /** Plates that would lie on each other or on a name step aside, tied to their place by a line. */
  private spread(): void {
    this.draw(this.map.getZoom() < DOTS_BELOW_ZOOM)
    const plates = this.stations.filter((station) => !this.isDot(station))
    const names = this.names.map(({ marker, element }) => ({
      ...this.map.project(marker.getLngLat()),
      width: element.offsetWidth,
      height: NAME_HEIGHT,
    }))
    const boxes = plates.map((station) => ({
      ...this.map.project([station.longitude, station.latitude]),
      width: station.own ? 42 : 34,
      height: (station.own ? 28 : 26) + (station.wind ? 16 : 0),
    }))
    const moves = declutter([...boxes, ...names])
    const leaders: Leader[] = []
    plates.forEach((station, index) => {
      const { dx, dy } = moves[index]!
      const { x, y } = boxes[index]!
      this.plateOf(station).marker.setOffset([dx, dy])
      if (Math.hypot(dx, dy) >= LEAST_LEADER) leaders.push({ fromX: x, fromY: y, toX: x + dx, toY: y + dy })
    })
    this.names.forEach(({ marker }, index) => {
      const { dx, dy } = moves[plates.length + index]!
      marker.setOffset([dx, dy])
    })
    this.drawLeaders(leaders)
  }

  private isDot(station: MapStation): boolean {
    return this.dots === true && !station.own && station.code !== this.selected
  }

  private draw(dots: boolean): void {
    if (dots === this.dots) return
    this.dots = dots
    for (const station of this.stations) {
      const plate = this.plateOf(station)
      plate.marker.setOffset([0, 0])
      drawPlate(plate.element, station, station.code === this.selected, this.isDot(station))
    }
  }

  remove(): void {
    this.map.remove()
  }

  private plateOf(station: MapStation): { marker: MarkerType; element: HTMLElement } {
    const known = this.plates.get(station.code)
    if (known) return known
    const element = stationPlate(() => this.onSelect(station.code))
    const marker = new this.library.Marker({ element, anchor: 'center' })
      .setLngLat([station.longitude, station.latitude])
      .addTo(this.map)
    const plate = { marker, element }
    this.plates.set(station.code, plate)
    return plate
  }
}
