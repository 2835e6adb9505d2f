import type { Position, Problem } from '../errors/problem.js'
import type { Json, Path } from '../text/json.js'
import { isList, isObject, showPath } from '../text/json.js'
import { notAllowed } from './allowed-value.js'
import type { Shape } from './shape.js'
import { suggestKey } from './suggest-key.js'
import { typeMismatchText } from './type-mismatch.js'

/** A parsed file: its value, and where and how each part of it was written. */
export interface Document {
  readonly file: string
  readonly value: Json
  /** where the key (or, in a list, the item) at this path stands */
  positionOf(path: Path): Position | undefined
  /** a scalar as it was written: `0123` where YAML made it a number */
  written(path: Path): string | undefined
}

export interface Validated {
  readonly value: Json
  readonly problems: readonly Problem[]
  /** keys and values that the shape does not know and that were kept as they are */
  readonly unknown: readonly Problem[]
}

/**
 * Holds a document against the shape of a request: unknown keys and wrong types become problems, each with its place
 * and what was probably meant. What YAML read as a number or a boolean where ECS wants a string becomes the text that
 * was written (a cpu of 256, an environment value of `true` or `0123`); null members, which YAML makes of an empty
 * value and which ECS takes for absent, are left out. A label or an option that is null is none of them: its name is
 * the user's own, and it would be lost.
 *
 * Unknown keys can be kept instead: whatever stands under them goes along untouched. So can values that are not among
 * the allowed ones: ECS learns both before a release of this action does.
 */
export function validate(
  document: Document,
  shape: Shape,
  unknownKeys: 'refuse' | 'keep' = 'refuse',
): Validated {
  const problems: Problem[] = []
  const unknown: Problem[] = []

  function report(path: Path, text: string, to = problems): void {
    const position = document.positionOf(path)
    to.push({ subject: 'task-definition', text, position })
  }

  /** Nobody knows what ECS wants here: a number that would arrive as another text than was written is refused. */
  function visitUnknown(value: Json, path: Path): void {
    if (isList(value)) for (const [i, item] of value.entries()) visitUnknown(item, [...path, i])
    else if (isObject(value))
      for (const [key, member] of Object.entries(value)) visitUnknown(member, [...path, key])
    else if (typeof value === 'number' && !isExact(value, document.written(path)))
      report(
        path,
        `${showPath(path)} is a number that would be sent in another form than it is written in: quote it if it is meant as a text`,
      )
  }

  function visit(value: Json, expected: Shape, path: Path): Json {
    switch (expected.kind) {
      case 'any':
        return value
      case 'structure': {
        if (!isObject(value)) return mismatch(value, expected, path)
        const members = expected.members()
        const out: Record<string, Json> = {}
        for (const [key, member] of Object.entries(value)) {
          const known = Object.hasOwn(members, key) ? members[key] : undefined
          if (!known) {
            const isTaken = (name: string) => Object.hasOwn(value, name)
            const names = Object.keys(members)
            const meant = suggestKey(
              key,
              names.filter(name => !isTaken(name)),
              names.filter(isTaken),
            )
            const asks = meant
              ? `; did you mean ${meant}${isTaken(meant) ? ', which is there already' : ''}?`
              : ''
            const text = `unknown key ${showPath([...path, key])}${asks}`
            report([...path, key], text, unknownKeys === 'keep' ? unknown : problems)
            const probable = meant === undefined ? undefined : members[meant]
            if (unknownKeys === 'keep') {
              visitUnknown(member, [...path, key])
              define(out, key, member)
            } else if (probable && canBe(member, probable)) {
              // All that is wrong inside is told in the same run.
              visit(member, probable, [...path, key])
            }
          } else if (member !== null) {
            define(out, key, visit(member, known, [...path, key]))
          }
        }
        return out
      }
      case 'list': {
        if (!isList(value)) return mismatch(value, expected, path)
        return value.map((item, i) => visit(item, expected.item(), [...path, i]))
      }
      case 'map': {
        if (!isObject(value)) return mismatch(value, expected, path)
        const out: Record<string, Json> = {}
        for (const [key, member] of Object.entries(value)) {
          define(out, key, visit(member, expected.value(), [...path, key]))
        }
        return out
      }
      case 'string':
        if (typeof value === 'string') return allowed(value, expected.allowed, path)
        if (typeof value === 'number' || typeof value === 'boolean')
          return allowed(document.written(path) ?? String(value), expected.allowed, path)
        return mismatch(value, expected, path)
      case 'number':
        if (typeof value === 'number') {
          // Only YAML can write it; JSON would carry it as null.
          if (!Number.isFinite(value)) report(path, `${showPath(path)} is a number, ECS wants a finite one`)
          return value
        }
        if (typeof value === 'string' && /^-?\d{1,15}$/.test(value)) return Number(value)
        return mismatch(value, expected, path)
      case 'boolean':
        return typeof value === 'boolean' ? value : mismatch(value, expected, path)
    }
  }

  function allowed(value: string, among: readonly string[] | undefined, path: Path): string {
    if (among && !among.includes(value))
      report(path, notAllowed(value, among, path), unknownKeys === 'keep' ? unknown : problems)
    return value
  }

  function mismatch(value: Json, expected: Shape, path: Path): Json {
    report(path, typeMismatchText(value, expected, path))
    return value
  }

  return { value: visit(document.value, shape, []), problems, unknown }
}

/** Whether a number is sent as it is written: no leading zero, no 1.10, no digit that a double cannot hold. */
function isExact(value: number, written: string | undefined): boolean {
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) return false
  return written === undefined || String(value) === written
}

/** Sets a member even when it is called `__proto__`. */
function define(object: Record<string, Json>, key: string, value: Json): void {
  Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true })
}

/** Whether it is worth looking inside: what it was meant for has an inside, and it has one of the same kind. */
function canBe(value: Json, { kind }: Shape): boolean {
  if (isList(value)) return kind === 'list'
  return isObject(value) && (kind === 'structure' || kind === 'map')
}
