/** AWS JSON 1.0 and 1.1: the operation in X-Amz-Target, errors as `{"__type", "message"}`. */
import { AwsError } from '../../aws-error.js'
import type { OperationSchema } from '../schema/sdk-schemas.js'
import { type Mismatch, validate } from '../schema/validate.js'
import { validateResponse } from '../schema/validate-response.js'
import { type Call, type Service, unchanged, type WireRequest, type WireResponse } from '../service.js'
import { missingOperation } from './missing-operation.js'
import { queryError } from './query-error.js'

export interface JsonRpcService {
  readonly name: string
  readonly version?: '1.0' | '1.1'
  /** `AmazonEC2ContainerServiceV20141113` */
  readonly targetPrefix: string
  /** Version 1.0 names an error by its shape id: `com.amazonaws.cloudwatch#InvalidNextToken`. */
  readonly errorNamespace?: string
  /** As the model of the service names the member of its errors: an SDK that reads them by it finds no other. */
  readonly messageMember?: 'message' | 'Message'
  /** The service once used the Query protocol and can return that protocol's error code in a header. */
  readonly queryCompatible?: boolean
  /** For a request that does not match its schema. */
  readonly invalidRequest?: string
  /** Every operation of the real service. */
  readonly schemas: ReadonlyMap<string, OperationSchema>
  /** The names of those that the simulator has. */
  readonly operations: readonly string[]
  /** Undefined if the simulator lacks the operation. */
  // biome-ignore lint/suspicious/noExplicitAny: members are checked against the schema before they come here
  find(operation: string, request: WireRequest): ((input: any) => object) | undefined
  resource(operation: string, input: unknown): string
  /** The real behavior is not documented. */
  readonly unknownMembers?: 'ignore' | 'refuse'
  /** An invalid response becomes a descriptive 500. */
  readonly validateResponses?: boolean
}

export function jsonRpc(service: JsonRpcService): Service {
  const { version = '1.1', errorNamespace, queryCompatible, messageMember = 'message' } = service
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
        ...json(version, error.httpStatus, { __type, [messageMember]: error.message, ...error.members }),
        headers: wantsQueryCode ? { 'x-amzn-query-error': `${code};${fault}` } : undefined,
      }
    },
  }
}

function target(request: WireRequest): string {
  return String(request.headers['x-amz-target'] ?? '')
}

function read(service: JsonRpcService, operation: string, request: WireRequest): Call {
  const schema = service.schemas.get(operation)
  const perform = service.find(operation, request)
  if (!schema || !perform) {
    const message = missingOperation(operation, service)
    return failedCall(operation, new AwsError('UnknownOperationException', message, 404))
  }
  const parsed = parse(request.body)
  if (parsed instanceof AwsError) return failedCall(operation, parsed)

  const { value, mismatches } = validate(schema.input, parsed)
  return {
    operation,
    input: parsed,
    unknownMembers: mismatches.filter(mismatch => mismatch.kind === 'unknown').map(mismatch => mismatch.path),
    resource: () => service.resource(operation, value),
    perform: (transform = unchanged) => {
      throwMismatch(mismatches, service)
      const response = perform(value)
      if (service.validateResponses) validateResponse(operation, schema.output, response)
      return json(service.version ?? '1.1', 200, transform(response))
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

/** The AWS CLI sends an empty body for operations without members. */
function parse(body: string): unknown {
  try {
    return body.trim() === '' ? {} : JSON.parse(body)
  } catch {
    return new AwsError('SerializationException', 'The request body is not valid JSON.')
  }
}

/** Wrong types never reach the service. */
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
