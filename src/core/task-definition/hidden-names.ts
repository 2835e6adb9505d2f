/** A file can have anything where a name belongs, such as the rest of a secret. Such names are hidden like values (docs/adr/0030). */

import { leastLength } from '../redaction/hidden-index.js'
import type { Json, JsonObject, Path } from '../text/json.js'
import { isList, isObject, text } from '../text/json.js'
import { isName, isRandom, showName } from '../text/name.js'

/** Lists whose items have a name that anybody may choose. */
const listsOfNames: Readonly<Record<string, string>> = {
  environment: 'name',
  secrets: 'name',
  secretOptions: 'name',
  tags: 'key',
}

/** Objects with keys that anybody may choose. */
const maps = new Set(['dockerLabels', 'options', 'driverOpts', 'labels'])

export function isNameAt(path: Path): boolean {
  const [list, position, member] = path.slice(-3)
  return typeof position === 'number' && typeof list === 'string' && member === listsOfNames[list]
}

/** A step of a path; in paths of a diff, names stand where a list has numbers. */
export function showStep(step: string, holder: string | undefined): string {
  const isFree = holder !== undefined && (maps.has(holder) || Object.hasOwn(listsOfNames, holder))
  // A repeated name has a number: `PORT (2)`.
  const [, name = step, count = ''] = /^(.*)( \(\d+\))$/s.exec(step) ?? []
  if (isFree) return `${showName(name)}${count}`
  return isRandom(step) ? showName(step) : step
}

/** What is in the place of a name and is none. */
export function hiddenNames(definition: JsonObject): string[] {
  const found = new Set<string>()
  collect(definition, undefined)
  return [...found]

  function collect(value: Json, holder: string | undefined): void {
    if (isList(value)) {
      for (const item of value) {
        const member = holder === undefined ? undefined : listsOfNames[holder]
        if (isObject(item) && member !== undefined) add(text(item[member]) ?? '')
        collect(item, undefined)
      }
    }
    if (!isObject(value)) return
    for (const [key, inner] of Object.entries(value)) {
      add(key)
      collect(inner, key)
    }
  }

  function add(name: string): void {
    if (name.length >= leastLength && !isName(name)) found.add(name)
  }
}
