/** YAML, and JSON as a part of it, with the line of each member. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Path } from './path.js'

export interface YamlSource {
  readonly value: unknown
  readonly mistakes: readonly { readonly line: number; readonly message: string }[]
  /** Of the member, or of what is closest around it. `nameOf` makes the names in the path of those in the file. */
  lineOf(path: Path, nameOf?: (name: string) => string): number
}

const mostAliases = 10_000

export function parseYaml(text: string): YamlSource {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, merge: true, prettyErrors: false })
  const lineAt = (offset: number) => lines.linePos(offset).line
  const mistakes = document.errors.map(({ pos, message }) => ({ line: lineAt(pos[0]), message }))
  const lineOf: YamlSource['lineOf'] = (path, nameOf = name => name) => {
    let node: unknown = document.contents
    let line = lineAt(document.contents?.range?.[0] ?? 0)
    for (const step of path) {
      const found = stepInto(isAlias(node) ? node.resolve(document) : node, step, nameOf)
      if (found === undefined) return line
      line = lineAt(found.at.range?.[0] ?? 0)
      node = found.node
    }
    return line
  }
  return {
    value: mistakes.length > 0 ? undefined : document.toJS({ maxAliasCount: mostAliases }),
    mistakes,
    lineOf,
  }
}

interface Found {
  readonly node: unknown
  /** Where a reader finds it: the name, or the item of a list. */
  readonly at: Node
}

function stepInto(node: unknown, step: string | number, nameOf: (name: string) => string): Found | undefined {
  if (isSeq<Node>(node)) {
    const item = node.items[Number(step)]
    return item && { node: item, at: item }
  }
  if (!isMap<Node, Node>(node)) return undefined
  const pair = node.items.find(({ key }) => isScalar(key) && nameOf(String(key.value)) === String(step))
  return pair && { node: pair.value, at: pair.key }
}
