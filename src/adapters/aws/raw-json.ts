/** The SDK drops members of task definitions that its release does not know (docs/adr/0006). */
import type { DescribeTaskDefinitionCommand, RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs'
import type { DeserializeMiddleware, SerializeMiddleware } from '@smithy/types'
import type { Json, JsonObject } from '../../core/text/json.js'
import { isObject } from '../../core/text/json.js'

/** Before the body is measured and signed. */
export function sendRawBody(command: RegisterTaskDefinitionCommand, body: JsonObject): void {
  const replace: SerializeMiddleware<object, object> = next => args => {
    const { request } = args as unknown as { request: { body: unknown } }
    request.body = JSON.stringify(body)
    return next(args)
  }
  command.middlewareStack.addRelativeTo(replace as never, {
    name: 'sendRawBody',
    relation: 'after',
    toMiddleware: 'serializerMiddleware',
  })
}

/** Call the result after the command was sent. */
export function captureRawResponse(command: DescribeTaskDefinitionCommand): () => JsonObject {
  let raw: JsonObject = {}
  const keep: DeserializeMiddleware<object, object> = next => async args => {
    const result = await next(args)
    const response = result.response as { body?: unknown; statusCode?: number }
    if (response.statusCode === 200 && response.body instanceof Uint8Array) {
      const parsed = JSON.parse(new TextDecoder().decode(response.body)) as Json
      if (isObject(parsed)) raw = parsed
    }
    return result
  }
  command.middlewareStack.addRelativeTo(keep as never, {
    name: 'captureRawResponse',
    relation: 'after',
    toMiddleware: 'deserializerMiddleware',
  })
  return () => raw
}
