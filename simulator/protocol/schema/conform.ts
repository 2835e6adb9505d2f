/**
 * Holds a JSON value against a schema: what is missing, of the wrong type, unknown, or outside its enum.
 * Knows nothing of which of these a service would refuse, nor in which words.
 */
import { enumValues } from './ecs-enums.js'
import { type Schema, type Shape, type Structure, shapeOf } from './schema.js'

export interface Finding {
  readonly kind: 'missing' | 'wrong-type' | 'unknown' | 'not-in-enum'
  /** `deploymentConfiguration.alarms.enable`, `containerDefinitions[0].image` */
  readonly path: string
  readonly message: string
}

export interface Conformed {
  /** The value without unknown members and without nulls, which JSON 1.1 takes as absent. */
  readonly value: unknown
  readonly findings: readonly Finding[]
}

export function conform(schema: Schema, value: unknown): Conformed {
  const findings: Finding[] = []
  const walk = new Walk(findings)
  return { value: walk.value(shapeOf(schema), value, { path: '', member: '' }), findings }
}

interface Place {
  readonly path: string
  /** `Structure.member` that holds the value, or whose list or map holds it. */
  readonly member: string
}

/** The schema has one code for all numbers; these members are not integers. */
const fractions = new Set(['Resource.doubleValue', 'Scale.value', 'MetricAlarm.Threshold'])

class Walk {
  readonly #findings: Finding[]

  constructor(findings: Finding[]) {
    this.#findings = findings
  }

  value(shape: Shape, value: unknown, place: Place): unknown {
    switch (shape.kind) {
      case 'structure':
        return isObject(value)
          ? this.#structure(shape, value, place)
          : this.#wrong('a structure', value, place)
      case 'map':
        return isObject(value) ? this.#map(shape.of, value, place) : this.#wrong('a map', value, place)
      case 'list':
        return Array.isArray(value) ? this.#list(shape.of, value, place) : this.#wrong('a list', value, place)
      case 'string':
        return typeof value === 'string' ? this.#enum(value, place) : this.#wrong('a string', value, place)
      case 'boolean':
        return typeof value === 'boolean' ? value : this.#wrong('a boolean', value, place)
      case 'number':
        return this.#number(value, place)
      case 'timestamp':
        return typeof value === 'number' ? value : this.#wrong('a number of epoch seconds', value, place)
      case 'blob':
        return typeof value === 'string' ? value : this.#wrong('a base64 string', value, place)
      case 'document':
        return value
    }
  }

  #structure(shape: Structure, value: Record<string, unknown>, { path }: Place): Record<string, unknown> {
    const kept: Record<string, unknown> = {}
    for (const [name, member] of Object.entries(value)) {
      const at = path ? `${path}.${name}` : name
      if (!shape.members.has(name)) {
        this.#found('unknown', at, `is not a member of ${shape.name}`)
      } else if (member !== null) {
        kept[name] = this.value(shapeOf(shape.members.get(name)), member, {
          path: at,
          member: `${shape.name}.${name}`,
        })
      }
    }
    for (const name of shape.required) {
      if (!Object.hasOwn(kept, name)) {
        this.#found('missing', path ? `${path}.${name}` : name, 'is required')
      }
    }
    return kept
  }

  #map(of: Schema, value: Record<string, unknown>, { path, member }: Place): Record<string, unknown> {
    const entries = Object.entries(value).map(([key, entry]) => {
      return [key, this.value(shapeOf(of), entry, { path: `${path}.${key}`, member })]
    })
    return Object.fromEntries(entries)
  }

  #list(of: Schema, value: readonly unknown[], { path, member }: Place): unknown[] {
    return value.map((item, index) => this.value(shapeOf(of), item, { path: `${path}[${index}]`, member }))
  }

  #number(value: unknown, place: Place): unknown {
    const integer = !fractions.has(place.member)
    if (typeof value !== 'number') return this.#wrong(integer ? 'an integer' : 'a number', value, place)
    if (integer && !Number.isInteger(value)) return this.#wrong('an integer', value, place)
    return value
  }

  #enum(value: string, { path, member }: Place): string {
    const allowed = enumValues(member)
    if (allowed && !allowed.includes(value)) {
      this.#found('not-in-enum', path, `"${value}" is not one of ${allowed.join(', ')}`)
    }
    return value
  }

  #wrong(expected: string, value: unknown, { path }: Place): unknown {
    this.#found('wrong-type', path, `should be ${expected}, not ${describe(value)}`)
    return value
  }

  #found(kind: Finding['kind'], path: string, message: string): void {
    this.#findings.push({ kind, path, message: `${path || 'the request'} ${message}` })
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a structure'
  return typeof value === 'number' && !Number.isInteger(value) ? 'a fraction' : `a ${typeof value}`
}
