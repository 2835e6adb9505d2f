/**
 * The AWS JSON protocols 1.0 and 1.1: the operation in X-Amz-Target, members as a JSON object, errors as
 * `{"__type", "message"}`.
 */
import { AwsError } from '../../aws-error.js'
import type { OperationSchema } from '../schema/sdk-schemas.js'
import { type Mismatch, validate } from '../schema/validate.js'
import { validateResponse } from '../schema/validate-response.js'
import type { Call, Service, WireRequest, WireResponse } from '../service.js'
import { queryError } from './query-error.js'

export interface JsonRpcService {
  readonly name: string
  readonly version?: '1.0' | '1.1'
  /** `AmazonEC2ContainerServiceV20141113` */
  readonly targetPrefix: string
  /** Version 1.0 names an error by its shape id: `com.amazonaws.cloudwatch#InvalidNextToken`. */
  readonly errorNamespace?: string
  /** The service once used the Query protocol and can return that protocol's error code in a header. */
  readonly queryCompatible?: boolean
  /** The error for a request that does not match its schema. */
  readonly invalidRequest?: string
  /** Every operation of the real service. */
  readonly schemas: ReadonlyMap<string, OperationSchema>
  /** Undefined if the simulator does not have the operation. */
  // biome-ignore lint/suspicious/noExplicitAny: members are checked against the schema before they come here
  find(operation: string, request: WireRequest): ((input: any) => object) | undefined
  resource(operation: string, input: unknown): string
  /** The real behavior is not documented. */
  readonly unknownMembers?: 'ignore' | 'refuse'
  /** Validates our own responses too; an invalid one becomes a descriptive 500. */
  readonly validateResponses?: boolean
}

export function jsonRpc(service: JsonRpcService): Service {
  const { version = '1.1', errorNamespace, queryCompatible } = service
  const prefix = `${service.targetPrefix}.`
  return {
    name: service.name,
    owns: request => target(request).startsWith(prefix),
    read: request => read(service, target(request).slice(prefix.length), request),
    errorResponse: (error, { headers }) => {
      const __type = errorNamespace ? `${errorNamespace}#${error.name}` : error.name
      const wantsQueryCode = queryCompatible && headers['x-amzn-query-mode'] === 'true'
      const { code, fault } = queryError(error)
      return {
        ...json(version, error.httpStatus, { __type, message: error.message }),
        headers: wantsQueryCode ? { 'x-amzn-query-error': `${code};${fault}` } : undefined,
      }
    },
  }
}

function target(request: WireRequest): string {
  return String(request.headers['x-amz-target'] ?? '')
}

function read(service: JsonRpcService, operation: string, request: WireRequest): Call {
  const unknown = (message: string) =>
    failedCall(operation, new AwsError('UnknownOperationException', message, 404))

  const schema = service.schemas.get(operation)
  if (!schema) return unknown(`${operation} is not an operation.`)
  const perform = service.find(operation, request)
  if (!perform) return unknown(`${service.name} has the operation ${operation}, but this simulator does not.`)
  const parsed = parse(request.body)
  if (parsed instanceof AwsError) return failedCall(operation, parsed)

  const { value, mismatches } = validate(schema.input, parsed)
  return {
    operation,
    input: parsed,
    unknownMembers: mismatches.filter(mismatch => mismatch.kind === 'unknown').map(mismatch => mismatch.path),
    resource: () => service.resource(operation, value),
    perform: () => {
      throwMismatch(mismatches, service)
      const response = perform(value)
      if (service.validateResponses) validateResponse(operation, schema.output, response)
      return json(service.version ?? '1.1', 200, response)
    },
  }
}

function failedCall(operation: string, error: AwsError): Call {
  return {
    operation,
    input: undefined,
    unknownMembers: [],
    resource: () => '*',
    perform: () => {
      throw error
    },
  }
}

/** An empty body is an empty request, as the AWS CLI sends for operations without members. */
function parse(body: string): unknown {
  try {
    return body.trim() === '' ? {} : JSON.parse(body)
  } catch {
    return new AwsError('SerializationException', 'The request body is not valid JSON.')
  }
}

/** The deserializer rejects wrong types before the service sees the request. */
function throwMismatch(mismatches: readonly Mismatch[], service: JsonRpcService): void {
  const { unknownMembers = 'ignore', invalidRequest = 'InvalidParameterException' } = service
  const first = (kind: Mismatch['kind']) => mismatches.find(mismatch => mismatch.kind === kind)
  const wrongType = first('wrong-type')
  if (wrongType) throw new AwsError('SerializationException', `${wrongType.message}.`)
  const wrong = first('missing') ?? first('not-in-enum') ?? (unknownMembers === 'refuse' && first('unknown'))
  if (wrong) throw new AwsError(invalidRequest, `${wrong.message}.`)
}

function json(version: '1.0' | '1.1', status: number, value: object): WireResponse {
  return { status, contentType: `application/x-amz-json-${version}`, body: JSON.stringify(value) }
}
