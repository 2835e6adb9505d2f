/** The SDK passes on answers of a wrong shape, which would surface later as our bugs. */
import { NormalizedSchema } from '@smithy/core/schema'
import type { DeserializeMiddleware, Pluggable, StaticOperationSchema } from '@smithy/types'
import type { Shape } from '../../core/task-definition/shape.js'
import { findMissing } from './required-members.js'
import type { Client } from './sdk-client.js'
import { toShape } from './sdk-schema.js'

/** Raises MalformedAnswer or IncompleteAnswer. */
export function validateResponses<T extends Client>(client: T): T {
  client.middlewareStack.use(validation)
  return client
}

const validate: DeserializeMiddleware<object, object> = (next, context) => async args => {
  const result = await next(args)
  const { $metadata: _, ...answer } = result.output as { readonly $metadata?: unknown }
  const place = findMismatch(responseShape(context), answer, 'the answer')
  if (place !== undefined) throw malformed(place)
  const missing = findMissing(operationOf(context), answer)
  if (missing !== undefined) throw incomplete(missing)
  return result
}

const validation: Pluggable<object, object> = {
  applyToStack: stack =>
    stack.addRelativeTo(validate as never, {
      name: 'validateResponse',
      relation: 'before',
      toMiddleware: 'deserializerMiddleware',
    }),
}

const shapes = new WeakMap<StaticOperationSchema, Shape>()

function operationOf(context: object): string {
  const { commandName = '' } = context as { commandName?: string }
  return commandName.replace(/Command$/, '')
}

function responseShape(context: object): Shape {
  const { __smithy_context: details } = context as {
    __smithy_context?: { operationSchema?: StaticOperationSchema }
  }
  const operation = details?.operationSchema
  if (!operation) return { kind: 'any' }
  const known = shapes.get(operation)
  if (known) return known
  const [, , , , , response] = operation
  const shape = toShape(NormalizedSchema.of(response))
  shapes.set(operation, shape)
  return shape
}

function malformed(place: string): Error {
  const error = new Error(`AWS sent a response that its API does not describe, in ${place}`)
  error.name = 'MalformedAnswer'
  return error
}

function incomplete(place: string): Error {
  const error = new Error(`AWS answered without ${place}`)
  error.name = 'IncompleteAnswer'
  return error
}

/** Any member may be absent. */
function findMismatch(shape: Shape, value: unknown, place: string): string | undefined {
  switch (shape.kind) {
    case 'any':
      return undefined
    case 'number':
      return Number.isFinite(value) ? undefined : place
    case 'list':
      if (!Array.isArray(value)) return place
      return firstOf(value, item => findMismatch(shape.item(), item, place))
    case 'map':
      if (!isMembers(value)) return place
      return firstOf(Object.values(value), item => findMismatch(shape.value(), item, place))
    case 'structure': {
      if (!isMembers(value)) return place
      const members = shape.members()
      return firstOf(Object.entries(value), ([name, member]) => {
        const expected = Object.hasOwn(members, name) ? members[name] : undefined
        return expected && member !== undefined ? findMismatch(expected, member, name) : undefined
      })
    }
    case 'string':
    case 'boolean':
      return typeof value === shape.kind ? undefined : place
  }
}

function firstOf<T>(items: readonly T[], check: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = check(item)
    if (found !== undefined) return found
  }
  return undefined
}

/** Unlike JSON, may hold dates. */
function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
