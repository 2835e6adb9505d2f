/**
 * Watches one deployment until it is decided: look, judge, say what changed, wait. Stops it when it is doomed. Reads
 * that fail in passing cost one look each and nothing else; what cannot be read any more ends as unknown, never as
 * success and never as failure.
 */
import { groupFailures } from '../core/diagnose.js'
import { elapsed } from '../core/elapsed.js'
import { hookText } from '../core/facts.js'
import { Fault, isPassing, missingPermission } from '../core/fault.js'
import type { Notice } from '../core/notice.js'
import { warning } from '../core/notice.js'
import type { Interruption, Registered, Rollout } from '../core/outcome.js'
import { longestSilence, nextLook } from '../core/pace.js'
import type { DeployPlan } from '../core/plan.js'
import type { Happening } from '../core/progress.js'
import { nothingTold, tell } from '../core/progress.js'
import type { Service } from '../core/service.js'
import { primaryOf } from '../core/service.js'
import { stageOf } from '../core/service-deployment.js'
import type { Policy, Standing } from '../core/settle.js'
import { hasRollbackTarget, isDoomed } from '../core/settle.js'
import type { Task } from '../core/task.js'
import { isFailed } from '../core/task.js'
import type { Ending, Sight, Tracked } from '../core/verdict.js'
import { judge, noMemory } from '../core/verdict.js'
import type { Ports } from '../ports.js'
import { lookOut } from './look.js'
import { stopDeployment } from './stop.js'
import { recordTasks } from './task-record.js'

export interface Watched {
  readonly ending: Ending | Interruption
  readonly rollout: Rollout
  /** what was last known, for those who may still act; absent where nothing was seen */
  readonly standing?: Standing
  readonly notices: readonly Notice[]
}

/** Without a good look for this long at the end of the wait, the outcome is unknown instead of timed out. */
const sightLostAfter = 120_000

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
  const happenings: Happening[] = []
  const notices: Notice[] = []

  let memory = noMemory
  let told = nothingTold(
    tracked,
    plan.observed.service.events.map(event => event.id),
  )
  let last: Sight = { at: clock.now(), service: started.service }
  let stopped: 'not-tried' | 'tried' | { readonly because: string } = 'not-tried'

  function say(texts: readonly string[], at: number): void {
    for (const text of texts) {
      happenings.push({ at, text })
      log(`${elapsed(at - tracked.startedAt).padStart(7)}  ${text}`)
    }
  }

  /** Tells the bad look apart from the lost sight. */
  function endOfSight(fault: Fault): Ending | undefined {
    if (!isPassing(fault)) return { kind: 'unknown', reason: lostSight(fault) }
    const at = clock.now()
    if (at - told.lastAt >= longestSilence) {
      say([`no answer from AWS (${fault.code}) for ${elapsed(at - last.at)}; the watch goes on`], at)
      told = { ...told, lastAt: at }
    }
    return undefined
  }

  async function failFast(sight: Sight): Promise<void> {
    const { service, serviceDeployment } = sight
    if (stopped !== 'not-tried' || service === 'missing' || !serviceDeployment) return
    if (stageOf(serviceDeployment) !== 'ongoing' || !hasRollbackTarget(tracked)) return
    const standing = { tracked, service, stopped: tasks.all() }
    if (!isDoomed(standing, policy.failFastAfter)) return
    stopped = 'tried'
    const result = await stopDeployment(ecs, clock, serviceDeployment.arn)
    const failed = tasks.all().filter(isFailed).length
    if (result === 'stopped') {
      stopped = { because: `${failed} of its ${tasks.all().length} stopped tasks had failed` }
      say([`stopped by fail-fast-after: ${stopped.because}`], clock.now())
    } else {
      notices.push(warning(`fail-fast-after could not stop the deployment: ${result.why}.`))
    }
  }

  async function lookOnce(): Promise<Ending | undefined> {
    const sight = await lookout.look()
    const judgement = judge(tracked, memory, sight)
    const moved = failuresIn(sight) !== failuresIn(last)
    last = sight
    memory = judgement.memory
    await tasks.refresh(moved ? 'now' : 'when-due')
    const telling = tell(tracked, told, sight, judgement.verdict, tasks.all())
    told = telling.told
    say(
      telling.happenings.map(({ text }) => text),
      sight.at,
    )
    if (judgement.verdict.kind === 'watching') {
      await failFast(sight)
      return undefined
    }
    const { ending } = judgement.verdict
    return ending.kind !== 'succeeded' || (await tasks.anyUp()) ? ending : undefined
  }

  async function nextEnding(looks: number): Promise<Ending | Interruption | undefined> {
    await clock.sleep(
      Math.max(0, Math.min(nextLook(looks, clock.random()), deadline - clock.now())),
      cancelled,
    )
    if (cancelled.aborted) return { kind: 'cancelled', aftermath: { kind: 'left' } }
    try {
      const ending = await unlessCancelled(lookOnce(), cancelled)
      if (ending !== undefined) return ending
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
      const ending = endOfSight(fault)
      if (ending) return ending
    }
    if (clock.now() < deadline) return undefined
    const blind = clock.now() - last.at > sightLostAfter
    if (blind) return { kind: 'unknown', reason: 'AWS gave no answer for minutes' }
    return { kind: 'timed-out', minutes: policy.minutes, aftermath: { kind: 'left' } }
  }

  let ending: Ending | Interruption | undefined
  for (let looks = 0; ending === undefined; looks++) ending = await nextEnding(looks)
  const green = ending.kind === 'succeeded' || ending.kind === 'idle'
  if (!green && ending.kind !== 'cancelled') await tasks.refresh('now')

  const service = last.service === 'missing' ? undefined : last.service
  const all = tasks.all()
  return {
    ending,
    notices: [...lookout.notices(), ...tasks.notices(), ...notices],
    rollout: {
      plan,
      registered,
      tracked,
      desiredCount: service?.desiredCount ?? plan.observed.service.desiredCount,
      failures: groupFailures(all.filter(isFailed), service?.events ?? []),
      failedTasks: all.filter(isFailed).length,
      happenings,
      endedAt: clock.now(),
      ...optional('serviceDeploymentArn', lookout.serviceDeploymentArn()),
      ...optional('serving', servingNow(tracked, service, ending)),
      ...optional('alarms', last.serviceDeployment?.triggeredAlarms),
      ...optional('waitingFor', waitingFor(last)),
      ...optional('stoppedBecause', typeof stopped === 'string' ? undefined : stopped.because),
    },
    ...optional('standing', service && standingOf(tracked, service, all)),
  }
}

