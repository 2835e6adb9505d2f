/** What the answers of a step look like together: each path with its types and, in the order of appearance, its values. */
import { isList, isObject, type Json, type JsonObject } from './json.js'
import { isTime, withoutNumbers } from './redaction.js'

export interface PathProfile {
  readonly types: ReadonlySet<string>
  /** Of texts, numbers and booleans, without the numbers of placeholders; times are left out. */
  readonly values: readonly Json[]
}

export type Profile = ReadonlyMap<string, PathProfile>

interface Growing {
  readonly types: Set<string>
  readonly values: Map<string, Json>
}

/** Paths are those of `valuesAt`, with `[]` for every item of a list. */
export function profileOf(answers: readonly JsonObject[]): Profile {
  const paths = new Map<string, Growing>()
  for (const answer of answers) visit(answer, '', paths)
  return new Map(
    [...paths].map(([path, { types, values }]) => [path, { types, values: [...values.values()] }]),
  )
}

function visit(value: Json, path: string, paths: Map<string, Growing>): void {
  const found = paths.get(path) ?? { types: new Set(), values: new Map() }
  paths.set(path, found)
  found.types.add(typeOf(value))
  if (isList(value)) {
    // Events are listed newest first.
    const items = path.endsWith('events') ? value.toReversed() : value
    for (const item of items) visit(item, `${path}[]`, paths)
  } else if (isObject(value)) {
    for (const [member, inner] of Object.entries(value))
      visit(inner, path === '' ? member : `${path}.${member}`, paths)
  } else if (!(typeof value === 'string' && isTime(value))) {
    const plain = typeof value === 'string' ? wordingOf(value) : value
    found.values.set(JSON.stringify(plain), plain)
  }
}

/** `has started 2 tasks: (task task-4) (task task-5)` is worded as with one task. */
function wordingOf(text: string): string {
  return withoutNumbers(text)
    .replace(/\b\d+(?= (?:running |pending )?(?:tasks?|targets?)\b)/g, 'N')
    .replace(/( \(task task\))+/g, '$1')
}

function typeOf(value: Json): string {
  if (isList(value)) return 'list'
  if (isObject(value)) return 'object'
  if (value === null) return 'null'
  if (typeof value === 'string' && isTime(value)) return 'time'
  return typeof value
}
