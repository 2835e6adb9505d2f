import { quote } from '../errors/problem.js'
import { enumerate } from '../text/enumerate.js'
import type { Json, Path } from '../text/json.js'
import { isList, isObject, showPath } from '../text/json.js'
import { placeholderIn } from './placeholder.js'
import type { Shape } from './shape.js'
import { isVisible } from './visible-members.js'

/** Shows the value only if it cannot be secret. */
export function typeMismatchText(value: Json, shape: Shape, path: Path): string {
  const name = path.length === 0 ? 'the task definition' : showPath(path)
  const shown = isVisible(path)
  return `${name} is ${describe(value, shown)}, but ECS expects ${wanted(shape, path)}${shown ? remedy(value, shape) : ''}`
}

function describe(value: Json, shown: boolean): string {
  if (value === null) return 'empty'
  if (isList(value)) return 'a list'
  if (isObject(value)) return 'an object'
  const isReplaceable = typeof value === 'string' && placeholderIn(value) !== undefined
  if (isReplaceable) return shown ? `the placeholder ${quote(value)}` : 'a placeholder'
  if (!shown) return `a ${typeof value}`
  return `the ${typeof value} ${typeof value === 'string' ? quote(value) : value}`
}

function wanted(shape: Shape, path: Path): string {
  switch (shape.kind) {
    case 'list':
      return listOf(shape.item(), path)
    case 'boolean':
      return 'true or false'
    case 'string':
    case 'number':
      return `a ${shape.kind}`
    case 'structure':
    case 'map':
    case 'any':
      return 'an object'
  }
}

function listOf(item: Shape, path: Path): string {
  if (item.kind === 'structure') {
    const members = Object.keys(item.members())
    return members.length > 2 ? 'a list of objects' : `a list of objects with ${enumerate(members)}`
  }
  if (item.kind !== 'string') return 'a list'
  return path.at(-2) === 'healthCheck' ? 'a list of strings such as ["CMD-SHELL", "…"]' : 'a list of strings'
}

/** Booleans in YAML 1.1, strings in YAML 1.2. */
const switches: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  false: false,
  no: false,
  off: false,
}

function remedy(value: Json, shape: Shape): string {
  if (typeof value !== 'string') return ''
  if (placeholderIn(value)) return '; replace it with the input placeholders'
  const word = value.toLowerCase()
  if (shape.kind === 'boolean')
    return Object.hasOwn(switches, word) ? `; did you mean ${switches[word]}?` : ''
  return shape.kind === 'list' && shape.item().kind === 'string' ? `; did you mean [${quote(value)}]?` : ''
}
