/** RPC v2 CBOR on top of a JSON service (smithy.io, smithy-rpc-v2). */
import { cbor, tag } from '@smithy/core/cbor'
import { type Schema, type Shape, shapeOf } from '../schema/schema.js'
import type { OperationSchema } from '../schema/sdk-schemas.js'
import type { Service, WireRequest, WireResponse } from '../service.js'

export interface RpcCborOptions {
  /** In URLs and in X-Amz-Target: `GraniteServiceVersion20100801`. */
  readonly shapeName: string
  readonly schemas: ReadonlyMap<string, OperationSchema>
}

const protocol = 'rpc-v2-cbor'

export function rpcCbor(service: Service, { shapeName, schemas }: RpcCborOptions): Service {
  const operationOf = ({ path }: WireRequest) => path.split(`/service/${shapeName}/operation/`)[1]
  return {
    name: service.name,
    owns: request => request.headers['smithy-protocol'] === protocol && operationOf(request) !== undefined,
    read: request => {
      const operation = operationOf(request) ?? ''
      const target = { ...request.headers, 'x-amz-target': `${shapeName}.${operation}` }
      const call = service.read({ ...request, headers: target, body: toJson(request.bytes) })
      const output = schemas.get(operation)?.output
      return { ...call, perform: transform => cborResponse(call.perform(transform), output) }
    },
    errorResponse: (error, request) => cborResponse(service.errorResponse(error, request)),
  }
}

/** An undecodable body becomes invalid JSON. */
function toJson(bytes: Uint8Array): string {
  try {
    return bytes.length === 0 ? '' : JSON.stringify(cbor.deserialize(bytes), asJson)
  } catch {
    return '{'
  }
}

/** JSON has plain numbers for large integers and tagged times. */
function asJson(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  const { tag: number, value: tagged } = (value ?? {}) as { readonly tag?: unknown; readonly value?: unknown }
  return number === times ? tagged : value
}

/** Epoch seconds (RFC 8949, 3.4.2). */
const times = 1

export function cborResponse(response: WireResponse, output?: Schema): WireResponse {
  const value: unknown = JSON.parse(response.body)
  return {
    ...response,
    contentType: 'application/cbor',
    headers: { ...response.headers, 'smithy-protocol': protocol },
    bytes: cbor.serialize(output === undefined ? value : tagged(value, shapeOf(output))),
  }
}

function tagged(value: unknown, shape: Shape): unknown {
  if (shape.kind === 'timestamp') return tag({ tag: times, value })
  if (Array.isArray(value) && shape.kind === 'list') return value.map(item => tagged(item, shapeOf(shape.of)))
  if (typeof value !== 'object' || value === null) return value
  if (shape.kind !== 'structure' && shape.kind !== 'map') return value
  const members = Object.entries(value).map(([name, member]) => {
    const schema = shape.kind === 'map' ? shape.of : shape.members.get(name)
    return [name, schema === undefined ? member : tagged(member, shapeOf(schema))]
  })
  return Object.fromEntries(members)
}
