/**
 * What every client of AWS has in common here: it repeats nothing, waits for nothing without end, goes through the
 * proxy of the runner, and takes no answer for one that is not of the shape that the API describes. The SDK's
 * deserialiser passes on what it finds: a text in the place of a list would otherwise surface somewhere as a mistake of
 * ours.
 */
import { env } from 'node:process'
import type { DeserializeMiddleware, MiddlewareStack, Pluggable } from '@smithy/types'
import type { Shape } from '../../core/task-definition/shape.js'
import { proxiesOf } from '../proxy.js'
import { type Schema, toShape } from './sdk-schema.js'

/**
 * Settings of a client, in milliseconds. `requestTimeout` ends with the first byte of an answer; what comes to a halt
 * after it is given up by `socketTimeout`, which is a quarter of an hour if it is not set.
 */
export function clientConfig(connect: number, answer: number) {
  const agent = { proxyEnv: proxiesOf(env) }
  const requestHandler = {
    httpAgent: agent,
    httpsAgent: agent,
    connectionTimeout: connect,
    requestTimeout: answer,
    socketTimeout: answer,
    throwOnRequestTimeout: true,
  }
  return { maxAttempts: 1, requestHandler }
}

interface Client {
  // biome-ignore lint/suspicious/noExplicitAny: each client has commands of its own
  readonly middlewareStack: Pick<MiddlewareStack<any, any>, 'use'>
}

/** The client, raising MalformedAnswer for answers that are not of their operation's shape. */
export function validateResponses<T extends Client>(client: T): T {
  client.middlewareStack.use(checkingAnswers)
  return client
}

const check: DeserializeMiddleware<object, object> = (next, context) => async args => {
  const result = await next(args)
  const { $metadata: _, ...answer } = result.output as { readonly $metadata?: unknown }
  const place = findMismatch(shapeOfAnswer(context), answer, 'the answer')
  if (place !== undefined) throw malformed(place)
  return result
}

const checkingAnswers: Pluggable<object, object> = {
  applyToStack: stack =>
    stack.addRelativeTo(check as never, {
      name: 'checkAnswer',
      relation: 'before',
      toMiddleware: 'deserializerMiddleware',
    }),
}

const shapes = new WeakMap<object, Shape>()

/** The SDK keeps the schema of the operation, [9, namespace, name, traits, input, output], beside each request. */
function shapeOfAnswer(context: object): Shape {
  const { operationSchema } =
    (context as { __smithy_context?: { operationSchema?: readonly unknown[] } }).__smithy_context ?? {}
  if (!operationSchema) return { kind: 'any' }
  const known = shapes.get(operationSchema)
  if (known) return known
  const shape = toShape(operationSchema[5] as Schema)
  shapes.set(operationSchema, shape)
  return shape
}

function malformed(place: string): Error {
  const error = new Error(`AWS answered with something else than its API describes, in ${place}`)
  error.name = 'MalformedAnswer'
  return error
}

/** Where the first value stands that is not of its shape. What is absent is: nearly all that AWS answers may be. */
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
      if (!isRecord(value)) return place
      return firstOf(Object.values(value), item => findMismatch(shape.value(), item, place))
    case 'structure': {
      if (!isRecord(value)) return place
      const members = shape.members()
      return firstOf(Object.entries(value), ([name, member]) => {
        const inside = Object.hasOwn(members, name) ? members[name] : undefined
        return inside && member !== undefined ? findMismatch(inside, member, name) : undefined
      })
    }
    case 'string':
    case 'boolean':
      return typeof value === shape.kind ? undefined : place
  }
}

function firstOf<T>(items: readonly T[], poll: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = poll(item)
    if (found !== undefined) return found
  }
  return undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
