/** Compares by name, not position, and ignores what makes no difference to ECS. Shows safe values only. */

import type { Json, JsonObject, Path } from '../text/json.js'
import { isList, isObject } from '../text/json.js'
import { showStep } from './hidden-names.js'
import { isKeyed, normalize } from './normalize.js'
import { isOpen, isVisible } from './visible-members.js'

export interface Change {
  readonly sign: '+' | '-' | '~'
  /** `app.environment.LOG_LEVEL` */
  readonly path: string
  /** only visible plain values */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** the value must not be shown */
  readonly hidden?: true | undefined
}

export function diff(live: JsonObject, proposed: JsonObject): Change[] {
  return compare(normalize(live), normalize(proposed), [])
}

/** Own members only: a variable can be called `constructor`. */
function compare(before: Json | undefined, after: Json | undefined, path: Path): Change[] {
  if (before === undefined)
    return items(path, after ?? null).map(item =>
      show('+', item.path, { before: undefined, after: item.value }),
    )
  if (after === undefined)
    return items(path, before).map(item => show('-', item.path, { before: item.value, after: undefined }))
  if (isObject(before) && isObject(after)) {
    const members = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...members].flatMap(member => compare(own(before, member), own(after, member), [...path, member]))
  }
  if (isList(before) && isList(after)) {
    const longer = before.length > after.length ? before : after
    return [...longer.keys()].flatMap(i => compare(before[i], after[i], [...path, i]))
  }
  return before === after ? [] : [show('~', path, { before, after })]
}

function own(object: JsonObject, member: string): Json | undefined {
  return Object.hasOwn(object, member) ? object[member] : undefined
}

function items(path: Path, value: Json): { readonly path: Path; readonly value: Json }[] {
  if (!isKeyed(String(path.at(-1))) || !isObject(value)) return [{ path, value }]
  return Object.entries(value).map(([name, item]) => ({ path: [...path, name], value: item }))
}

interface Values {
  readonly before: Json | undefined
  readonly after: Json | undefined
}

function show(sign: Change['sign'], path: Path, { before, after }: Values): Change {
  const [from, to] = [shown(path, before), shown(path, after)]
  const isShown = from !== undefined || to !== undefined
  return {
    sign,
    path: showMember(path),
    hidden: isShown || isOpen(path) ? undefined : true,
    from,
    to,
  }
}

function shown(path: Path, value: Json | undefined): string | undefined {
  if (value === undefined || !isVisible(path)) return undefined
  if (isList(value)) return value.length > 0 && value.every(isPlain) ? value.join(', ') : undefined
  return isPlain(value) ? String(value) : undefined
}

function isPlain(value: Json): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function showMember(path: Path): string {
  const steps = path[0] === 'containerDefinitions' && path.length > 1 ? path.slice(1) : path
  const plain = steps.at(-1) === 'value' || steps.at(-1) === 'valueFrom' ? steps.slice(0, -1) : steps
  return plain.map((step, i) => showStep(String(step), String(plain[i - 1] ?? ''))).join('.')
}
