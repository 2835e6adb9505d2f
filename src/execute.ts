/** Everything that changes something, and what came of it. */
import { revisionName } from './core/ecs/arn.js'
import type { Target } from './core/ecs/service.js'
import { type Fault, missingPermission } from './core/errors/api-error.js'
import { problemOf } from './core/errors/api-error-problem.js'
import type { Notice } from './core/errors/notice.js'
import { cleaned, warning } from './core/errors/notice.js'
import type { Problem } from './core/errors/problem.js'
import type { Outcome, Registered, Rollout } from './core/outcome/outcome.js'
import { justStarted, refuse } from './core/outcome/outcome.js'
import { save } from './core/outcome/saved-state.js'
import type { DeployPlan, RegisterPlan } from './core/plan/plan.js'
import { secretsOfPlan } from './core/plan/plan.js'
import { clean } from './core/task-definition/redact.js'
import { timeOfDay } from './core/text/duration.js'
import type { Policy } from './core/watch/deployment-health.js'
import { clockNotices, setBack } from './deploy/change/clock-skew.js'
import { bumpUpToDate } from './deploy/change/desired-count.js'
import { register } from './deploy/change/register.js'
import { start } from './deploy/change/update-service.js'
import { diagnose, undiagnosed } from './deploy/finish/diagnose.js'
import { settle, stateName } from './deploy/finish/finalize.js'
import { type DeploymentRecord, openRecord, unrecorded } from './deploy/github/deployment-record.js'
import { unlessCancelled } from './deploy/retry/cancellation.js'
import { watch } from './deploy/watch/watch.js'
import type { Ports } from './ports.js'
import { labelled } from './report/log/plan-lines.js'
import { endedStatus, recordOf, startedStatus } from './report/outputs/deployment-record.js'

/** What the user wants of a deployment beside what the plan says. */
export interface Orders {
  /** absent: it is not watched */
  readonly watch?: Policy
  /** absent: GitHub keeps no record of it */
  readonly environment?: { readonly name: string; readonly url?: string }
  readonly githubToken: string
}

/** Registers, updates once, watches, settles: what came of it. */
export async function carryOut(
  ports: Ports,
  plan: DeployPlan | RegisterPlan,
  orders: Orders,
  notices: readonly Notice[],
): Promise<Outcome> {
  const { ecs, clock, runner } = ports
  const target = plan.kind === 'deploy' ? plan.observed.target : undefined
  if (ports.cancelled.aborted) return { kind: 'not-begun', target, notices }

  runner.group('Deploy')
  const registration = await register(ecs, clock, plan, ports.cancelled)
  const unused = unusedRevisions(registration.unconfirmed)
  if (registration.kind === 'cancelled') {
    runner.ungroup()
    return { kind: 'not-begun', target, notices: [...notices, ...unused] }
  }
  if (registration.kind === 'refused') {
    runner.ungroup()
    const problems = [refusal(registration.fault, target, plan)]
    return refuse({ target, problems, checks: plan.checks, plan, notices: [...notices, ...unused] })
  }
  const { registered, withoutProvenance } = registration
  const told = [...notices, ...unused, ...(withoutProvenance ? [untold(withoutProvenance)] : [])]
  runner.output('task-definition-arn', registered.arn)
  runner.log(labelled('registered', revisionName(registered.arn)))
  if (plan.kind === 'register') {
    runner.ungroup()
    return { kind: 'registered', plan, registered, notices: told }
  }
  return deploy(ports, plan, registered, orders, told)
}

function unusedRevisions(unconfirmed: number): Notice[] {
  if (unconfirmed === 0) return []
  return [
    warning(
      `${unconfirmed} answers to RegisterTaskDefinition were lost: there may be as many revisions that nobody uses.`,
    ),
  ]
}

function untold(fault: Fault): Notice {
  return warning(
    `The revision does not tell where it comes from: the role may not call ${missingPermission(fault)}. Allow it, or set provenance-tags: false.`,
  )
}

/** The deployment between the two ends of its record at GitHub. */
async function deploy(
  ports: Ports,
  plan: DeployPlan,
  registered: Registered,
  orders: Orders,
  notices: readonly Notice[],
): Promise<Outcome> {
  const { runner, cancelled } = ports
  if (cancelled.aborted) {
    runner.ungroup()
    return { kind: 'not-begun', target: plan.observed.target, registered, notices }
  }
  const record = await recordFor(ports, plan, registered, orders)
  const outcome = await rollOut(ports, plan, registered, orders.watch, record, notices)
  if (outcome.kind !== 'started') await record.say(endedStatus(outcome))
  return { ...outcome, notices: [...outcome.notices, ...record.notices().map(notice => cleaned(notice, []))] }
}

