/**
 * Watches one deployment until it is decided: look, judge, say what changed, wait. Reads that fail in passing cost one
 * look each and nothing else; what cannot be read any more ends as unknown, never as success and never as failure.
 */
import { groupFailures } from '../core/diagnose.js'
import { elapsed } from '../core/elapsed.js'
import { Fault, isPassing, missingPermission } from '../core/fault.js'
import type { Notice } from '../core/notice.js'
import type { Interruption, Registered, Rollout } from '../core/outcome.js'
import { longestSilence, nextLook } from '../core/pace.js'
import type { DeployPlan } from '../core/plan.js'
import { secretsOfPlan } from '../core/plan.js'
import type { Happening } from '../core/progress.js'
import { nothingTold, tell } from '../core/progress.js'
import { scrub } from '../core/redact.js'
import type { Service } from '../core/service.js'
import { primaryOf } from '../core/service.js'
import { isFailed } from '../core/task.js'
import type { Ending, Sight, Tracked } from '../core/verdict.js'
import { judge, noMemory } from '../core/verdict.js'
import type { Ports } from '../ports.js'
import { lookOut } from './look.js'
import { recordTasks } from './task-record.js'

export interface Watched {
  readonly ending: Ending | Interruption
  readonly rollout: Rollout
  readonly notices: readonly Notice[]
}

/** Without a good look for this long at the end of the wait, the outcome is unknown instead of timed out. */
const sightLostAfter = 120_000

export async function watch(
  ports: Pick<Ports, 'ecs' | 'clock'>,
  plan: DeployPlan,
  registered: Registered,
  started: { readonly tracked: Tracked; readonly service: Service },
  minutes: number,
  log: (line: string) => void,
): Promise<Watched> {
  const { ecs, clock } = ports
  const { target } = plan.observed
  const { tracked } = started
  const deadline = tracked.startedAt + minutes * 60_000
  const lookout = lookOut(ecs, clock, target, tracked)
  const tasks = recordTasks(ecs, clock, target, tracked)
  const happenings: Happening[] = []
  const secrets = secretsOfPlan(plan)

  let memory = noMemory
  let told = nothingTold(
    tracked,
    plan.observed.service.events.map(event => event.id),
  )
  let last: Sight = { at: clock.now(), service: started.service }

  function say(lines: readonly Happening[]): void {
    for (const { at, text } of lines) {
      const line = { at, text: scrub(text, secrets) }
      happenings.push(line)
      log(`${elapsed(line.at - tracked.startedAt).padStart(7)}  ${line.text}`)
    }
  }

  async function end(ending: Ending | Interruption): Promise<Watched> {
    if (ending.kind !== 'succeeded' && ending.kind !== 'idle') await tasks.refresh('now')
    const failed = tasks.all().filter(isFailed)
    const arn = lookout.serviceDeploymentArn()
    const service = last.service === 'missing' ? undefined : last.service
    const serving = servingNow(tracked, service, ending)
    const failures = groupFailures(failed, service?.events ?? [])
    return {
      ending: 'reason' in ending ? { ...ending, reason: scrub(ending.reason, secrets) } : ending,
      notices: [...lookout.notices(), ...tasks.notices()],
      rollout: {
        plan,
        registered,
        tracked,
        desiredCount: service?.desiredCount ?? plan.observed.service.desiredCount,
        failures: failures.map(group => ({ ...group, reason: scrub(group.reason, secrets) })),
        failedTasks: failed.length,
        happenings,
        endedAt: clock.now(),
        ...(arn ? { serviceDeploymentArn: arn } : {}),
        ...(serving ? { serving } : {}),
      },
    }
  }

  for (let looks = 0; ; looks++) {
    await clock.sleep(Math.max(0, Math.min(nextLook(looks, clock.random()), deadline - clock.now())))
    try {
      const sight = await lookout.look()
      const judgement = judge(tracked, memory, sight)
      const moved = failuresOf(sight) !== failuresOf(last)
      last = sight
      memory = judgement.memory
      await tasks.refresh(moved ? 'now' : 'when-due')
      const telling = tell(tracked, told, sight, judgement.verdict, tasks.all())
      told = telling.told
      say(telling.happenings)
      if (judgement.verdict.kind === 'decided') {
        const { ending } = judgement.verdict
        if (ending.kind !== 'succeeded' || (await tasks.anyUp())) return await end(ending)
      }
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
      if (!isPassing(fault)) return await end({ kind: 'unknown', reason: lostSight(fault) })
      const at = clock.now()
      if (at - told.lastAt >= longestSilence) {
        say([
          { at, text: `no answer from AWS (${fault.code}) for ${elapsed(at - last.at)}; the watch goes on` },
        ])
        told = { ...told, lastAt: at }
      }
    }
    if (clock.now() >= deadline) {
      const blind = clock.now() - last.at > sightLostAfter
      return await end(
        blind
          ? { kind: 'unknown', reason: 'AWS gave no answer for minutes' }
          : { kind: 'timed-out', minutes },
      )
    }
  }
}

/** The counts of failures that either view shows: when they move, there are tasks to ask about. */
function failuresOf({ service, serviceDeployment }: Sight): string {
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

/** The revision whose tasks answer now, as far as the last look tells. */
function servingNow(
  tracked: Tracked,
  service: Service | undefined,
  ending: Ending | Interruption,
): string | undefined {
  if (ending.kind === 'rolled-back') return ending.serving
  if (ending.kind === 'succeeded' || ending.kind === 'idle') return tracked.taskDefinition
  if (!service) return undefined
  // Somebody else's deployment has taken over, and may not have a task yet.
  const running = service.deployments.filter(deployment => deployment.runningCount > 0)
  const older = running.find(deployment => deployment.id !== tracked.deploymentId)
  return (older ?? running[0] ?? primaryOf(service))?.taskDefinition
}
