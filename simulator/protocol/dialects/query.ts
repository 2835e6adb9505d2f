/** Requests are forms, responses and errors XML. */
import { AwsError } from '../../aws-error.js'
import type { OperationSchema } from '../schema/sdk-schemas.js'
import { validate } from '../schema/validate.js'
import { validateResponse } from '../schema/validate-response.js'
import {
  type Call,
  type Service,
  signedService,
  unchanged,
  type WireRequest,
  type WireResponse,
} from '../service.js'
import { missingOperation } from './missing-operation.js'
import { queryError } from './query-error.js'
import { readForm } from './query-form.js'
import { writeXml } from './query-xml.js'

export interface QueryService {
  readonly name: string
  /** In signatures: `monitoring`. */
  readonly signingName: string
  /** `2010-08-01` */
  readonly version: string
  readonly xmlNamespace: string
  readonly schemas: ReadonlyMap<string, OperationSchema>
  /** The names of those that the simulator has. */
  readonly operations: readonly string[]
  // biome-ignore lint/suspicious/noExplicitAny: members are checked against the schema before they come here
  find(operation: string, request: WireRequest): ((input: any) => object) | undefined
  resource(operation: string, input: unknown): string
  /** An invalid response becomes a descriptive 500. */
  readonly validateResponses?: boolean
}

export function query(service: QueryService): Service {
  return {
    name: service.name,
    owns: request =>
      (signedService(request) ?? service.signingName) === service.signingName &&
      formOf(request).get('Version') === service.version,
    read: request => read(service, request),
    errorResponse: (error, { requestId }) => {
      const { code, fault, status } = queryError(error)
      const inner = writeXml('Error', { Type: fault, Code: code, Message: error.message })
      return xml(service, {
        status,
        root: 'ErrorResponse',
        content: inner + writeXml('RequestId', requestId),
      })
    },
  }
}

/** SDKs send the form in the body; presigned links have it in the URL. */
function formOf({ body, headers, query: inAddress }: WireRequest): URLSearchParams {
  const isForm = String(headers['content-type']).startsWith('application/x-www-form-urlencoded')
  return isForm ? new URLSearchParams(body) : inAddress
}

function read(service: QueryService, request: WireRequest): Call {
  const form = formOf(request)
  const operation = form.get('Action') ?? ''
  const schema = service.schemas.get(operation)
  const perform = service.find(operation, request)
  const input = schema ? readForm(schema.input, form) : undefined
  return {
    operation,
    input,
    unknownMembers: [],
    resource: () => service.resource(operation, input),
    perform: (transform = unchanged) => {
      if (!schema || !perform) throw new AwsError('InvalidAction', missingOperation(operation, service))
      const { value, mismatches } = validate(schema.input, input)
      const [wrong] = mismatches
      if (wrong) throw new AwsError('ValidationException', `${wrong.message}.`)
      const response = perform(value)
      if (service.validateResponses) validateResponse(operation, schema.output, response)
      const result = writeXml(`${operation}Result`, transform(response), schema.output)
      const metadata = writeXml('ResponseMetadata', { RequestId: request.requestId })
      return xml(service, { status: 200, root: `${operation}Response`, content: result + metadata })
    },
  }
}

function xml(
  { xmlNamespace }: QueryService,
  { status, root, content }: { status: number; root: string; content: string },
): WireResponse {
  const body = `<${root} xmlns="${xmlNamespace}">${content}</${root}>`
  return { status, contentType: 'text/xml', body }
}
