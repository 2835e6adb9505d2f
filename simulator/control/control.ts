/** Requests that are not for AWS: they change the world, its faults and its time, and show what was requested. */
import type { RecordedRequest } from '../protocol/recorded-request.js'
import type { WireRequest, WireResponse } from '../protocol/service.js'
import { withTime } from '../request-file.js'
import { RefusedChange } from '../world/apply-change.js'
import type { Change, DescribedFault } from '../world/description.js'
import type { Duration } from '../world/duration.js'
import { milliseconds } from '../world/duration.js'
import { pathText } from '../world/path.js'
import { suggestion } from '../world/schema/check.js'
import { type BodyName, readBody, WrongBody } from './read-body.js'

/** What can be controlled. */
export interface Controlled {
  readonly place: { readonly account: string; readonly region: string }
  readonly requests: readonly RecordedRequest[]
  readonly now: number
  readonly speed: number
  change(change: Change): void
  addFaults(faults: readonly DescribedFault[]): void
  removeFaults(): void
  advance(ms: number): void
  setSpeed(speed: number): void
  reset(seed: number | undefined): void
}

interface ControlRequest {
  readonly controlled: Controlled
  readonly query: URLSearchParams
  /** As its schema has it. */
  readonly body: unknown
}

interface Route {
  readonly body?: BodyName
  readonly respond: (request: ControlRequest) => object
}

const health: Route = { respond: ({ controlled }) => ({ status: 'ok', ...stateOf(controlled) }) }

const routes: Readonly<Record<string, Readonly<Record<string, Route>>>> = {
  '/health': { GET: health },
  '/_control/health': { GET: health },
  '/_control/requests': { GET: { respond: listRequests } },
  '/_control/images': { POST: { body: 'images', respond: changing(body => ({ images: body as never })) } },
  '/_control/alarms': { POST: { body: 'alarms', respond: changing(body => ({ alarms: body as never })) } },
  '/_control/changes': { POST: { body: 'changes', respond: changing(body => body as Change) } },
  '/_control/faults': { POST: { body: 'faults', respond: addFaults }, DELETE: { respond: removeFaults } },
  '/_control/time': { POST: { body: 'time', respond: passTime } },
  '/_control/reset': { POST: { body: 'reset', respond: reset } },
}

export function isControl({ method, path }: WireRequest): boolean {
  if (path === '/health') return method === 'GET' || method === 'HEAD'
  return path === '/_control' || path.startsWith('/_control/')
}

export function controlResponse(
  controlled: Controlled,
  { method, path, query, body }: WireRequest,
): WireResponse {
  const methods = routes[path]
  if (methods === undefined) {
    const known = Object.keys(routes)
    return refusal(404, `${path} is not known${suggestion(path, known)}`)
  }
  const route = methods[method === 'HEAD' ? 'GET' : method]
  if (route === undefined) {
    const allow = Object.keys(methods).join(', ')
    return { ...refusal(405, `${path} does not take ${method}, but ${allow}`), headers: { allow } }
  }
  try {
    const read =
      route.body === undefined ? undefined : readBody(parse(body, route.body), route.body, controlled.place)
    return json(200, route.respond({ controlled, query, body: read }))
  } catch (error) {
    if (error instanceof WrongBody) return json(400, { problems: error.problems })
    if (!(error instanceof RefusedChange)) throw error
    return json(400, { problems: [{ path: pathText(error.path), message: `is refused: ${error.message}` }] })
  }
}

/** Whoever resets needs to say nothing. */
function parse(text: string, name: BodyName): unknown {
  if (text.trim() === '' && name === 'reset') return {}
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new WrongBody([
      { path: '', message: `is no JSON: ${error instanceof Error ? error.message : error}` },
    ])
  }
}

function changing(changeOf: (body: unknown) => Change): Route['respond'] {
  return ({ controlled, body }) => {
    controlled.change(changeOf(body))
    return stateOf(controlled)
  }
}

function addFaults({ controlled, body }: ControlRequest): object {
  controlled.addFaults(body as readonly DescribedFault[])
  return stateOf(controlled)
}

function removeFaults({ controlled }: ControlRequest): object {
  controlled.removeFaults()
  return stateOf(controlled)
}

function passTime({ controlled, body }: ControlRequest): object {
  const { advance, speed } = body as { readonly advance?: Duration; readonly speed?: number }
  if (advance !== undefined) controlled.advance(milliseconds(advance))
  if (speed !== undefined) controlled.setSpeed(speed)
  return stateOf(controlled)
}

function reset({ controlled, body }: ControlRequest): object {
  controlled.reset((body as { readonly seed?: number }).seed)
  return stateOf(controlled)
}

/** In order of arrival, of one service or operation if the query says so. */
function listRequests({ controlled, query }: ControlRequest): object {
  const [service, operation] = [query.get('service'), query.get('operation')]
  const requests = controlled.requests
    .filter(request => service === null || request.service === service)
    .filter(request => operation === null || request.operation === operation)
    .map(withTime)
  return { requests }
}

function stateOf({ now, speed, place }: Controlled): object {
  return { now: new Date(now).toISOString(), speed, ...place }
}

function refusal(status: number, message: string): WireResponse {
  return json(status, { problems: [{ path: '', message }] })
}

function json(status: number, body: object): WireResponse {
  return { status, contentType: 'application/json; charset=utf-8', body: `${JSON.stringify(body)}\n` }
}
