/**
 * Watches one deployment until it is decided: look, judge, say what changed, wait. Reads that fail in passing cost one
 * look each and nothing else; what cannot be read any more ends as unknown, never as success and never as failure.
 */
import { confirm } from '../core/confirm.js'
import { groupFailures } from '../core/diagnose.js'
import { elapsed } from '../core/elapsed.js'
import { Fault, isPassing, missingPermission } from '../core/fault.js'
import { given } from '../core/given.js'
import { failedHook, failureCounts, servingNow, waitingFor } from '../core/last-look.js'
import type { Notice } from '../core/notice.js'
import { warning } from '../core/notice.js'
import type { Interruption, Registered, Rollout } from '../core/outcome.js'
import { longestSilenceWithoutAnswer, nextLook } from '../core/pace.js'
import type { DeployPlan } from '../core/plan.js'
import { secretsOfPlan } from '../core/plan.js'
import type { Happening } from '../core/progress.js'
import { nothingTold, tell } from '../core/progress.js'
import { scrub } from '../core/redact.js'
import type { Service } from '../core/service.js'
import type { Policy } from '../core/settle.js'
import type { Task } from '../core/task.js'
import { isFailed } from '../core/task.js'
import type { Sight, Tracked } from '../core/tracked.js'
import type { Ending, Verdict } from '../core/verdict.js'
import { judge, noMemory } from '../core/verdict.js'
import type { Ports } from '../ports.js'
import { unlessCancelled } from './cancellation.js'
import { failFast } from './fail-fast.js'
import { lookOut } from './look.js'
import { recordTasks } from './task-record.js'

export interface Watched {
  readonly ending: Ending | Interruption
  readonly rollout: Rollout
  /** tasks of the deployment that were seen to stop */
  readonly stopped: readonly Task[]
  readonly notices: readonly Notice[]
}

/** Without a good look for this long at the end of the wait, the outcome is unknown instead of timed out. */
const sightLostAfter = 120_000

/** The pause, in milliseconds, after a look that hints at an ending. */
const hintedPause = 2_000

/** Reads of the running tasks, to confirm a success, that may fail. */
const missesOfTasks = 4

/** In a row: credentials of a machine are fetched anew and a fetch can fail; so can a proxy that answers for AWS. */
const mostOddities = 3

