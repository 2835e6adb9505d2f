/** The proof that what was deployed works, once all services have succeeded. */
import type { Deployment } from '../core/ecs/service.js'
import { type Notice, redactNotice, warning } from '../core/errors/notice.js'
import type { VerifyOptions } from '../core/options/verify-options.js'
import { nameOfService } from '../core/outcome/service-result.js'
import type { VerificationResult } from '../core/outcome/verification-result.js'
import { withVerification } from '../core/outcome/verified.js'
import { readCurrent } from '../deploy/verify/read-current.js'
import { verifyUrl } from '../deploy/verify/verify-url.js'
import { verificationLine } from '../report/log/verification-lines.js'
import { rollBackVerified } from './roll-back-verified.js'
import type { RunContext } from './run-context.js'
import { proceed, type RunStep } from './step.js'
import { finishing } from './time-limits.js'
import type { AllWatched, WatchedService } from './watch.js'

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
    if (why !== undefined) {
      const verification = { kind: 'skipped', reason: why, url: undefined } as const
      return proceed({ ...value, verification }, skipNotices(watches, why))
    }
    run.log.enter('Verify')
    const proof = await perform(run, value, plan.verification)
    const { notices, replacedBy } = await readReplacements(run, watches, proof)
    const verification = replacedBy.size > 0 ? superseded(proof) : proof
    run.log.line(verificationLine(verification))
    const verified = watches.flatMap(one => {
      if (one.kind !== 'watched') return []
      return { ...one, watched: withVerification(one.watched, verification, replacedBy.get(one)) }
    })
    const redacted = notices.map(notice => redactNotice(notice, secrets))
    const ended = { services: verified, waitEndsAt: Math.max(value.waitEndsAt, run.ports.clock.now()) }
    const { services, waitEndsAt } = isToRollBack(plan.verification, verification)
      ? await rollBackVerified(run, value, verified)
      : ended
    return proceed({ ...value, watches: services, waitEndsAt, verification }, redacted)
  },
}

function isToRollBack({ onFailure }: VerifyOptions, { kind }: VerificationResult): boolean {
  return onFailure === 'rollback' && kind === 'failed'
}

async function perform(
  { log, ports }: RunContext,
  { secrets }: AllWatched,
  { url: options }: VerifyOptions,
): Promise<VerificationResult> {
  ports.endCallsBy(ports.clock.now() + options.forSeconds * 1_000 + finishing)
  const verified = await verifyUrl(ports, { options, secrets, log: line => log.line(line) })
  const { url } = verified
  switch (verified.kind) {
    case 'verified':
      return { kind: 'verified', url }
    case 'cancelled':
      return { kind: 'cancelled', reason: 'the workflow was canceled', url }
    case 'failed':
      return { kind: 'failed', reason: verified.reason, url }
  }
}

type Watches = AllWatched['watches']

interface Replacements {
  readonly replacedBy: ReadonlyMap<Watches[number], Deployment>
  readonly notices: readonly Notice[]
}

/** A canceled step has no time for it. */
async function readReplacements(
  { ports }: RunContext,
  watches: Watches,
  { kind }: VerificationResult,
): Promise<Replacements> {
  const replacedBy = new Map<Watches[number], Deployment>()
  const notices: Notice[] = []
  if (kind === 'cancelled') return { replacedBy, notices }
  for (const one of watches) {
    if (one.kind !== 'watched') continue
    const current = await readCurrent(ports, one.watched)
    if (current.kind === 'replaced') replacedBy.set(one, current.by)
    if (current.kind === 'unread') notices.push(warning(unread(one, current.why)))
  }
  return { replacedBy, notices }
}

function unread({ plan }: WatchedService, why: string): string {
  return `Whether another deployment of ${plan.observed.service.name} began during the verification could not be read (${why}).`
}

function superseded({ url }: VerificationResult): VerificationResult {
  return { kind: 'superseded', reason: 'another deployment took over meanwhile', url }
}

function reasonToSkip(watches: Watches): string | undefined {
  const names = watches.map(nameOf)
  if (names.every(name => name === 'succeeded')) return undefined
  if (names.every(name => name === 'succeeded' || name === 'idle')) return 'the service wants no task'
  const isUnfinished = names.some(name => name === 'paused' || name === 'started')
  return isUnfinished ? 'the deployment has not completed' : 'the rollout did not succeed'
}

function nameOf(one: Watches[number]): string {
  return one.kind === 'watched' ? one.watched.result.kind : nameOfService(one)
}

/** A red outcome says enough. */
function skipNotices(watches: Watches, why: string): Notice[] {
  if (!watches.every(one => ['succeeded', 'idle', 'paused', 'started'].includes(nameOf(one)))) return []
  return [warning(`verify-url was not requested, because ${why}: nothing was verified.`)]
}
