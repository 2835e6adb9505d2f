/**
 * JSON or YAML text as a document that knows where its parts stand. JSON is read as the YAML that it is, so that both
 * get the same errors with the same positions.
 */
import type { Node } from 'yaml'
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Document } from '../core/document.js'
import type { Json, Path } from '../core/json.js'
import type { Position } from '../core/problem.js'
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

  const [error] = document.errors
  if (error) return { problem: `cannot be read: ${firstLine(error.message)}`, at: position(error.pos[0]) }
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
    return { problem: `cannot be read: ${firstLine(cause instanceof Error ? cause.message : String(cause))}` }
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

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message
}
