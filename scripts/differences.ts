/** Compares a build with a folder, in both directions, byte by byte. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Files } from './bundle.js'

/** One line for each file that is missing, differs or is not built; sorted; empty when all are equal. */
export function differences(fresh: Files, folder: string): string[] {
  const present = filesBelow(folder)
  return [...new Set([...fresh.keys(), ...present])].sort().flatMap(path => {
    const content = fresh.get(path)
    if (!content) return [`${path}: is not part of a fresh build`]
    if (!present.has(path)) return [`${path}: missing`]
    return content.equals(readFileSync(join(folder, path))) ? [] : [`${path}: differs from a fresh build`]
  })
}

function filesBelow(folder: string): ReadonlySet<string> {
  if (!existsSync(folder)) return new Set()
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
  return new Set(paths.map(path => path.replaceAll('\\', '/')))
}
