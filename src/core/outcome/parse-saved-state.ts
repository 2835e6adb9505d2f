/** The runner hands over what a file contains: nothing is sent by it before each member is known to be right. */
import { isList, isObject, type Json, type JsonObject } from '../text/json.js'
import type { SavedState } from './saved-state.js'

export type ParsedState =
  | { readonly kind: 'none' }
  /** of each service */
  | { readonly kind: 'unfinished'; readonly states: readonly SavedState[] }
  /** `why` names the member, never its value */
  | { readonly kind: 'unusable'; readonly why: string }

/** UpdateService has far shorter names and far fewer deployments. */
const longestState = 100_000

export function parseState(saved: string): ParsedState {
  if (saved === '') return { kind: 'none' }
  if (saved.length > longestState) return unusable(`it has ${saved.length} characters`)
  const value = parseJson(saved)
  const states = isList(value) ? value : [value]
  const why =
    states.length === 0 ? 'it is an empty list' : states.map(flawOf).find(flaw => flaw !== undefined)
  return why === undefined ? { kind: 'unfinished', states: states as unknown as SavedState[] } : unusable(why)
}

/** undefined: each member is right */
function flawOf(state: Member): string | undefined {
  if (!isObject(state)) return 'it is not a JSON object'
  const unknown = Object.keys(state).filter(name => !Object.hasOwn(members, name)).length
  if (unknown > 0) return `it has ${unknown} unknown ${unknown === 1 ? 'member' : 'members'}`
  const wrong = Object.entries(members).find(([name, isRight]) => !isRight(state[name]))
  return wrong && `its member ${wrong[0]} is ${state[wrong[0]] === undefined ? 'missing' : 'wrong'}`
}

function unusable(why: string): ParsedState {
  return { kind: 'unusable', why }
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

type Member = Json | undefined
type Condition = (value: Member) => boolean

const members: Readonly<Record<keyof SavedState, Condition>> = {
  version: value => value === 1,
  target: value => hasExactly(value, { cluster: isNameOrArn, service: isNameOrArn }),
  taskDefinition: isRevision,
  answered: isBoolean,
  deploymentId: optional(isDeploymentId),
  readsAreCurrent: isBoolean,
  before: value => Array.isArray(value) && value.every(isDeploymentId),
  completedBefore: isBoolean,
  bump: optional(isBump),
  takeBack: optional(isRevision),
  rollback: isBoolean,
}

function isRevision(value: Member): boolean {
  return matches(/^arn:[a-z0-9-]+:ecs:[a-z0-9-]+:\d{12}:task-definition\/[\w-]{1,255}:\d{1,10}$/)(value)
}

function isNameOrArn(value: Member): boolean {
  const arn = /^arn:[a-z0-9-]+:ecs:[a-z0-9-]+:\d{12}:(?:cluster|service)(?:\/[\w-]{1,255}){1,2}$/
  return matches(/^[\w-]{1,255}$/)(value) || matches(arn)(value)
}

function isDeploymentId(value: Member): boolean {
  return matches(/^[\w-]{1,64}(?:\/[\w-]{1,64})?$/)(value)
}

function isBump(value: Member): boolean {
  if (!hasExactly(value, { from: isCount, to: isCount, found: isCount })) return false
  const { from, to } = value as JsonObject
  return Number(from) < Number(to)
}

function isCount(value: Member): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 1_000_000
}

function isBoolean(value: Member): boolean {
  return typeof value === 'boolean'
}

function matches(pattern: RegExp): Condition {
  return value => typeof value === 'string' && pattern.test(value)
}

function optional(condition: Condition): Condition {
  return value => value === undefined || condition(value)
}

function hasExactly(value: Member, conditions: Readonly<Record<string, Condition>>): boolean {
  if (!isObject(value)) return false
  const names = Object.keys(conditions)
  return Object.keys(value).length === names.length && names.every(name => conditions[name]?.(value[name]))
}
