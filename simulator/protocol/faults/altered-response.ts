/** Alters one member of a response, named by its path: `services[].deployments[].id`, of every item of a list. */
import { ofAnotherType } from './malformed-response.js'

export const alterations = ['absent', 'null', 'empty', 'other-type'] as const

export type Alteration = (typeof alterations)[number]

export interface AlteredMember {
  readonly member: string
  readonly to: Alteration
}

/** The original if it has no such member. */
export function alterMember(response: object, { member, to }: AlteredMember): object {
  return alter(response, member.replaceAll('[]', '.[]').split('.'), to) as object
}

function alter(value: unknown, [name, ...inner]: readonly string[], to: Alteration): unknown {
  if (name === undefined || typeof value !== 'object' || value === null) return value
  if (name === '[]') {
    if (!Array.isArray(value)) return value
    return value.flatMap(item => {
      const altered = inner.length > 0 ? alter(item, inner, to) : replacements[to](item)
      return altered === undefined ? [] : [altered]
    })
  }
  if (!Object.hasOwn(value, name)) return value
  const original = (value as Readonly<Record<string, unknown>>)[name]
  const altered = inner.length > 0 ? alter(original, inner, to) : replacements[to](original)
  const { [name]: _, ...others } = value as Record<string, unknown>
  return altered === undefined ? others : { ...value, [name]: altered }
}

const replacements: Readonly<Record<Alteration, (value: unknown) => unknown>> = {
  absent: () => undefined,
  null: () => null,
  empty: value => (Array.isArray(value) ? [] : typeof value === 'object' && value !== null ? {} : ''),
  'other-type': ofAnotherType,
}

/** The paths of all members of a response, for `alterMember`. */
export function membersOf(response: unknown, path = ''): string[] {
  if (Array.isArray(response)) {
    return [`${path}[]`, ...response.flatMap(item => membersOf(item, `${path}[]`))]
  }
  if (typeof response !== 'object' || response === null) return []
  return Object.entries(response).flatMap(([name, value]) => {
    const here = path ? `${path}.${name}` : name
    return value === undefined ? [] : [here, ...membersOf(value, here)]
  })
}
