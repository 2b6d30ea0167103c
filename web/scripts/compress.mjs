// Lays a gzipped copy beside each text file, so that the server sends it without compressing it at every request, and
// takes the bundler's own list out of what is served.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { constants, gzipSync } from 'node:zlib'

const TEXT = new Set(['.js', '.mjs', '.css', '.html', '.svg', '.json'])
const LEAST_BYTES = 1000

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'target/classes/static')
rmSync(join(dist, '.vite'), { recursive: true, force: true })

for (const name of readdirSync(dist, { recursive: true })) {
  const file = join(dist, name)
  if (!statSync(file).isFile() || !TEXT.has(extname(file))) continue
  const content = readFileSync(file)
  if (content.length < LEAST_BYTES) continue
  writeFileSync(`${file}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }))
}
