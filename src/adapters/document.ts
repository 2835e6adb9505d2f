/**
 * JSON or YAML text as a document that knows where its parts stand. JSON is read as the YAML that it is, so that both
 * get the same errors with the same positions.
 */
import type { Node, YAMLError } from 'yaml'
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Json, Path } from '../core/json.js'
import type { Position } from '../core/problem.js'
import type { Document } from '../core/task-definition/document.js'
import type { Unreadable } from '../ports.js'

/** Aliases may multiply the size of a document; the library refuses more copies than this. */
const maxAliasCount = 100

/** `file` is the name to point at, as the user wrote it. */
export function parse(file: string, text: string): Document | Unreadable {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, merge: true, prettyErrors: false, stringKeys: true })
  const position = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset)
    return { file, line, column: col }
  }

  // A warning is a tag that YAML does not know (`!Ref`): its value would be taken for something that it is not.
  const [error] = [...document.errors, ...document.warnings]
  if (error) return { problem: `cannot be read: ${inPlainWords(error)}`, at: position(error.pos[0]) }
  if (document.contents === null) return { problem: 'is empty' }

  try {
    const value = document.toJS({ maxAliasCount }) as Json
    const root: Node = document.contents
    const resolve = (node: unknown): Node | undefined => {
      const target = isAlias(node) ? node.resolve(document) : node
      return isNode(target) ? target : undefined
    }
    return {
      file,
      value,
      at: path => {
        const offset = find(root, path, resolve)?.offset
        return offset === undefined ? undefined : position(offset)
      },
      written: path => {
        const node = find(root, path, resolve)?.node
        return isScalar(node) ? node.source : undefined
      },
    }
  } catch (cause) {
    const tooMany = cause instanceof Error && cause.message.startsWith('Excessive alias count')
    const why = tooMany
      ? `its aliases make more than ${maxAliasCount} copies of a value`
      : 'it has an alias without an anchor'
    return { problem: `cannot be read: ${why}` }
  }
}

interface Found {
  readonly node: Node | undefined
  /** of the key in an object, of the item in a list */
  readonly offset: number | undefined
}

function find(root: Node, path: Path, resolve: (node: unknown) => Node | undefined): Found | undefined {
  let found: Found | undefined = { node: root, offset: root.range?.[0] }
  for (const step of path) {
    const holder = resolve(found?.node)
    if (isMap(holder)) {
      const pair = holder.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      found = pair && {
        node: resolve(pair.value),
        offset: isNode(pair.key) ? pair.key.range?.[0] : undefined,
      }
    } else if (isSeq(holder)) {
      const item = holder.items[Number(step)]
      found = { node: resolve(item), offset: isNode(item) ? item.range?.[0] : undefined }
    } else {
      return undefined
    }
    if (!found) return undefined
  }
  return found
}

/** The library's words, but for those that speak to programmers. */
function inPlainWords({ code, message }: YAMLError): string {
  switch (code) {
    case 'MULTIPLE_DOCS':
      return 'it holds more than one YAML document, and a task definition is one'
    case 'NON_STRING_KEY':
      return 'a key here is no plain text; was a placeholder like {{ … }} left unfilled?'
    case 'DUPLICATE_KEY':
      return 'this key is there twice'
    default:
      // What the library quotes from the file can be a secret value.
      return (message.split('\n')[0] ?? message).replace(/: ".*$/, '')
  }
}
