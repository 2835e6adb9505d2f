/** Finds missing, mistyped, unknown and non-enum members. Services decide which of these to reject. */
import { enumValues } from './ecs-enums.js'
import { type Schema, type Shape, type Structure, shapeOf } from './schema.js'

export interface Mismatch {
  readonly kind: 'missing' | 'wrong-type' | 'unknown' | 'not-in-enum'
  /** `deploymentConfiguration.alarms.enable`, `containerDefinitions[0].image` */
  readonly path: string
  readonly message: string
}

export interface Validation {
  /** Without unknown members and nulls: JSON 1.1 treats null as absent. */
  readonly value: unknown
  readonly mismatches: readonly Mismatch[]
}

export function validate(schema: Schema, value: unknown): Validation {
  const mismatches: Mismatch[] = []
  const validator = new Validator(mismatches)
  return { value: validator.value(shapeOf(schema), value, { path: '', member: '' }), mismatches }
}

interface Location {
  readonly path: string
  /** The `Structure.member` that holds the value, directly or in its list or map. */
  readonly member: string
}

/** Other numbers are whole. */
export const fractions = new Set([
  'Resource.doubleValue',
  'LinearConfiguration.stepPercent',
  'CanaryConfiguration.canaryPercent',
  'Scale.value',
  'MetricAlarm.Threshold',
  'TargetTrackingScalingPolicyConfiguration.TargetValue',
  'StepAdjustment.MetricIntervalLowerBound',
  'StepAdjustment.MetricIntervalUpperBound',
])

class Validator {
  readonly #mismatches: Mismatch[]

  constructor(mismatches: Mismatch[]) {
    this.#mismatches = mismatches
  }

  value(shape: Shape, value: unknown, location: Location): unknown {
    switch (shape.kind) {
      case 'structure':
        return isObject(value)
          ? this.#structure(shape, value, location)
          : this.#wrongType('a structure', value, location)
      case 'map':
        return isObject(value)
          ? this.#map(shape.of, value, location)
          : this.#wrongType('a map', value, location)
      case 'list':
        return Array.isArray(value)
          ? this.#list(shape.of, value, location)
          : this.#wrongType('a list', value, location)
      case 'string':
        return typeof value === 'string'
          ? this.#enum(value, location)
          : this.#wrongType('a string', value, location)
      case 'boolean':
        return typeof value === 'boolean' ? value : this.#wrongType('a boolean', value, location)
      case 'number':
        return this.#number(value, location)
      case 'timestamp':
        return typeof value === 'number'
          ? value
          : this.#wrongType('a number of epoch seconds', value, location)
      case 'blob':
        return typeof value === 'string' ? value : this.#wrongType('a base64 string', value, location)
      case 'document':
        return value
    }
  }

  #structure(shape: Structure, value: Record<string, unknown>, { path }: Location): Record<string, unknown> {
    const kept: Record<string, unknown> = {}
    for (const [name, member] of Object.entries(value)) {
      const memberPath = path ? `${path}.${name}` : name
      const schema = shape.members.get(name)
      if (schema === undefined) {
        this.#report('unknown', memberPath, `is not a member of ${shape.name}`)
      } else if (member !== null) {
        const location = { path: memberPath, member: `${shape.name}.${name}` }
        kept[name] = this.value(shapeOf(schema), member, location)
      }
    }
    for (const name of shape.required) {
      if (!Object.hasOwn(kept, name)) {
        this.#report('missing', path ? `${path}.${name}` : name, 'is required')
      }
    }
    return kept
  }

  #map(of: Schema, value: Record<string, unknown>, { path, member }: Location): Record<string, unknown> {
    const entries = Object.entries(value).map(([key, entry]) => {
      return [key, this.value(shapeOf(of), entry, { path: `${path}.${key}`, member })]
    })
    return Object.fromEntries(entries)
  }

  #list(of: Schema, value: readonly unknown[], { path, member }: Location): unknown[] {
    return value.map((item, index) => this.value(shapeOf(of), item, { path: `${path}[${index}]`, member }))
  }

  #number(value: unknown, location: Location): unknown {
    const integer = !fractions.has(location.member)
    if (typeof value !== 'number')
      return this.#wrongType(integer ? 'an integer' : 'a number', value, location)
    if (integer && !Number.isInteger(value)) return this.#wrongType('an integer', value, location)
    return value
  }

  #enum(value: string, { path, member }: Location): string {
    const allowed = enumValues(member)
    if (allowed && !allowed.includes(value)) {
      this.#report('not-in-enum', path, `"${value}" is not one of ${allowed.join(', ')}`)
    }
    return value
  }

  #wrongType(expected: string, value: unknown, { path }: Location): unknown {
    this.#report('wrong-type', path, `should be ${expected}, not ${describe(value)}`)
    return value
  }

  #report(kind: Mismatch['kind'], path: string, message: string): void {
    this.#mismatches.push({ kind, path, message: `${path || 'the request'} ${message}` })
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
