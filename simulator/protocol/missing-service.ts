/** Refuses a request for a service that is not here, in the protocol that its client speaks. */
import { AwsError } from '../aws-error.js'
import { queryError } from './dialects/query-error.js'
import { writeXml } from './dialects/query-xml.js'
import { cborResponse } from './dialects/rpc-cbor.js'
import { type Service, signedService, type WireRequest, type WireResponse } from './service.js'

export function missingService(request: WireRequest, present: readonly Service[]): Service {
  const protocol = protocolOf(request)
  const operation = protocol.operation(request)
  const name = signedService(request) ?? protocol.service?.(request) ?? 'unknown'
  const error = new AwsError('UnknownOperationException', messageOf({ name, operation }, present), 404)
  return {
    name,
    owns: () => true,
    read: () => ({
      operation,
      input: undefined,
      unknownMembers: [],
      resource: () => '*',
      perform: () => {
        throw error
      },
    }),
    errorResponse: protocol.refuse,
  }
}

/** They serve links and names of other services. */
const behindOthers = new Set(['web', 's3'])

function messageOf(
  { name, operation }: { readonly name: string; readonly operation: string },
  services: readonly Service[],
): string {
  const names = [...new Set(services.map(service => service.name))].filter(each => !behindOthers.has(each))
  const subject = name === 'unknown' ? operation : `${operation} of ${name}`
  return `${subject} is for no service of this simulator, which has: ${names.join(', ')}.`
}

type Protocol = {
  readonly matches: (request: WireRequest) => boolean
  readonly operation: (request: WireRequest) => string
  /** The name that an unsigned request has for its service. */
  readonly service?: (request: WireRequest) => string
  readonly refuse: (error: AwsError, request: WireRequest) => WireResponse
}

const addressOf = ({ method, path }: WireRequest) => `${method} ${path}`

const json: Protocol = {
  matches: request => targetOf(request) !== '',
  operation: request => targetOf(request).split('.').at(-1) ?? '',
  service: request => targetOf(request).split('.')[0] ?? '',
  refuse: ({ name, message, httpStatus }, { headers }) => ({
    status: httpStatus,
    contentType: String(headers['content-type'] ?? 'application/x-amz-json-1.1'),
    body: JSON.stringify({ __type: name, message }),
  }),
}

/** https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html */
const cborPath = /\/service\/([^/]+)\/operation\/([^/]+)$/

const cbor: Protocol = {
  matches: ({ headers, path }) => headers['smithy-protocol'] === 'rpc-v2-cbor' && cborPath.test(path),
  operation: ({ path }) => cborPath.exec(path)?.[2] ?? '',
  service: ({ path }) => cborPath.exec(path)?.[1] ?? '',
  refuse: (error, request) => cborResponse(json.refuse(error, request)),
}

const query: Protocol = {
  matches: request => formOf(request).has('Action') && formOf(request).has('Version'),
  operation: request => formOf(request).get('Action') ?? '',
  refuse: (error, request) => {
    const { code, fault } = queryError(error)
    const inner = writeXml('Error', { Type: fault, Code: code, Message: error.message })
    return xml(400, 'ErrorResponse', inner + writeXml('RequestId', request.requestId))
  },
}

/** https://docs.aws.amazon.com/ec2/latest/devguide/ec2-query-api.html has errors of another form. */
const ec2: Protocol = {
  ...query,
  matches: request => query.matches(request) && signedService(request) === 'ec2',
  refuse: (error, { requestId }) => {
    const inner = writeXml('Error', { Code: queryError(error).code, Message: error.message })
    return xml(400, 'Response', `<Errors>${inner}</Errors>${writeXml('RequestID', requestId)}`)
  },
}

const restXml: Protocol = {
  matches: request => ['s3', 'cloudfront', 'route53'].includes(signedService(request) ?? ''),
  operation: addressOf,
  refuse: ({ name, message, httpStatus }, request) => {
    const error = writeXml('Error', { Code: name, Message: message, RequestId: request.requestId })
    return signedService(request) === 's3'
      ? { status: httpStatus, contentType: 'application/xml', body: error }
      : xml(httpStatus, 'ErrorResponse', error)
  },
}

/** https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization */
const restJson: Protocol = {
  matches: request => signedService(request) !== undefined,
  operation: addressOf,
  refuse: ({ name, message, httpStatus }) => ({
    status: httpStatus,
    contentType: 'application/json',
    headers: { 'x-amzn-errortype': name },
    body: JSON.stringify({ message }),
  }),
}

const plain: Protocol = {
  matches: () => true,
  operation: addressOf,
  refuse: ({ message, httpStatus }) => ({
    status: httpStatus,
    contentType: 'text/plain; charset=utf-8',
    body: `${message}\n`,
  }),
}

const protocols = [json, cbor, ec2, query, restXml, restJson]

function protocolOf(request: WireRequest): Protocol {
  return protocols.find(({ matches }) => matches(request)) ?? plain
}

function targetOf({ headers }: WireRequest): string {
  return String(headers['x-amz-target'] ?? '')
}

function formOf({ body, headers, query: inAddress }: WireRequest): URLSearchParams {
  const isForm = String(headers['content-type']).startsWith('application/x-www-form-urlencoded')
  return isForm ? new URLSearchParams(body) : inAddress
}

function xml(status: number, root: string, content: string): WireResponse {
  return { status, contentType: 'text/xml', body: `<${root}>${content}</${root}>` }
}
