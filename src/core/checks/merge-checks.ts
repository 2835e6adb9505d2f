/** The checks of several services as one list: what concerns only some of them names them. */
import { enumerate } from '../text/enumerate.js'
import type { Check } from './check.js'

export interface ServiceChecks<T extends Check> {
  readonly service: string
  readonly checks: readonly T[]
}

export function mergeChecks<T extends Check>(all: readonly ServiceChecks<T>[]): T[] {
  const [only, ...others] = all
  if (only && others.length === 0) return [...only.checks]
  const merged: { readonly check: T; readonly services: string[] }[] = []
  for (const { checks, service } of all) {
    for (const check of checks) {
      const same = merged.find(one => isSame(one.check, check))
      if (!same) merged.push({ check, services: [service] })
      else if (!same.services.includes(service)) same.services.push(service)
    }
  }
  return merged.map(({ check, services }) => {
    const isOfAll = services.length === all.length || check.result === 'passed'
    return isOfAll ? check : { ...check, text: `${enumerate(services)}: ${check.text}` }
  })
}

function isSame(one: Check, other: Check): boolean {
  return one.id === other.id && one.result === other.result && one.text === other.text
}
