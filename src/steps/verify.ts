/** The proof that what was deployed works, once all services have succeeded. */
import { revisionName } from '../core/ecs/arn.js'
import type { Deployment } from '../core/ecs/service.js'
import { type Notice, redactNotice, warning } from '../core/errors/notice.js'
import type { UrlOptions } from '../core/options/verify-options.js'
import { nameOfService } from '../core/outcome/service-result.js'
import type { TaskResult } from '../core/outcome/task-result.js'
import type { UrlResult, VerificationResult } from '../core/outcome/verification-result.js'
import { withVerification } from '../core/outcome/verified.js'
import type { ServicePlan } from '../core/plan/plan.js'
import type { TaskPlan } from '../core/plan/task-plan.js'
import type { VerificationPlan } from '../core/plan/verification-plan.js'
import { readCurrent } from '../deploy/rollback/read-current.js'
import { verifyTask } from '../deploy/verify/verify-task.js'
import { verifyUrl } from '../deploy/verify/verify-url.js'
import { verificationLine } from '../report/log/verification-lines.js'
import { noticesSince, type Resumed, resumeWatches } from './resume-watches.js'
import { rollBackVerified } from './roll-back-verified.js'
import type { RunContext } from './run-context.js'
import { proceed, type RunStep, type Step } from './step.js'
import { finishing } from './time-limits.js'
import { type AllWatched, isInterim, type WatchedService } from './watch.js'

export interface Verified extends AllWatched {
  /** undefined: nobody wants one */
  readonly verification: VerificationResult | undefined
}

export const verify: RunStep<AllWatched, Verified> = {
  group: undefined,
  whenCanceled: 'perform',
  async perform(run, value) {
    const { plan, secrets, watches } = value
    if (!plan.verification) return proceed({ ...value, verification: undefined })
    const why = reasonToSkip(watches)
    if (why !== undefined) return skip(run, value, why)
    const pausedAt = run.ports.clock.now()
    const watched = watches.flatMap(one => (one.kind === 'watched' ? one : []))
    const idle = new Set(watched.filter(isIdle).map(one => one.plan))
    run.log.enter('Verify')
    const performed = await perform(run, value, plan.verification)
    const { notices, replacedBy } = await readReplacements(run, watched, performed.verification)
    const verification = provenBy(performed.verification, watched, replacedBy)
    run.log.line(verificationLine(verification))
    const redacted = [...performed.notices, ...notices].map(notice => redactNotice(notice, secrets))
    if (isToRollBack(plan.verification, verification)) {
      const services = watched.filter(({ plan }) => !replacedBy.has(plan))
      const back = await rollBackVerified(run, value, { services, verification })
      const all = watched.map(one => {
        const by = replacedBy.get(one.plan)
        if (by) return { ...one, watched: withVerification(one.watched, verification, by) }
        return back.services[services.indexOf(one)] ?? one
      })
      const later = noticesSince(watches, all)
      return proceed({ ...value, ...ended({ ...back, services: all }), verification }, [
        ...later,
        ...redacted,
      ])
    }
    const resumed = await resumeWatches(run, value, { pausedAt, services: watched })
    const services = resumed.services.map(one => {
      const by = replacedBy.get(one.plan)
      return idle.has(one.plan) && !by
        ? one
        : { ...one, watched: withVerification(one.watched, verification, by) }
    })
    const later = noticesSince(watches, services)
    return proceed({ ...value, ...ended({ ...resumed, services }), verification }, [...later, ...redacted])
  },
}

function ended({ services: watches, waitEndsAt }: Resumed) {
  return { watches, waitEndsAt }
}

/** What was to be verified before its end is watched to that. */
async function skip(run: RunContext, value: AllWatched, why: string): Promise<Step<Verified>> {
  const verification = { kind: 'skipped', reason: why, url: undefined, task: undefined } as const
  const { watches } = value
  const services = watches.flatMap(one => (one.kind === 'watched' ? one : []))
  const pausedAt = run.ports.clock.now()
  const resumed = await resumeWatches(run, value, { pausedAt, services })
  const resumedOf = (one: WatchedService) => resumed.services[services.indexOf(one)] ?? one
  const all = watches.map(one => (one.kind === 'watched' ? resumedOf(one) : one))
  const { waitEndsAt } = resumed
  const notices = [...noticesSince(watches, all), ...skipNotices(watches, why)]
  return proceed({ ...value, watches: all, waitEndsAt, verification }, notices)
}

/** Without tasks, no answer says anything of it. */
function isIdle({ watched }: WatchedService): boolean {
  return watched.result.kind === 'idle'
}

