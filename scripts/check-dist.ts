/** Fails when the committed dist/ is not what a fresh build writes, so that what runs is what was reviewed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, root } from './bundle.js'

const dist = join(root, 'dist')
const fresh = await bundle()
const present = new Set(filesBelow(dist))
const differing = [
  ...[...fresh].filter(([path]) => !present.has(path)).map(([path]) => `dist/${path}: missing`),
  ...[...fresh]
    .filter(([path, content]) => present.has(path) && !readFileSync(join(dist, path)).equals(content))
    .map(([path]) => `dist/${path}: differs from a fresh build`),
  ...[...present].filter(path => !fresh.has(path)).map(path => `dist/${path}: no build writes it`),
]

if (differing.length > 0) {
  console.error(`${differing.join('\n')}\nNext: npm ci && npm run build, and commit dist/`)
  process.exitCode = 1
} else {
  console.log(`dist/ equals a fresh build (${fresh.size} files)`)
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map(path => path.replaceAll('\\', '/'))
}