export async function watch(
  ports: Pick<Ports, 'ecs' | 'clock' | 'cancelled'>,
  plan: DeployPlan,
  registered: Registered,
  started: { readonly tracked: Tracked; readonly service: Service },
  policy: Policy,
  log: (line: string) => void,
): Promise<Watched> {
  const { ecs, clock, cancelled } = ports
  const { target } = plan.observed
  const { tracked } = started
  const deadline = tracked.startedAt + policy.minutes * 60_000
  const lookout = lookOut(ecs, clock, target, tracked)
  const tasks = recordTasks(ecs, clock, target, tracked)
  const stopper = failFast(ecs, clock, tracked, policy)
  const happenings: Happening[] = []
  const notices: Notice[] = []
  const eventsBefore = plan.observed.service.events.map(event => event.id)
  const secrets = secretsOfPlan(plan)

  let memory = noMemory
  let told = nothingTold(tracked, eventsBefore)
  let heldBack: string | undefined
  let over = false
  let misses = 0
  let throttled = 0
  let oddities = 0
  let last: Sight = { at: clock.now(), service: started.service }

  function say(texts: readonly string[], at: number): void {
    for (const said of texts) {
      const text = scrub(said, secrets)
      happenings.push({ at, text })
      log(`${elapsed(at - tracked.startedAt).padStart(7)}  ${text}`)
    }
  }

  async function look(): Promise<Ending | undefined> {
    const sight = await lookout.look()
    const { verdict: judged, memory: after } = judge(tracked, memory, sight)
    const moved = failureCounts(sight) !== failureCounts(last)
    last = sight
    memory = after
    await tasks.refresh(moved ? 'now' : 'when-due')
    const verdict = await confirmed(judged)
    // Nobody waits for this look any more: it says nothing and stops nothing.
    if (over) return undefined
    const telling = tell(tracked, told, sight, verdict, tasks.stopped())
    told = telling.told
    say(
      telling.happenings.map(({ text }) => text),
      sight.at,
    )
    if (verdict.kind === 'decided') return verdict.ending
    // A look that hung goes on behind the back of a cancelled step: it must not stop what is reported as left.
    if (cancelled.aborted) return undefined
    const stopping = await stopper.consider(sight, tasks.stopped())
    if (stopping) say([stopping], clock.now())
    return undefined
  }

  /** Nothing when they could not be read time and again: what ECS counts has to do then, and the report says so. */
  async function runningTasks(): Promise<readonly Task[] | undefined> {
    try {
      return await tasks.running()
    } catch (fault) {
      misses++
      if (!(fault instanceof Fault) || misses < missesOfTasks) throw fault
      if (misses > missesOfTasks) return undefined
      notices.push(
        warning(`The running tasks could not be looked at (${fault.code}): the success is what ECS counts.`),
      )
      return undefined
    }
  }

  /** A success is held back until the tasks confirm it. */
  async function confirmed(verdict: Verdict): Promise<Verdict> {
    if (verdict.kind !== 'decided' || verdict.ending.kind !== 'succeeded') return verdict
    const running = await runningTasks()
    const confirmation = confirm(running, tasks.stopped(), clock.now())
    if (confirmation.kind === 'confirmed') return verdict
    heldBack = confirmation.because
    return { kind: 'watching', stage: 'rolling-out', heldBack }
  }

  /** A bad look passes; a look that will not be allowed again ends the watch. */
  function afterFault(fault: Fault): Ending | undefined {
    if (fault.kind === 'throttled') throttled++
    const odd = fault.kind === 'unconfigured' || fault.kind === 'rejected'
    if (odd) oddities++
    const passing = isPassing(fault) || (odd && oddities < mostOddities)
    if (!passing) return { kind: 'unknown', reason: lostSight(fault) }
    const at = clock.now()
    if (at - told.lastAt >= longestSilenceWithoutAnswer) {
      say([`no answer from AWS (${fault.code}) for ${elapsed(at - last.at)}; the watch goes on`], at)
      told = { ...told, lastAt: at }
    }
    return undefined
  }

  async function step(looks: number): Promise<Ending | Interruption | undefined> {
    const usual = nextLook(looks, clock.random(), throttled)
    // Where the service alone decides, two looks have to agree: the second one comes soon.
    const hinted = memory.hint !== undefined && last.serviceDeployment === undefined
    const pause = Math.min(hinted ? Math.min(usual, hintedPause) : usual, deadline - clock.now())
    await clock.sleep(Math.max(0, pause), cancelled)
    try {
      const ending = cancelled.aborted ? undefined : await unlessCancelled(look(), cancelled)
      throttled = 0
      oddities = 0
      if (ending) return ending
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
      const ending = afterFault(fault)
      if (ending) return ending
    }
    over = cancelled.aborted
    if (over) return { kind: 'cancelled', aftermath: { kind: 'left' } }
    if (clock.now() < deadline) return undefined
    const blind = clock.now() - last.at > sightLostAfter
    if (blind) return { kind: 'unknown', reason: 'AWS gave no answer for minutes' }
    return { kind: 'timed-out', minutes: policy.minutes, aftermath: { kind: 'left' } }
  }

  let ending: Ending | Interruption | undefined
  for (let looks = 0; ending === undefined; looks++) ending = await step(looks)
  const diagnosed = ending.kind !== 'succeeded' && ending.kind !== 'idle' && ending.kind !== 'cancelled'
  if (diagnosed) await tasks.refresh('now')

  const service = last.service === 'missing' ? undefined : last.service
  const stopped = tasks.stopped()
  const failed = stopped.filter(isFailed)
  return {
    stopped,
    ending: 'reason' in ending ? { ...ending, reason: scrub(ending.reason, secrets) } : ending,
    notices: [...lookout.notices(), ...tasks.notices(), ...stopper.notices(), ...notices],
    rollout: {
      plan,
      registered,
      tracked,
      desiredCount: service?.desiredCount ?? plan.observed.service.desiredCount,
      failures: groupFailures(failed, service?.events ?? []).map(group => ({
        ...group,
        reason: scrub(group.reason, secrets),
      })),
      failedTasks: failed.length,
      happenings,
      endedAt: clock.now(),
      alarms: last.serviceDeployment?.triggeredAlarms ?? [],
      ...given('serviceDeploymentArn', lookout.serviceDeploymentArn()),
      ...given('serving', servingNow(tracked, service, ending)),
      ...given('waitingFor', waitingFor(last)),
      ...given('heldBack', heldBack),
      ...given('rollingBack', memory.rollbackSince === undefined ? undefined : (true as const)),
      ...given('failedHook', failedHook(last)),
      ...given('stoppedBecause', stopper.because()),
    },
  }
}

function lostSight(fault: Fault): string {
  switch (fault.kind) {
    case 'denied':
      return `the role may not call ${missingPermission(fault)} any more`
    case 'expired':
    case 'unconfigured':
      return 'the AWS credentials are not valid any more'
    default:
      return `${fault.operation} was refused: ${fault.message}`
  }
}
