import type { Position, Problem } from '../errors/problem.js'
import type { Json, JsonObject, Path } from '../text/json.js'
import { isList, isObject, showPath } from '../text/json.js'
import { notAllowed } from './allowed-value.js'
import { placeholderIn } from './placeholder.js'
import type { Shape } from './shape.js'
import { suggestKey } from './suggest-key.js'
import { typeMismatchText } from './type-mismatch.js'

/** A parsed file. */
export interface Document {
  readonly file: string
  readonly value: Json
  /** of the key or list item */
  positionOf(path: Path): Position | undefined
  /** as written: `0123` for a number */
  written(path: Path): string | undefined
}

export interface Validated {
  readonly value: Json
  readonly problems: readonly Problem[]
  /** kept as they are */
  readonly unknown: readonly Problem[]
}

/** ECS may know keys and values before this release does. */
export type UnknownKeys = 'refuse' | 'keep'

/**
 * Reports unknown keys and wrong types. A number or boolean where ECS wants a string becomes the text as written (a cpu
 * of 256, a value of `0123`). Drops null members, which YAML makes of empty values, but not in maps of the user's keys.
 */
export function validate(document: Document, shape: Shape, unknownKeys: UnknownKeys = 'refuse'): Validated {
  const validation = new Validation(document, unknownKeys)
  const value = validation.visit(document.value, shape, [])
  return { value, problems: validation.problems, unknown: validation.unknown }
}

class Validation {
  readonly problems: Problem[] = []
  readonly unknown: Problem[] = []
  readonly #document: Document
  readonly #unknownKeys: UnknownKeys

  constructor(document: Document, unknownKeys: UnknownKeys) {
    this.#document = document
    this.#unknownKeys = unknownKeys
  }

  visit(value: Json, expected: Shape, path: Path): Json {
    switch (expected.kind) {
      case 'any':
        return value
      case 'structure':
        return isObject(value)
          ? this.#structure(value, expected.members(), path)
          : this.#mismatch(value, expected, path)
      case 'list':
        if (!isList(value)) return this.#mismatch(value, expected, path)
        return value.map((item, i) => this.visit(item, expected.item(), [...path, i]))
      case 'map':
        return isObject(value)
          ? this.#map(value, expected.value(), path)
          : this.#mismatch(value, expected, path)
      case 'string':
        return this.#string(value, expected, path)
      case 'number':
        return this.#number(value, expected, path)
      case 'boolean':
        return typeof value === 'boolean' ? value : this.#mismatch(value, expected, path)
    }
  }

  #structure(object: JsonObject, members: Readonly<Record<string, Shape>>, path: Path): JsonObject {
    const out: Record<string, Json> = {}
    for (const [key, member] of Object.entries(object)) {
      const shape = Object.hasOwn(members, key) ? members[key] : undefined
      const memberPath = [...path, key]
      if (shape) {
        if (member !== null) define(out, key, this.visit(member, shape, memberPath))
        continue
      }
      const meant = suggestMember(key, object, members)
      const text = unknownKeyText(memberPath, meant, object)
      this.#report(memberPath, this.#withRemedy(text), this.#unknownList())
      if (this.#unknownKeys === 'keep') {
        this.#unknownValue(member, memberPath)
        define(out, key, member)
        continue
      }
      // Reports problems inside in the same run.
      const probable = meant === undefined ? undefined : members[meant]
      if (probable && hasSameInside(member, probable)) this.visit(member, probable, memberPath)
    }
    return out
  }

  #map(object: JsonObject, shape: Shape, path: Path): JsonObject {
    const out: Record<string, Json> = {}
    for (const [key, member] of Object.entries(object)) {
      define(out, key, this.visit(member, shape, [...path, key]))
    }
    return out
  }

  #string(value: Json, expected: Extract<Shape, { kind: 'string' }>, path: Path): Json {
    const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    if (!isScalar) return this.#mismatch(value, expected, path)
    const text = typeof value === 'string' ? value : (this.#document.written(path) ?? String(value))
    const { allowed } = expected
    if (allowed && !allowed.includes(text)) {
      const problem = notAllowed(text, allowed, path)
      const isOurs = problem.endsWith('?') || placeholderIn(text) !== undefined
      this.#report(path, isOurs ? problem : this.#withRemedy(problem), this.#unknownList())
    }
    return text
  }

  #number(value: Json, expected: Shape, path: Path): Json {
    if (typeof value === 'number') {
      // Only YAML can write an infinite number; JSON would carry it as null.
      if (!Number.isFinite(value))
        this.#report(path, `${showPath(path)} is not a finite number, as ECS expects`)
      return value
    }
    if (typeof value === 'string' && /^-?\d{1,15}$/.test(value)) return Number(value)
    return this.#mismatch(value, expected, path)
  }

  /** Refuses a number that would be sent unlike it was written. */
  #unknownValue(value: Json, path: Path): void {
    if (isList(value)) {
      for (const [i, item] of value.entries()) this.#unknownValue(item, [...path, i])
    } else if (isObject(value)) {
      for (const [key, member] of Object.entries(value)) this.#unknownValue(member, [...path, key])
    } else if (typeof value === 'number' && !isExact(value, this.#document.written(path))) {
      const text = `${showPath(path)} is a number that would be sent in a different form than written: quote it if it is meant as text`
      this.#report(path, text)
    }
  }

  #mismatch(value: Json, expected: Shape, path: Path): Json {
    this.#report(path, typeMismatchText(value, expected, path))
    return value
  }

  #report(path: Path, text: string, list = this.problems): void {
    list.push({ subject: 'task-definition', text, position: this.#document.positionOf(path) })
  }

  /** ECS may know it: a file is held to what this release knows. */
  #withRemedy(text: string): string {
    if (this.#unknownKeys === 'keep') return text
    const remedy = 'allow-unknown-keys: true sends it as it is'
    return text.endsWith('?') ? `${text} (${remedy})` : `${text}: if ECS has it since this release, ${remedy}`
  }

  #unknownList(): Problem[] {
    return this.#unknownKeys === 'keep' ? this.unknown : this.problems
  }
}

/** Prefers a member that is not there yet. */
function suggestMember(key: string, object: JsonObject, members: Readonly<Record<string, Shape>>) {
  const names = Object.keys(members)
  const isTaken = (name: string) => Object.hasOwn(object, name)
  return suggestKey(
    key,
    names.filter(name => !isTaken(name)),
    names.filter(isTaken),
  )
}

function unknownKeyText(path: Path, meant: string | undefined, object: JsonObject): string {
  const text = `unknown key ${showPath(path)}`
  if (meant === undefined) return text
  const taken = Object.hasOwn(object, meant) ? ', which is already present' : ''
  return `${text}; did you mean ${meant}${taken}?`
}

/** No leading zero, no 1.10, no digit that a double cannot hold. */
function isExact(value: number, written: string | undefined): boolean {
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) return false
  return written === undefined || String(value) === written
}

/** The key can be `__proto__`. */
function define(object: Record<string, Json>, key: string, value: Json): void {
  Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true })
}

function hasSameInside(value: Json, { kind }: Shape): boolean {
  if (isList(value)) return kind === 'list'
  return isObject(value) && (kind === 'structure' || kind === 'map')
}
