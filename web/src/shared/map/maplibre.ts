// The map library, apart from everything else: it is as large as the whole first page and comes only where a map is.
import { AttributionControl, LngLatBounds, Map as MapLibre, Marker, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'

// Without this the library makes its worker from a blob, which the content security policy refuses.
setWorkerUrl(workerUrl)

export { AttributionControl, LngLatBounds, MapLibre, Marker, NavigationControl }
