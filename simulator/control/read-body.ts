/** What a test wants to change, over HTTP or in its own process, checked by the schema of world files. */
import { expandPlaceholders } from '../world/names.js'
import { pathText } from '../world/path.js'
import { knownDefinitions } from '../world/read-world.js'
import { check } from '../world/schema/check.js'
import { bodies } from './bodies.js'

export type BodyName = keyof typeof bodies

export interface BodyProblem {
  readonly path: string
  readonly message: string
}

/** The message has one line for each problem. */
export class WrongBody extends Error {
  readonly problems: readonly BodyProblem[]

  constructor(problems: readonly BodyProblem[]) {
    super(problems.map(({ path, message }) => `${path} ${message}`.trim()).join('\n'))
    this.problems = problems
  }
}

interface Place {
  readonly account: string
  readonly region: string
}

/** With values instead of placeholders. Throws WrongBody with all problems. */
export function readBody(value: unknown, name: BodyName, place: Place): unknown {
  const expanded = expandPlaceholders(value, place)
  const body = name === 'faults' && !Array.isArray(expanded) ? [expanded] : expanded
  const problems = check(body, bodies[name], knownDefinitions())
  if (problems.length > 0)
    throw new WrongBody(problems.map(({ path, message }) => ({ path: pathText(path), message })))
  return body
}
