// Fails the build when what a browser must load before the first page stands is over the budget. The map library is
// counted apart: the first page shows its list and figures before the map arrives.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const BUDGET_KILOBYTES = 350
const FIRST_PAGE = 'src/features/monitoring/overview/OverviewPage.vue'
const MAP_LIBRARY = /maplibre/

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'target/classes/static')
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))

const files = new Set(['index.html'])
const visited = new Set()
function collect(key) {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`${key} is not in the manifest: was the first page moved?`)
  if (visited.has(key) || MAP_LIBRARY.test(chunk.file)) return
  visited.add(key)
  files.add(chunk.file)
  for (const css of chunk.css ?? []) files.add(css)
  for (const imported of chunk.imports ?? []) collect(imported)
}
collect('index.html')
collect(FIRST_PAGE)

const sizes = [...files].map((file) => [file, gzipSync(readFileSync(join(dist, file)), { level: 6 }).length / 1000])
const total = sizes.reduce((sum, [, size]) => sum + size, 0)
console.log(`First load ${total.toFixed(0)} kB gzipped in ${files.size} files (budget ${BUDGET_KILOBYTES} kB).`)
if (total > BUDGET_KILOBYTES) {
  for (const [file, size] of sizes.sort((a, b) => b[1] - a[1]))
    console.error(`${size.toFixed(1).padStart(8)} kB  ${file}`)
  process.exit(1)
}
