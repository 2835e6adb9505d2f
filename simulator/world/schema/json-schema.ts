/** The part of JSON Schema (draft 2020-12) that world files need, and words to write it with. */

export type TypeName = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null'

export interface JsonSchema {
  readonly $ref?: string
  readonly description?: string
  readonly type?: TypeName
  readonly const?: unknown
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Properties
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly propertyNames?: { readonly pattern: string }
  readonly minProperties?: number
  readonly maxProperties?: number
  readonly items?: JsonSchema
  readonly minItems?: number
  readonly maxItems?: number
  /** At most one applies to a value: their types differ, or their constant `kind`. */
  readonly anyOf?: readonly JsonSchema[]
}

export type Properties = Readonly<Record<string, JsonSchema>>

export type Definitions = Readonly<Record<string, JsonSchema>>

export function text(description?: string, pattern?: string): JsonSchema {
  return { type: 'string', ...(description && { description }), ...(pattern && { pattern }) }
}

export function flag(description: string): JsonSchema {
  return { type: 'boolean', description }
}

export function number(description: string, minimum = 0): JsonSchema {
  return { type: 'number', minimum, description }
}

export function integer(
  description: string,
  [minimum, maximum]: readonly [number, number?] = [0],
): JsonSchema {
  return { type: 'integer', minimum, ...(maximum !== undefined && { maximum }), description }
}

export function oneOf(values: readonly string[], description?: string): JsonSchema {
  return { type: 'string', enum: values, ...(description && { description }) }
}

export function list(items: JsonSchema, description?: string): JsonSchema {
  return { type: 'array', items, ...(description && { description }) }
}

/** By names that the file chooses. */
export function named(values: JsonSchema, description?: string): JsonSchema {
  return { type: 'object', additionalProperties: values, ...(description && { description }) }
}

/** With these members only. */
export function object(
  properties: Properties,
  required: readonly string[] = [],
  description?: string,
): JsonSchema {
  return {
    type: 'object',
    ...(description && { description }),
    properties,
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

export function reference(name: string, description?: string): JsonSchema {
  return { $ref: `#/$defs/${name}`, ...(description && { description }) }
}
