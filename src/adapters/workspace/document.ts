/**
 * JSON or YAML text as a document that knows where its parts stand. JSON is read as the YAML that it is, so that both
 * get the same errors with the same positions.
 */
import type { Alias, Node, Document as Parsed } from 'yaml'
import { isAlias, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { Position } from '../../core/errors/problem.js'
import type { Document } from '../../core/task-definition/validate.js'
import type { Json } from '../../core/text/json.js'
import type { Unreadable } from '../../ports.js'
import { isTooDeep } from './nesting.js'
import { explain, nestedTooDeeply } from './yaml-error.js'
import type { Resolve } from './yaml-path.js'
import { find } from './yaml-path.js'

/** Aliases may multiply the size of a document; the library refuses more copies than this. */
const maxAliasCount = 100

/** YAML 1.2 with merge keys, whatever a directive says; sets, ordered maps and dates are none of JSON and are refused. */
const dialect = { schema: 'core', merge: true, stringKeys: true, resolveKnownTags: false } as const

/** `file` is the name to point at, as the user wrote it. */
export function parse(file: string, text: string): Document | Unreadable {
  if (isTooDeep(text)) return { problem: `cannot be read: ${nestedTooDeeply}`, position: undefined }
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { ...dialect, lineCounter, prettyErrors: false })
  const positionAt = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset)
    return { file, line, column: col }
  }

  // A warning is a tag that YAML does not know (`!Ref`): its value would be taken for something that it is not.
  const [error] = [...document.errors, ...document.warnings]
  if (error) {
    const { why, offset } = explain(document, text, error)
    return { problem: `cannot be read: ${why}`, position: positionAt(offset) }
  }
  if (document.contents === null) return { problem: 'is empty', position: undefined }
  const lone = firstLoneKey(document)
  if (lone !== undefined)
    return {
      problem: 'cannot be read: a key here has no value; is there a blank behind its colon?',
      position: positionAt(lone),
    }

  try {
    const value = document.toJS({ maxAliasCount }) as Json
    // What holds itself has no end, and no JSON.
    JSON.stringify(value)
    const root: Node = document.contents
    const resolve: Resolve = node => {
      const target = isAlias(node) ? node.resolve(document) : node
      return isNode(target) ? target : undefined
    }
    return {
      file,
      value,
      positionOf: path => {
        const offset = find(root, path, resolve)?.offset
        return offset === undefined ? undefined : positionAt(offset)
      },
      written: path => {
        const node = find(root, path, resolve)?.node
        return isScalar(node) ? node.source : undefined
      },
    }
  } catch (cause) {
    const { why, offset } = whyNoValue(document, cause)
    return {
      problem: `cannot be read: ${why}`,
      position: offset === undefined ? undefined : positionAt(offset),
    }
  }
}

/** The library tells by its words alone why it makes no value of a document, and not where. */
function whyNoValue(document: Parsed, cause: unknown): { why: string; offset?: number | undefined } {
  const said = cause instanceof Error ? cause.message : ''
  if (said.startsWith('Excessive alias count'))
    return { why: `its aliases make more than ${maxAliasCount} copies of a value` }
  if (said.startsWith('Merge sources')) return { why: 'a merge key (<<) has something else than a map' }
  if (said.startsWith('Unresolved alias'))
    return {
      why: 'it has an alias without an anchor',
      offset: firstAlias(document, target => target === undefined),
    }
  if (cause instanceof TypeError)
    return {
      why: 'an alias here stands for something that it is a part of',
      offset: firstAlias(document, (target, startDeployment) => contains(target, startDeployment)),
    }
  return { why: nestedTooDeeply }
}

function contains(target: Node | undefined, offset: number): boolean {
  const [startDeployment, , end] = target?.range ?? [0, 0, 0]
  return startDeployment <= offset && offset < end
}

/** `{name:A, hunter2}`: two keys to YAML, of which neither has a value; one that is empty (`name:`) has one. */
function firstLoneKey(document: Parsed): number | undefined {
  let found: number | undefined
  visit(document, {
    Pair(_, { key, value }) {
      if (value !== null || !isNode(key)) return undefined
      found = key.range?.[0]
      return visit.BREAK
    },
  })
  return found
}

/** Where the first alias stands whose target is as asked. */
function firstAlias(
  document: Parsed,
  isMeant: (target: Node | undefined, startDeployment: number) => boolean,
): number | undefined {
  let found: number | undefined
  visit(document, {
    Alias(_, alias: Alias) {
      const startDeployment = alias.range?.[0] ?? 0
      if (!isMeant(alias.resolve(document), startDeployment)) return undefined
      found = startDeployment
      return visit.BREAK
    },
  })
  return found
}
