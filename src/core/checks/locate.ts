import type { Json, Path } from '../text/json.js'
import { isList, isObject } from '../text/json.js'
import type { CheckFinding } from './check.js'
import type { CheckContext } from './check-context.js'

type Sourced = Pick<CheckContext, 'definition' | 'inputAt' | 'positionOf' | 'source'>

export function locate(context: Sourced, path: Path): Pick<CheckFinding, 'position' | 'input'> {
  const input = context.inputAt(path)
  if (input !== undefined) return { input }
  for (let steps = inSource(context, path); steps.length > 0; steps = steps.slice(0, -1)) {
    const position = context.positionOf(steps)
    if (position) return { position }
  }
  return {}
}

/** Inputs may remove list items, which shifts the rest. */
function inSource({ definition, source }: Sourced, path: Path): Path {
  const steps: (string | number)[] = []
  let here: Json | undefined = definition
  let there: Json | undefined = source
  for (const step of path) {
    const item = memberAt(here, step)
    const same = isList(there) && typeof step === 'number' ? indexOf(item, there, step) : step
    if (same === undefined) return steps
    steps.push(same)
    here = item
    there = memberAt(there, same)
  }
  return steps
}

function memberAt(value: Json | undefined, step: string | number): Json | undefined {
  if (isList(value)) return typeof step === 'number' ? value[step] : undefined
  return isObject(value) ? value[step] : undefined
}

/** Compares items by name if they have one. */
function indexOf(item: Json | undefined, list: readonly Json[], index: number): number | undefined {
  if (!isObject(item) || item.name === undefined) return index
  const isSame = (other: Json | undefined) => isObject(other) && other.name === item.name
  if (isSame(list[index])) return index
  const found = list.findIndex(isSame)
  return found < 0 ? undefined : found
}