function standingOf(tracked: Tracked, service: Service, stopped: readonly Task[]): Standing {
  return { tracked, service, stopped }
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }
}

/** A cancelled workflow has seconds left: what is under way then is not waited for. */
async function unlessCancelled<T>(
  work: Promise<T>,
  cancelled: AbortSignal,
): Promise<T | Extract<Interruption, { kind: 'cancelled' }>> {
  let stop = () => {}
  const abort = new Promise<Extract<Interruption, { kind: 'cancelled' }>>(resolve => {
    stop = () => resolve({ kind: 'cancelled', aftermath: { kind: 'left' } })
    cancelled.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, abort])
  } finally {
    cancelled.removeEventListener('abort', stop)
    // It may still fail after the race is over.
    work.catch(() => {})
  }
}

/** The counts of failures that either view shows: when they move, there are tasks to ask about. */
function failuresIn({ service, serviceDeployment }: Sight): string {
  const classic = service === 'missing' ? [] : service.deployments.map(deployment => deployment.failedTasks)
  return JSON.stringify([classic, serviceDeployment?.breaker?.failures, serviceDeployment?.status])
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

/** A hook that somebody has to act on. */
function waitingFor({ serviceDeployment }: Sight): string | undefined {
  const waiting = serviceDeployment?.hooks.find(hook => hook.status === 'AWAITING_ACTION')
  return waiting && hookText(waiting)
}

/** The revision whose tasks answer now, as far as the last look tells. */
function servingNow(
  tracked: Tracked,
  service: Service | undefined,
  ending: Ending | Interruption,
): string | undefined {
  if (ending.kind === 'rolled-back') return ending.serving
  if (ending.kind === 'superseded') return ending.by.taskDefinition
  if (ending.kind === 'succeeded' || ending.kind === 'idle') return tracked.taskDefinition
  if (!service) return undefined
  const running = service.deployments.filter(deployment => deployment.runningCount > 0)
  const older = running.find(deployment => deployment.id !== tracked.deploymentId)
  return (older ?? running[0] ?? primaryOf(service))?.taskDefinition
}
