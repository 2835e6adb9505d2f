/** Compares a value with a schema and finds all problems at once. */
import { closest, distance } from 'fastest-levenshtein'
import type { Path } from '../path.js'
import type { Definitions, JsonSchema, TypeName } from './json-schema.js'
import { mismatch } from './patterns.js'

export interface Problem {
  readonly path: Path
  readonly message: string
}

export function check(value: unknown, schema: JsonSchema, definitions: Definitions): readonly Problem[] {
  const checker = new Checker(definitions)
  checker.check(value, schema, [])
  return checker.problems
}

class Checker {
  readonly problems: Problem[] = []
  readonly #definitions: Definitions

  constructor(definitions: Definitions) {
    this.#definitions = definitions
  }

  check(value: unknown, unresolved: JsonSchema, path: Path): void {
    const schema = this.#resolve(unresolved)
    const refusal = refusalOf(value, schema)
    if (refusal !== undefined) {
      this.#report(path, refusal)
      return
    }
    if (schema.anyOf) this.#checkAny(value, schema.anyOf, path)
    if (typeof value === 'string') this.#checkText(value, schema, path)
    if (typeof value === 'number') this.#checkNumber(value, schema, path)
    if (Array.isArray(value)) this.#checkList(value, schema, path)
    else if (isObject(value)) this.#checkObject(value, schema, path)
  }

  #resolve(schema: JsonSchema): JsonSchema {
    const name = schema.$ref?.replace('#/$defs/', '')
    if (name === undefined) return schema
    const definition = this.#definitions[name]
    if (definition === undefined) throw new Error(`no definition ${name}`)
    return this.#resolve(definition)
  }

  /** Only the alternative that the value is meant to be is checked. */
  #checkAny(value: unknown, alternatives: readonly JsonSchema[], path: Path): void {
    const resolved = alternatives.map(schema => this.#resolve(schema))
    const ofType = resolved.filter(({ type }) => type === undefined || isOfType(value, type))
    const kind = isObject(value) ? value.kind : undefined
    const [meant] =
      ofType.length > 1 ? ofType.filter(({ properties }) => properties?.kind?.const === kind) : ofType
    if (meant !== undefined) this.check(value, meant, path)
    else if (ofType.length > 1) this.#reportKind(kind, ofType, path)
    else {
      const types = resolved.flatMap(({ type }) => (type ? [articles[type]] : []))
      this.#report(path, `should be ${[...new Set(types)].join(' or ')}, not ${describe(value)}`)
    }
  }

  #reportKind(kind: unknown, alternatives: readonly JsonSchema[], path: Path): void {
    const kinds = alternatives.map(({ properties }) => String(properties?.kind?.const))
    if (kind === undefined) this.#report(path, `needs "kind", one of ${kinds.join(', ')}`)
    else this.#report([...path, 'kind'], notOneOf(kind, kinds))
  }

  #checkText(value: string, { enum: allowed, pattern }: JsonSchema, path: Path): void {
    if (allowed && !allowed.includes(value)) this.#report(path, notOneOf(value, allowed))
    if (pattern && !new RegExp(pattern).test(value)) this.#report(path, `"${value}" ${mismatch(pattern)}`)
  }

  #checkNumber(value: number, { minimum, maximum }: JsonSchema, path: Path): void {
    if (minimum !== undefined && value < minimum) this.#report(path, `is ${value}, less than ${minimum}`)
    if (maximum !== undefined && value > maximum) this.#report(path, `is ${value}, more than ${maximum}`)
  }

  #checkList(value: readonly unknown[], { items, minItems = 0, maxItems }: JsonSchema, path: Path): void {
    if (value.length < minItems || value.length > (maxItems ?? value.length))
      this.#report(path, `has ${value.length} items, not ${minItems}`)
    if (items) for (const [index, item] of value.entries()) this.check(item, items, [...path, index])
  }

  #checkObject(value: Readonly<Record<string, unknown>>, schema: JsonSchema, path: Path): void {
    const { properties = {}, required = [], additionalProperties = true, propertyNames } = schema
    for (const [name, member] of Object.entries(value)) {
      if (propertyNames && !new RegExp(propertyNames.pattern).test(name))
        this.problems.push({
          path: [...path, name],
          message: `has a name that ${mismatch(propertyNames.pattern)}`,
        })
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined
      if (known) this.check(member, known, [...path, name])
      else if (typeof additionalProperties === 'object')
        this.check(member, additionalProperties, [...path, name])
      else if (!additionalProperties) this.#reportUnknown([...path, name], Object.keys(properties))
    }
    for (const name of required) if (!Object.hasOwn(value, name)) this.#report(path, `needs "${name}"`)
    const count = Object.keys(value).length
    const { minProperties = 0, maxProperties = count } = schema
    if (count < minProperties) this.#report(path, `needs one of ${Object.keys(properties).join(', ')}`)
    if (count > maxProperties) this.#report(path, `has ${count} members, not ${maxProperties}`)
  }

  #reportUnknown(path: Path, known: readonly string[]): void {
    const name = String(path.at(-1))
    this.problems.push({ path, message: `is not known${suggestion(name, known)}` })
  }

  #report(path: Path, message: string): void {
    this.problems.push({ path, message })
  }
}

function notOneOf(value: unknown, allowed: readonly string[]): string {
  const name = typeof value === 'string' ? value : describe(value)
  const shown = typeof value === 'string' ? `"${value}"` : name
  return `${shown} is not one of ${allowed.join(', ')}${nearest(name, allowed)}`
}

function nearest(name: string, known: readonly string[]): string {
  const near = known.length > 0 ? closest(name, known) : undefined
  return near !== undefined && distance(name, near) <= Math.max(2, near.length / 3)
    ? `; did you mean ${near}?`
    : ''
}

const fewNames = 20

export function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  if (near !== '' || known.length > fewNames) return near
  return `; known are ${known.join(', ')}`
}

function isOfType(value: unknown, type: TypeName): boolean {
  switch (type) {
    case 'object':
      return isObject(value)
    case 'array':
      return Array.isArray(value)
    case 'integer':
      return Number.isInteger(value)
    case 'null':
      return value === null
    default:
      return typeof value === type
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const articles: Readonly<Record<TypeName, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
}

function refusalOf(value: unknown, { const: constant, type }: JsonSchema): string | undefined {
  if (constant !== undefined && value !== constant) return `should be "${constant}", not ${describe(value)}`
  if (type === undefined || isOfType(value, type)) return undefined
  return `should be ${articles[type]}, not ${describe(value)}${quotesHint(value, type)}`
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map'
  return typeof value === 'string' ? `"${value}"` : String(value)
}

function quotesHint(value: unknown, type: TypeName): string {
  const isPlain = typeof value === 'number' || typeof value === 'boolean'
  return type === 'string' && isPlain ? '; write it in quotes' : ''
}
