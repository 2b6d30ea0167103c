import type { GeoJSONSource, Map as MapType, Marker as MarkerType, StyleSpecification } from 'maplibre-gl'
import { declutter } from './declutter'
import { extentOf, labelPoint } from './geometry'
import { areaLabel, drawLeader, drawPlate, stationPlate } from './markers'
import type { Boundaries, MapStation } from './types'

type Library = typeof import('./maplibre')

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
  private names: MarkerType[] = []
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
    this.map.touchZoomRotate.disableRotation()
    this.map.scrollZoom.setWheelZoomRate(1 / 300)
    this.map.on('move', () => this.spread())
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
    this.names.forEach((name) => name.remove())
    this.names = areas.features.flatMap((feature) => {
      const place = labelPoint(feature)
      const name = String(feature.properties?.['name'] ?? '')
      if (!place || !name) return []
      return [new this.library.Marker({ element: areaLabel(name) }).setLngLat(place).addTo(this.map)]
    })
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
    for (const station of stations) drawPlate(this.plateOf(station).element, station, station.code === selected)
    this.spread()
  }

  /** Shows the whole city; where its outline is unknown, all its stations. */
  fit(): void {
    const points = this.stations
      .filter((station) => station.own || this.areas.features.length === 0)
      .map((station): [number, number] => [station.longitude, station.latitude])
    const extent = extentOf(this.areas, points)
    if (extent) this.map.fitBounds(extent, { padding: 34, animate: false, maxZoom: 11 })
  }

  /** Plates that would lie on each other step aside, tied to their place by a line. */
  private spread(): void {
    const boxes = this.stations.map((station) => {
      const { x, y } = this.map.project([station.longitude, station.latitude])
      return { x, y, width: station.own ? 42 : 34, height: station.wind ? 44 : station.own ? 28 : 24 }
    })
    declutter(boxes).forEach(({ dx, dy }, index) => {
      const plate = this.plateOf(this.stations[index]!)
      plate.marker.setOffset([dx, dy])
      drawLeader(plate.element, dx, dy)
    })
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
