/** Inputs in JSON. Problems quote no value: it may contain a secret. */
import { closest } from '../core/errors/problem.js'
import type { Json, JsonObject } from '../core/text/json.js'
import { showName } from '../core/text/name.js'
import type { Report } from './input-row.js'

/** Undefined: no JSON. */
export function parseJson(value: string): Json | undefined {
  try {
    return JSON.parse(value) as Json
  } catch {
    return undefined
  }
}

interface Members {
  /** `item 1` */
  readonly which: string
  readonly allowed: readonly string[]
  readonly report: Report
}

export function reportMembers(item: JsonObject, { which, allowed, report }: Members): void {
  for (const member of Object.keys(item)) {
    if (allowed.includes(member)) continue
    const near = closest(member, allowed)
    report(
      `${showName(member)} of ${which} is not known${near ? `; did you mean ${near}?` : `: ECS takes ${allowed.join(', ')}`}`,
    )
  }
}
