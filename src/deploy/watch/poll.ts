/**
 * One poll of some deployments, or a glance, which reads the service deployments only: ECS describes ten services and
 * twenty service deployments in one call. The services are read last, so that they confirm the service deployments.
 * Roles that may not read service deployments do with the services.
 */
import type { Service, Target } from '../../core/ecs/service.js'
import { stageOf } from '../../core/ecs/service-deployment.js'
import type { ApiError } from '../../core/errors/api-error.js'
import type { Tracked } from '../../core/watch/tracked-deployment.js'
import type {
  Answer,
  NotRead,
  ServiceDeploymentRead,
  WatchEffect,
  WatchEvent,
} from '../../core/watch/watch-event.js'
import type { Ecs, Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { withinPoll } from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'

export interface PollRequest {
  readonly target: Target
  readonly tracked: Tracked
  readonly effect: PacedEffect
  readonly onRead: (read: ServiceDeploymentRead) => void
}

export type PacedEffect = Extract<WatchEffect, { kind: 'poll' | 'glance' }>

interface Poll extends PollRequest {
  arn: string | undefined
  readonly isOptional: boolean
  serviceDeployment: ServiceDeploymentRead['serviceDeployment'] | undefined
  service: Answer<Service | 'missing'> | undefined
  reads: number
  repeats: number
}

type PollPorts = Pick<Ports, 'ecs' | 'clock' | 'canceled'>

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html */
const servicesInOneCall = 10

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceDeployments.html */
const deploymentsInOneCall = 20

/** In the order of the requests. All services are of one cluster. */
export async function pollTogether(
  ports: PollPorts,
  requests: readonly PollRequest[],
): Promise<readonly WatchEvent[]> {
  const { clock, ecs } = ports
  const requestedAt = clock.now()
  const polls = requests.map(openPoll)
  skipOptional(polls)
  await readAgain(ports, polls, 'serviceDeployment', open => readServiceDeployments(ecs, open))
  for (const poll of polls) poll.onRead(serviceDeploymentOf(poll))
  const full = polls.filter(({ effect }) => effect.kind === 'poll')
  await readAgain(ports, full, 'service', open => readServices(ecs, open))
  return polls.map(poll => eventOf(poll, { at: clock.now(), requestedAt }))
}

function eventOf(poll: Poll, times: { readonly at: number; readonly requestedAt: number }): WatchEvent {
  const { effect, reads, repeats, service } = poll
  const read = { ...serviceDeploymentOf(poll), ...times, repeats }
  if (effect.kind === 'glance') return { ...read, kind: 'glanced' }
  return { ...read, kind: 'polled', reads, service: answerOf(service) }
}

function openPoll(request: PollRequest): Poll {
  const { effect } = request
  const wanted = effect.kind === 'glance' ? { arn: effect.arn, isOptional: false } : effect.serviceDeployment
  const unread = {
    ...request,
    arn: undefined,
    isOptional: false,
    serviceDeployment: undefined,
    service: undefined,
    reads: 0,
    repeats: 0,
  }
  if (wanted === 'find') return unread
  if (wanted === 'skip') return { ...unread, serviceDeployment: { kind: 'answered', value: undefined } }
  if ('arn' in wanted) return { ...unread, ...wanted }
  return { ...unread, arn: wanted.serviceDeploymentArn, serviceDeployment: wanted.serviceDeployment }
}

/** One call reads them all, if one is needed. */
function skipOptional(polls: readonly Poll[]): void {
  if (polls.some(({ isOptional, serviceDeployment }) => !isOptional && serviceDeployment === undefined))
    return
  for (const poll of polls) if (poll.isOptional) poll.serviceDeployment = { kind: 'not-read' }
}

/** Only what was not answered is read again. */
async function readAgain(
  { canceled, clock }: PollPorts,
  polls: readonly Poll[],
  part: 'serviceDeployment' | 'service',
  read: (open: readonly Poll[]) => Promise<void>,
): Promise<void> {
  const open = () => polls.filter(poll => isOpen(poll[part]))
  if (open().length === 0) return
  const onRetry = () => {
    for (const poll of open()) poll.repeats++
  }
  await attempt(() =>
    retry(withinPoll, { clock, canceled, onRetry }, async () => {
      const reading = open()
      if (part === 'serviceDeployment') for (const poll of reading) poll.reads++
      await read(reading)
      const errors = reading.flatMap(poll => errorOf(poll[part]) ?? [])
      const error = errors.find(isRetryable) ?? errors[0]
      if (error) throw error
    }),
  )
}

function isRetryable(error: ApiError): boolean {
  return withinPoll.isRetryable(error, 0)
}

function errorOf(answer: Answer<unknown> | NotRead | undefined): ApiError | undefined {
  return answer?.kind === 'failed' ? answer.error : undefined
}

function isOpen(answer: Answer<unknown> | NotRead | undefined): boolean {
  const error = errorOf(answer)
  return answer === undefined || (error !== undefined && isRetryable(error))
}

/** An error from before the time of the step was up says more. */
function latest<A extends Answer<unknown> | NotRead>(before: A | undefined, now: A): A {
  const isOutOfTime = now.kind === 'failed' && now.error.kind === 'out-of-time'
  return isOutOfTime && before ? before : now
}

function answerOf<A>(answer: A | undefined): A {
  if (!answer) throw new TypeError('a poll has no answer')
  return answer
}

function serviceDeploymentOf({ arn, serviceDeployment }: Poll): ServiceDeploymentRead {
  return { serviceDeployment: answerOf(serviceDeployment), serviceDeploymentArn: arn }
}

async function readServiceDeployments(ecs: Ecs, open: readonly Poll[]): Promise<void> {
  const known = open.filter(({ arn }) => arn !== undefined)
  const found = await Promise.all(open.filter(({ arn }) => arn === undefined).map(poll => find(ecs, poll)))
  const wanted = [...known, ...found.flatMap(poll => poll ?? [])]
  const parts = chunks(wanted, deploymentsInOneCall)
  await Promise.all(parts.map(part => describeServiceDeployments(ecs, part)))
}

/** Undefined: its details are not needed. For an ongoing one the list is enough; they cost a call in the same bucket. */
async function find(ecs: Ecs, poll: Poll): Promise<Poll | undefined> {
  const { target, tracked } = poll
  const answer = await attempt(() => ecs.findServiceDeployment(target, tracked.deploymentId))
  if (answer.kind === 'failed' || !answer.value) {
    poll.serviceDeployment = latest(poll.serviceDeployment, answer)
    return undefined
  }
  const listed = answer.value
  poll.arn = listed.arn
  poll.onRead({ serviceDeployment: { kind: 'answered', value: undefined }, serviceDeploymentArn: poll.arn })
  if (stageOf(listed) !== 'ongoing') return poll
  poll.serviceDeployment = answer
  return undefined
}

async function describeServiceDeployments(ecs: Ecs, polls: readonly Poll[]): Promise<void> {
  const arns = polls.flatMap(({ arn }) => arn ?? [])
  const answer = await attempt(() => ecs.describeServiceDeployments(arns))
  for (const poll of polls) {
    const own: Poll['serviceDeployment'] =
      answer.kind === 'failed'
        ? answer
        : { kind: 'answered', value: answer.value.find(({ arn }) => arn === poll.arn) }
    poll.serviceDeployment = latest(poll.serviceDeployment, own)
  }
}

async function readServices(ecs: Ecs, open: readonly Poll[]): Promise<void> {
  const parts = chunks(open, servicesInOneCall)
  await Promise.all(parts.map(part => describeServices(ecs, part)))
}

async function describeServices(ecs: Ecs, polls: readonly Poll[]): Promise<void> {
  const answer = await attempt(() => ecs.describeServices(polls.map(({ target }) => target)))
  for (const [nth, poll] of polls.entries())
    poll.service = latest(
      poll.service,
      answer.kind === 'failed' ? answer : { kind: 'answered', value: valueAt(answer.value, nth) },
    )
}

function valueAt<T>(values: readonly T[], nth: number): T {
  const value = values[nth]
  if (value === undefined) throw new TypeError('a service has no answer')
  return value
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  const count = Math.ceil(all.length / size)
  return Array.from({ length: count }, (_, nth) => all.slice(nth * size, (nth + 1) * size))
}
