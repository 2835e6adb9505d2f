import { alterations } from '../../protocol/faults/altered-response.js'
import type { Fault, FaultTarget } from '../../protocol/faults/fault.js'
import { malformations } from '../../protocol/faults/malformed-response.js'
import { documentedBuckets } from '../../protocol/faults/token-bucket.js'
import {
  integer,
  type JsonSchema,
  list,
  number,
  object,
  oneOf,
  type Properties,
  reference,
  text,
} from './json-schema.js'

const targets: Readonly<Record<keyof FaultTarget, JsonSchema>> = {
  services: list(text(), 'Only requests to these services, such as ecs, ecr or logs.'),
  operations: list(text(), 'Only these operations.'),
  from: reference('duration', 'From this long after now; by default from the start.'),
  until: reference('duration', 'Until this long after now; by default to the end.'),
  after: object(
    { operation: text(), ms: number('Milliseconds.') },
    ['operation', 'ms'],
    'Only this long after the first request of an operation.',
  ),
  skip: integer('Not the first requests.'),
  times: integer('No more than this often.'),
  rate: {
    type: 'number',
    minimum: 0,
    maximum: 1,
    description: 'The share of the requests, chosen by the seed.',
  },
}

const when = oneOf(
  ['before-effect', 'after-effect'],
  'With after-effect the change happens, and nobody learns of it.',
)
const bucket = object({ burst: number('Tokens at the start.'), perSecond: number('New tokens.') }, [
  'burst',
  'perSecond',
])

interface Kind {
  readonly description: string
  readonly members?: Properties
  readonly required?: readonly string[]
}

const kinds: Readonly<Record<Fault['kind'], Kind>> = {
  latency: {
    description: 'A delayed response.',
    members: { ms: number('Milliseconds.'), jitterMs: number('Up to so many milliseconds more.') },
    required: ['ms'],
  },
  throttling: {
    description: 'ThrottlingException by token buckets.',
    members: {
      buckets: object(
        Object.fromEntries(Object.keys(documentedBuckets).map(name => [name, bucket])),
        [],
        'By default those that AWS documents.',
      ),
    },
  },
  'server-error': { description: 'Status 500.', members: { when } },
  'connection-reset': { description: 'The connection is cut.', members: { when } },
  'access-denied': {
    description: 'AccessDeniedException, worded as by IAM.',
    members: {
      principal: text('Its ARN.'),
      action: text('By default that of the request; a request can need others, such as iam:PassRole.'),
      clause: text('The last words of IAM; by default that no identity-based policy allows the action.'),
      tagKeys: list(text(), 'Only requests with such a tag, such as team:*.'),
    },
  },
  'expired-credentials': { description: 'ExpiredTokenException.' },
  'secondary-rate-limit': {
    description: 'Of GitHub: too many requests in a short time.',
    members: {
      status: integer('403 or 429.', [403, 429]),
      retryAfterSeconds: number('The header retry-after.'),
    },
  },
  'client-clock': {
    description: 'InvalidSignatureException, since the clock of the client is off.',
    members: {
      aheadMs: { type: 'number', description: 'How far it is ahead, in milliseconds.' },
      date: { const: 'absent', description: 'The time of AWS is in no header.' },
    },
    required: ['aheadMs'],
  },
  'html-error': { description: 'Status 500 and an HTML page, as from a proxy.', members: { when } },
  'truncated-response': { description: 'Status 200 and a truncated body.' },
  'malformed-response': {
    description: 'A response that violates the API.',
    members: { how: oneOf(malformations, 'Random by default.') },
  },
  'altered-response': {
    description: 'A response in which one member is another.',
    members: { member: text('Such as services[].deployments[].id.'), to: oneOf(alterations) },
    required: ['member', 'to'],
  },
  'replayed-response': { description: 'The response to the previous call of the same operation.' },
  'stalled-response': { description: 'Half of a response, then no more data on an open connection.' },
  'trickling-response': { description: 'Half of a response, then one byte every five seconds.' },
  'endless-response': { description: 'Half of a response, then data without end.' },
}

export const faultDefinition: JsonSchema = {
  description: 'What goes wrong between a client and AWS (docs/simulator.md).',
  anyOf: Object.entries(kinds).map(([kind, { description, members = {}, required = [] }]) =>
    object({ kind: { const: kind }, ...members, ...targets }, ['kind', ...required], description),
  ),
}
