/** Writes the npm package ecs-simulator into an empty folder: `npm run simulator:package -- FOLDER`. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { bundleOf, root } from './bundle.js'

const entry = { from: 'lib/simulator/ecs-simulator.js', to: 'index.js' }
const preload = { from: 'lib/simulator/time/time-warp.js', to: 'time/time-warp.js' }

const program = `#!/usr/bin/env node
import { runCommandLine } from '../index.js'

process.exitCode = await runCommandLine(process.argv.slice(2))
`

async function writePackage(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`)
  const files = new Map<string, Buffer | string>(await bundleOf(root, [entry]))
  files.set('bin/ecs-simulator.js', program)
  files.set(preload.to, readFileSync(join(root, preload.from)))
  files.set('world.schema.json', readFileSync(join(root, 'docs/schema/world.schema.json')))
  files.set('LICENSE', readFileSync(join(root, 'LICENSE')))
  const source = join(root, 'packages/ecs-simulator')
  for (const name of ['package.json', 'README.md']) files.set(name, readFileSync(join(source, name)))
  for (const [path, content] of files) {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, content)
  }
  chmodSync(join(folder, 'bin/ecs-simulator.js'), 0o755)
  writeTypes(join(folder, 'types'))
}

/** Only the declarations that those of the entry need. */
function writeTypes(folder: string): void {
  const work = mkdtempSync(join(tmpdir(), 'simulator-types-'))
  try {
    const config = join(root, 'packages/ecs-simulator/tsconfig.json')
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    execFileSync(process.execPath, [tsc, '-p', config, '--outDir', work], { stdio: 'inherit' })
    for (const path of reachable(work, 'simulator/ecs-simulator.d.ts')) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      cpSync(join(work, path), join(folder, path))
    }
  } finally {
    rmSync(work, { recursive: true })
  }
}

function reachable(folder: string, from: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(from)) return known
  known.add(from)
  const text = readFileSync(join(folder, from), 'utf8')
  for (const [, specifier = ''] of text.matchAll(/(?:from|import\() ?['"](\.[^'"]+)\.js['"]/g))
    reachable(folder, join(dirname(from), `${specifier}.d.ts`), known)
  return known
}

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Usage: npm run simulator:package -- FOLDER')
await writePackage(resolve(folder))
