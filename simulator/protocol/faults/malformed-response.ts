/**
 * Members are missing, null, mistyped or too many, or the body is a different one. The names and states that
 * remain are true.
 */
import type { Random } from '../../ecs/random.js'
import type { WireResponse } from '../service.js'

export const malformations = [
  'missing-member',
  'null-member',
  'wrong-type',
  'empty-list',
  'enormous-list',
  'long-text',
  'prototype-keys',
  'extreme-number',
  'empty-body',
  'null-body',
  'list-body',
  'text-body',
  'html-page',
  'wrong-content-type',
  'redirect',
  'no-content',
] as const

export type Malformation = (typeof malformations)[number]

/** A binary response becomes JSON text, also malformed. */
export function malformed(
  { bytes: _, ...response }: WireResponse,
  malformation: Malformation,
  random: Random,
): WireResponse {
  const replace = replacements[malformation]
  if (replace) return replace(response)
  const change = changes[malformation]
  if (!change) return response
  try {
    const body: unknown = JSON.parse(response.body)
    return {
      ...response,
      body: JSON.stringify(changeRandomMember({ body }, 'body', { change, random }) ?? {}),
    }
  } catch {
    // Query responses are XML.
    return { ...response, body: withoutPiece(response.body, random) }
  }
}

const replacements: Partial<Readonly<Record<Malformation, (response: WireResponse) => WireResponse>>> = {
  'empty-body': response => ({ ...response, body: '' }),
  'null-body': response => ({ ...response, body: 'null' }),
  'list-body': response => ({ ...response, body: '[{}]' }),
  'text-body': response => ({ ...response, body: '"ok"' }),
  'html-page': () => ({
    status: 200,
    contentType: 'text/html',
    body: '<!doctype html><title>Sign in</title><p>Please sign in to the network.</p>',
  }),
  'wrong-content-type': response => ({ ...response, contentType: 'image/png' }),
  redirect: () => ({
    status: 302,
    contentType: 'text/html',
    headers: { location: '/elsewhere' },
    body: '',
  }),
  'no-content': response => ({ ...response, status: 204, body: '' }),
}

/** Undefined removes the member. */
type Change = (value: unknown) => unknown

const changes: Partial<Readonly<Record<Malformation, Change>>> = {
  'missing-member': () => undefined,
  'null-member': () => null,
  'wrong-type': ofAnotherType,
  'empty-list': value => (Array.isArray(value) ? [] : value),
  'enormous-list': value => (Array.isArray(value) ? repeated(value) : value),
  'long-text': value => (typeof value === 'string' ? value + 'x'.repeat(200_000) : value),
  'prototype-keys': withPrototypeKeys,
  'extreme-number': value => (typeof value === 'number' ? -1e308 : value),
}

export function ofAnotherType(value: unknown): unknown {
  if (typeof value === 'string') return { value }
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (Array.isArray(value)) return value[0] ?? 'none'
  return [value]
}

/** To about a megabyte, at most 5,000-fold. */
function repeated(list: readonly unknown[]): unknown[] {
  const times = Math.ceil(Math.min(5_000, 1_000_000 / JSON.stringify(list).length))
  return Array.from({ length: list.length * times }, (_, i) => list[i % list.length])
}

function withPrototypeKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.assign(JSON.parse('{"__proto__":{"polluted":true},"constructor":{},"toString":"x"}'), value)
}

/** More often near the top. */
function changeRandomMember(
  holder: Record<string, unknown>,
  key: string,
  by: { readonly change: Change; readonly random: Random },
): unknown {
  const { change, random } = by
  const value = holder[key]
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const below = keys[Math.floor(random.next() * keys.length)]
  if (below !== undefined && random.next() < 0.8) {
    const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
    const changed = changeRandomMember(copy, below, by)
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
