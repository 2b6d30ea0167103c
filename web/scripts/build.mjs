// What Maven runs for this module. Each step remembers the hash of its inputs and does nothing when they are the same,
// so that a repeated build costs a second.
//
//   node scripts/build.mjs install|types|check|bundle
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const generated = 'target/generated/schema.d.ts'
const config = ['package-lock.json', 'package.json', 'vite.config.ts', 'tsconfig.json', 'scripts']
const sources = ['src', 'public', 'index.html', 'openapi.json', ...config]

const steps = {
  install: {
    inputs: ['package-lock.json', 'package.json'],
    stamp: 'node_modules/.lantian-install',
    outputs: ['node_modules/vue'],
    commands: [['npm', 'ci', '--no-progress', '--loglevel=error']],
  },
  types: {
    inputs: ['openapi.json', 'package-lock.json'],
    stamp: 'target/.types',
    outputs: [generated],
    commands: [['npm', 'run', '--silent', 'types']],
  },
  check: {
    inputs: [...sources, 'eslint.config.js', '.prettierrc.json'],
    stamp: 'target/.check',
    outputs: [],
    commands: ['typecheck', 'lint', 'test'].map((script) => ['npm', 'run', '--silent', script]),
  },
  bundle: {
    inputs: sources,
    stamp: 'target/.bundle',
    outputs: ['target/classes/static/index.html'],
    commands: [['npm', 'run', '--silent', 'build']],
  },
}

function filesBelow(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [full]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

function hashOf(inputs) {
  const hash = createHash('sha256').update(process.version)
  for (const file of inputs.flatMap(filesBelow)) {
    const name = relative(root, file)
    hash.update(name).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function run([command, ...args]) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (result.error) {
    console.error(
      `Cannot run ${command}: ${result.error.message}. Lantian's pages need Node.js 20.19 or newer with npm.`,
    )
    process.exit(1)
  }
  if (result.status !== 0) process.exit(result.status ?? 1)
}

for (const name of process.argv.slice(2)) {
  const step = steps[name]
  if (!step) {
    console.error(`Unknown step "${name}", expected one of ${Object.keys(steps).join(', ')}.`)
    process.exit(2)
  }
  const hash = hashOf(step.inputs)
  const stamp = join(root, step.stamp)
  const done =
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === hash &&
    step.outputs.every((output) => existsSync(join(root, output)))
  if (done) continue
  step.commands.forEach(run)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}