async function recordFor(
  ports: Ports,
  plan: DeployPlan,
  registered: Registered,
  { environment, githubToken }: Orders,
): Promise<DeploymentRecord> {
  const { commit, run } = ports.runner
  if (!environment) return unrecorded
  return openRecord(ports.github(githubToken), ports, {
    ref: commit,
    environment: environment.name,
    environmentUrl: environment.url,
    logUrl: run.run,
    ...recordOf(plan, registered, run.run),
  })
}

/** One UpdateService, and its deployment watched to the end. */
async function rollOut(
  ports: Ports,
  planned: DeployPlan,
  registered: Registered,
  policy: Policy | undefined,
  record: DeploymentRecord,
  before: readonly Notice[],
): Promise<Outcome> {
  const { ecs, clock, runner } = ports
  const { target } = planned.observed
  const { plan, notices: changed } = await bumpUpToDate(ecs, planned)
  const notices = [...before, ...changed]
  const secrets = secretsOfPlan(plan)
  if (plan.bump)
    runner.saveState(stateName, save({ version: 1, target, taskDefinition: registered.arn, bump: plan.bump }))
  const started = await start(ecs, clock, plan, registered, ports.cancelled)
  if (started.kind === 'started') {
    const { deploymentId, startedAt } = started.tracked
    runner.log(labelled('started', `${deploymentId} at ${timeOfDay(startedAt)}`))
  }
  runner.ungroup()
  if (started.kind === 'lost') {
    const reason = clean(started.reason, secrets)
    return { kind: 'lost', plan, registered, reason, notices }
  }
  if (started.kind === 'refused' || started.kind === 'cancelled') {
    // Nothing was raised, so there is nothing for the post step to put back.
    runner.saveState(stateName, '')
    if (started.kind === 'cancelled') return { kind: 'not-begun', target, registered, notices }
    const problems = [refusal(started.fault, target, plan)]
    return refuse({ target, problems, checks: plan.checks, plan, registered, notices })
  }
  // GitHub may be slow: neither the watch nor what a cancelled step puts back waits for it.
  const announced = record.say(startedStatus(registered, started.tracked.deploymentId))
  if (!policy) {
    await unlessCancelled(announced, ports.cancelled)
    return { kind: 'started', rollout: justStarted(plan, registered, started.tracked), notices }
  }

  const inTime = { ...ports, clock: setBack(clock, started.clockAhead) }
  runner.group('Watch')
  const watched = await watch(inTime, plan, registered, started, inForce(policy, plan), runner.log)
  runner.ungroup()
  const settled = await settle(inTime, plan, policy, watched)
  await unlessCancelled(announced, ports.cancelled)
  // A cancelled step has no time left.
  const hurried = ports.cancelled.aborted
  const diagnosis = hurried ? undiagnosed : await diagnose(ports.logs, watched.rollout, secrets)
  const rollout = { ...watched.rollout, causes: diagnosis.causes, logs: diagnosis.logs }
  return {
    kind: 'ended',
    ending: settled.ending,
    rollout: settled.sleeps ? asleep(rollout) : rollout,
    notices: [
      ...notices,
      ...clockNotices(started.clockAhead),
      ...watched.notices,
      ...[...settled.notices, ...diagnosis.notices].map(notice => cleaned(notice, secrets)),
    ],
  }
}

/** ECS can stop a deployment only by rolling it back, which a breaker without rollback says is not wanted. */
function inForce(policy: Policy, { breaker: { after } }: DeployPlan): Policy {
  return after.enable && !after.rollback ? { ...policy, failFastAfter: 0 } : policy
}

/** The service was woken up for the rollout and sleeps again: what ran then serves no more. */
function asleep({ serving: _, servingTasks: __, ...rollout }: Rollout): Rollout {
  return { ...rollout, sleeps: true }
}

/** ECS may quote what it refuses. */
function refusal(fault: Fault, target: Target | undefined, plan: DeployPlan | RegisterPlan): Problem {
  return problemOf(fault, { target, hidden: secretsOfPlan(plan) })
}
