/** Follows aliases and merge keys. */
import type { Node, YAMLMap } from 'yaml'
import { isMap, isNode, isScalar, isSeq, Scalar } from 'yaml'
import type { Path } from '../../core/text/json.js'

type Pair = YAMLMap['items'][number]

export type Resolve = (node: unknown) => Node | undefined

export interface Found {
  readonly node: Node | undefined
  /** of a key in an object or an item in a list */
  readonly offset: number | undefined
}

export function find(root: Node, path: Path, resolve: Resolve): Found | undefined {
  let found: Found | undefined = { node: root, offset: root.range?.[0] }
  for (const step of path) {
    const holder = resolve(found?.node)
    if (isMap(holder)) {
      const pair = pairOf(holder, String(step), resolve)
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

/** Own pairs precede merge keys. */
function pairOf(map: YAMLMap, name: string, resolve: Resolve): Pair | undefined {
  const own = ownPairs(map).get(name)
  if (own) return own
  const merged = map.items.filter(({ key }) => isMerge(key))
  for (const { value } of merged) {
    const source = resolve(value)
    for (const item of isSeq(source) ? source.items : [source]) {
      const from = resolve(item)
      const pair = isMap(from) ? pairOf(from, name, resolve) : undefined
      if (pair) return pair
    }
  }
  return undefined
}

const pairsOfMaps = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>()

function ownPairs(map: YAMLMap): ReadonlyMap<unknown, Pair> {
  const known = pairsOfMaps.get(map)
  if (known) return known
  const pairs = new Map<unknown, Pair>()
  for (const pair of map.items) if (isScalar(pair.key) && !isMerge(pair.key)) pairs.set(pair.key.value, pair)
  pairsOfMaps.set(map, pairs)
  return pairs
}

/** `<<` in quotes is an ordinary key. */
function isMerge(key: unknown): boolean {
  return isScalar(key) && key.type === Scalar.PLAIN && key.value === '<<'
}
