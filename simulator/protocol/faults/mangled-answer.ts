/**
 * Answers that no API promises: members that are missing, null, of another type or far too many, and bodies that are no
 * answer at all. What they say is never made to say something else: a name or a state that is there is the true one.
 */
import type { Random } from '../../ecs/random.js'
import type { Answer } from '../service.js'

export const manglings = [
  'missing-member',
  'null-member',
  'wrong-type',
  'empty-list',
  'enormous-list',
  'long-text',
  'prototype-keys',
  'strange-number',
  'empty-body',
  'null-body',
  'list-body',
  'text-body',
  'page-of-html',
  'wrong-content-type',
  'redirect',
  'no-content',
] as const

export type Mangling = (typeof manglings)[number]

/** An answer that is no text becomes the text of what it says, which is wrong as well. */
export function mangled({ bytes: _, ...answer }: Answer, mangling: Mangling, random: Random): Answer {
  const whole = asWhole[mangling]
  if (whole) return whole(answer)
  const change = inside[mangling]
  if (!change) return answer
  try {
    const body: unknown = JSON.parse(answer.body)
    return { ...answer, body: JSON.stringify(changeOne({ body }, 'body', change, random) ?? {}) }
  } catch {
    // Query answers are XML: a piece out of it is missing.
    return { ...answer, body: withoutPiece(answer.body, random) }
  }
}

const asWhole: Partial<Readonly<Record<Mangling, (answer: Answer) => Answer>>> = {
  'empty-body': answer => ({ ...answer, body: '' }),
  'null-body': answer => ({ ...answer, body: 'null' }),
  'list-body': answer => ({ ...answer, body: '[{}]' }),
  'text-body': answer => ({ ...answer, body: '"ok"' }),
  'page-of-html': () => ({
    status: 200,
    contentType: 'text/html',
    body: '<!doctype html><title>Sign in</title><p>Please sign in to the network.</p>',
  }),
  'wrong-content-type': answer => ({ ...answer, contentType: 'image/png' }),
  redirect: () => ({
    status: 302,
    contentType: 'text/html',
    headers: { location: '/elsewhere' },
    body: '',
  }),
  'no-content': answer => ({ ...answer, status: 204, body: '' }),
}

/** What becomes of one value; undefined takes its member away. */
type Change = (value: unknown) => unknown

const inside: Partial<Readonly<Record<Mangling, Change>>> = {
  'missing-member': () => undefined,
  'null-member': () => null,
  'wrong-type': ofAnotherType,
  'empty-list': value => (Array.isArray(value) ? [] : value),
  'enormous-list': value => (Array.isArray(value) ? repeated(value) : value),
  'long-text': value => (typeof value === 'string' ? value + 'x'.repeat(200_000) : value),
  'prototype-keys': withPrototypeKeys,
  'strange-number': value => (typeof value === 'number' ? -1e308 : value),
}

function ofAnotherType(value: unknown): unknown {
  if (typeof value === 'string') return { value }
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (Array.isArray(value)) return value[0] ?? 'none'
  return [value]
}

/** As many as make about a megabyte, and at most 5,000 times as many as there were. */
function repeated(list: readonly unknown[]): unknown[] {
  const times = Math.ceil(Math.min(5_000, 1_000_000 / JSON.stringify(list).length))
  return Array.from({ length: list.length * times }, (_, i) => list[i % list.length])
}

function withPrototypeKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.assign(JSON.parse('{"__proto__":{"polluted":true},"constructor":{},"toString":"x"}'), value)
}

/** Goes down by chance and changes what it comes to that the change applies to: near the top more often than deep below. */
function changeOne(holder: Record<string, unknown>, key: string, change: Change, random: Random): unknown {
  const value = holder[key]
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const below = keys[Math.floor(random.next() * keys.length)]
  if (below !== undefined && random.next() < 0.8) {
    const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
    const changed = changeOne(copy, below, change, random)
    if (changed !== undefined) copy[below] = changed
    else if (Array.isArray(copy)) copy.splice(Number(below), 1)
    else delete copy[below]
    return copy
  }
  return change(value)
}

function withoutPiece(text: string, random: Random): string {
  const from = Math.floor(random.next() * text.length)
  return text.slice(0, from) + text.slice(from + 1 + Math.floor(random.next() * 200))
}
