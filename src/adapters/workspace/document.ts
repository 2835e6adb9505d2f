/** JSON is read as YAML, for the same errors at the same positions. */
import type { Alias, Node, Document as Parsed } from 'yaml'
import { isAlias, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { Position } from '../../core/errors/problem.js'
import type { Replacement } from '../../core/task-definition/replacement.js'
import type { Document } from '../../core/task-definition/validate.js'
import type { Json } from '../../core/text/json.js'
import type { ReadDocument, Unreadable } from '../../ports.js'
import { jsonProblem } from './json-error.js'
import { bareTemplates, type Masked, mask } from './mask.js'
import { isTooDeep } from './nesting.js'
import { duplicateKey, explain, nestedTooDeeply } from './yaml-error.js'
import type { Resolve } from './yaml-path.js'
import { find } from './yaml-path.js'

/** Limits the copies that aliases make. */
const maxAliasCount = 100

/** Ignores directives. Sets, ordered maps and dates have no JSON and are refused. */
const dialect = {
  schema: 'core',
  merge: true,
  stringKeys: true,
  resolveKnownTags: false,
  // The library compares each key with all others: `duplicateKey` does it in linear time.
  uniqueKeys: false,
} as const

export function parse(
  file: string,
  text: string,
  replacements: readonly Replacement[] = [],
): ReadDocument | Unreadable {
  const document = read(file, mask(text, replacements), replacements)
  if (!('problem' in document)) return document
  // What still stands there without quotes becomes a text, for the message that names it.
  const bare = bareTemplates(text)
  return bare.length > 0 ? read(file, mask(text, [...replacements, ...bare]), replacements) : document
}

function read(
  file: string,
  { text, restore }: Masked,
  replacements: readonly Replacement[],
): ReadDocument | Unreadable {
  if (isTooDeep(text)) return { problem: `cannot be read: ${nestedTooDeeply}`, position: undefined }
  const lineCounter = new LineCounter()
  const parsed = parseDocument(text, { ...dialect, lineCounter, prettyErrors: false })
  const positionAt = (offset: number | undefined): Position | undefined => {
    if (offset === undefined) return undefined
    const { line, col } = lineCounter.linePos(offset)
    return { file, line, column: col }
  }
  const used = restore(parsed)
  const problem = syntaxProblem(parsed, text)
  if (problem) return { problem: problem.why, position: positionAt(problem.offset) }
  try {
    const absent = replacements.filter(replacement => !used.has(replacement))
    return { ...toDocument(file, parsed, positionAt), absent }
  } catch (cause) {
    const { why, offset } = valueProblem(parsed, cause)
    return { problem: `cannot be read: ${why}`, position: positionAt(offset) }
  }
}

interface Located {
  readonly why: string
  readonly offset: number | undefined
}

function syntaxProblem(parsed: Parsed.Parsed, text: string): Located | undefined {
  const json = jsonProblem(text)
  if (json) return { why: `cannot be read: ${json.why}`, offset: json.offset }
  // A warning is an unknown tag (`!Ref`) with a misread value.
  const [error] = [...parsed.errors, ...parsed.warnings]
  if (error) {
    const { why, offset } = explain(parsed, text, error)
    return { why: `cannot be read: ${why}`, offset }
  }
  const duplicate = duplicateKey(parsed)
  if (duplicate) return { why: `cannot be read: ${duplicate.why}`, offset: duplicate.offset }
  if (parsed.contents === null) return { why: 'is empty', offset: undefined }
  const offset = firstLoneKey(parsed)
  if (offset === undefined) return undefined
  return { why: 'cannot be read: a key here has no value; is there a space after its colon?', offset }
}

/** Raises the library's errors for a document without a value. */
function toDocument(
  file: string,
  parsed: Parsed.Parsed,
  positionAt: (offset: number | undefined) => Position | undefined,
): Document {
  const value = parsed.toJS({ maxAliasCount }) as Json
  // Raises a TypeError for recursive values.
  JSON.stringify(value)
  const root = parsed.contents as Node
  const resolve: Resolve = node => {
    const target = isAlias(node) ? node.resolve(parsed) : node
    return isNode(target) ? target : undefined
  }
  return {
    file,
    value,
    positionOf: path => positionAt(find(root, path, resolve)?.offset),
    written: path => {
      const node = find(root, path, resolve)?.node
      return isScalar(node) ? node.source : undefined
    },
  }
}

/** The library gives only a text. */
function valueProblem(parsed: Parsed, cause: unknown): Located {
  const message = cause instanceof Error ? cause.message : ''
  if (message.startsWith('Excessive alias count'))
    return { why: `its aliases create more than ${maxAliasCount} copies of a value`, offset: undefined }
  if (message.startsWith('Merge sources'))
    return { why: 'a merge key (<<) has a value that is not a map', offset: undefined }
  if (message.startsWith('Unresolved alias'))
    return {
      why: 'it has an alias without an anchor',
      offset: firstAlias(parsed, target => target === undefined),
    }
  if (cause instanceof TypeError)
    return {
      why: 'an alias here refers to a value that contains it',
      offset: firstAlias(parsed, (target, offset) => contains(target, offset)),
    }
  return { why: nestedTooDeeply, offset: undefined }
}

function contains(target: Node | undefined, offset: number): boolean {
  const [start, , end] = target?.range ?? [0, 0, 0]
  return start <= offset && offset < end
}

/** `{name:A, hunter2}` has two keys without values; `name:` has null. */
function firstLoneKey(parsed: Parsed): number | undefined {
  let found: number | undefined
  visit(parsed, {
    Pair(_, { key, value }) {
      if (value !== null || !isNode(key)) return undefined
      found = key.range?.[0]
      return visit.BREAK
    },
  })
  return found
}

function firstAlias(
  parsed: Parsed,
  condition: (target: Node | undefined, offset: number) => boolean,
): number | undefined {
  let found: number | undefined
  visit(parsed, {
    Alias(_, alias: Alias) {
      const offset = alias.range?.[0] ?? 0
      if (!condition(alias.resolve(parsed), offset)) return undefined
      found = offset
      return visit.BREAK
    },
  })
  return found
}