/** What somebody else deployed may have answered, so that an address proves nothing; a task of our revision still does. */
function provenBy(
  verification: VerificationResult,
  watched: readonly WatchedService[],
  replacedBy: Replacements['replacedBy'],
): VerificationResult {
  if (replacedBy.size === 0) return verification
  const isOurs = verification.kind === 'failed' && replacedBy.size < watched.length
  if (!isOurs) return superseded(verification)
  return verification.task ? verification : { ...verification, proof: 'unproven' }
}

/** Of what nothing disproves, a rollback could be the mistake. */
function isToRollBack({ onFailure }: VerificationPlan, verification: VerificationResult): boolean {
  return onFailure === 'rollback' && verification.kind === 'failed' && verification.proof === 'disproven'
}

interface Performed {
  readonly verification: VerificationResult
  readonly notices: readonly Notice[]
}

async function perform(
  run: RunContext,
  value: AllWatched,
  { task, url: options }: VerificationPlan,
): Promise<Performed> {
  const url = options && (await performUrl(run, value, options))
  const done = url?.url
  if (url?.kind === 'cancelled') return { verification: canceled(done, undefined), notices: [] }
  if (url?.kind === 'failed') {
    const { proof, reason } = url
    return { verification: { kind: 'failed', proof, reason, url: done, task: undefined }, notices: [] }
  }
  if (!task) return { verification: { kind: 'verified', url: done, task: undefined }, notices: [] }
  const { notices, proof, task: result } = await performTask(run, value, task)
  const tried = { url: done, task: result }
  switch (proof.kind) {
    case 'canceled':
      return { verification: canceled(done, result), notices }
    case 'proven':
      return { verification: { kind: 'verified', ...tried }, notices }
    case 'disproven':
    case 'unproven':
      return { verification: { kind: 'failed', proof: proof.kind, reason: proof.reason, ...tried }, notices }
  }
}

function performUrl({ log, ports }: RunContext, { secrets }: AllWatched, options: UrlOptions) {
  ports.endCallsBy(ports.clock.now() + options.forSeconds * 1_000 + finishing)
  return verifyUrl(ports, { options, secrets, log: line => log.line(line) })
}

function performTask({ log, ports }: RunContext, { plan, revision, secrets }: AllWatched, task: TaskPlan) {
  const minutes = task.wait?.minutes ?? 0
  ports.endCallsBy(ports.clock.now() + minutes * 60_000 + finishing)
  log.line(`         task of ${revisionName(revision.arn)}`)
  const taskDefinition = revision.arn
  return verifyTask(ports, { plan, task, taskDefinition, secrets, log: line => log.line(line) })
}

function canceled(url: UrlResult | undefined, task: TaskResult | undefined): VerificationResult {
  return { kind: 'cancelled', reason: 'the workflow was canceled', url, task }
}

type Watches = AllWatched['watches']

interface Replacements {
  readonly replacedBy: ReadonlyMap<ServicePlan, Deployment>
  readonly notices: readonly Notice[]
}

/** A canceled step has no time for it. */
async function readReplacements(
  { ports }: RunContext,
  watches: readonly WatchedService[],
  { kind }: VerificationResult,
): Promise<Replacements> {
  const replacedBy = new Map<ServicePlan, Deployment>()
  const notices: Notice[] = []
  if (kind === 'cancelled') return { replacedBy, notices }
  for (const one of watches) {
    const current = await readCurrent(ports, one.watched.rollout)
    if (current.kind === 'replaced') replacedBy.set(one.plan, current.by)
    if (current.kind === 'unread') notices.push(warning(unread(one, current.why)))
  }
  return { replacedBy, notices }
}

function unread({ plan }: WatchedService, why: string): string {
  return `Whether another deployment of ${plan.observed.service.name} began during the verification could not be read (${why}).`
}

function superseded({ task, url }: VerificationResult): VerificationResult {
  return { kind: 'superseded', reason: 'another deployment took over meanwhile', url, task }
}

function reasonToSkip(watches: Watches): string | undefined {
  const names = watches.map(nameOf)
  if (names.every(name => name === 'idle')) return 'the service wants no task'
  if (names.every(name => name === 'succeeded' || name === 'idle')) return undefined
  const isUnfinished = names.some(name => name === 'paused' || name === 'started')
  return isUnfinished ? 'the deployment has not completed' : 'the rollout did not succeed'
}

/** A deployment that bakes has all traffic, and its tasks are healthy. */
function nameOf(one: Watches[number]): string {
  if (one.kind === 'watched' && isInterim(one)) return 'succeeded'
  return one.kind === 'watched' ? one.watched.result.kind : nameOfService(one)
}

/** A red outcome says enough. */
function skipNotices(watches: Watches, why: string): Notice[] {
  if (!watches.every(one => ['succeeded', 'idle', 'paused', 'started'].includes(nameOf(one)))) return []
  return [warning(`The verification was not performed, because ${why}.`)]
}
