/** Everything that changes something, and what came of it. */
import { revisionName } from './core/ecs/arn.js'
import type { Target } from './core/ecs/service.js'
import { type ApiError, missingPermission } from './core/errors/api-error.js'
import { toProblem } from './core/errors/api-error-problem.js'
import type { Notice } from './core/errors/notice.js'
import { redactNotice, warning } from './core/errors/notice.js'
import type { Problem } from './core/errors/problem.js'
import type { WatchOptions } from './core/options/watch-options.js'
import { diagnosisInput } from './core/outcome/diagnosis-input.js'
import type { Outcome, Registered, Rollout } from './core/outcome/outcome.js'
import { refuse, unwatchedRollout } from './core/outcome/outcome.js'
import { serializeState } from './core/outcome/saved-state.js'
import { watchedOf } from './core/outcome/watched.js'
import type { DeployPlan, RegisterPlan } from './core/plan/plan.js'
import { secretsOfPlan } from './core/plan/plan.js'
import { redact } from './core/redaction/redact.js'
import { formatTimeOfDay } from './core/text/duration.js'
import { clockNotices, withClockOffset } from './deploy/change/clock-skew.js'
import { refreshBump } from './deploy/change/desired-count.js'
import { register } from './deploy/change/register.js'
import { startDeployment } from './deploy/change/update-service.js'
import { diagnose, noDiagnosis } from './deploy/finish/diagnose.js'
import { finalize, stateName } from './deploy/finish/finalize.js'
import { type DeploymentRecord, noRecordWanted, openRecord } from './deploy/github/deployment-record.js'
import { watch } from './deploy/watch/watch.js'
import type { Ports } from './ports.js'
import { logField } from './report/log/plan-lines.js'
import { endedStatus, recordOf, startedStatus } from './report/outputs/deployment-record.js'
import { unlessCanceled } from './retry/cancellation.js'

/** What the user wants of a deployment beside what the plan says. */
export interface ExecuteOptions {
  /** absent: it is not watched */
  readonly watch: WatchOptions | undefined
  /** absent: GitHub keeps no record of it */
  readonly environment: { readonly name: string; readonly url: string | undefined } | undefined
  readonly githubToken: string
}

/** Registers, updates once, watches, settles: what came of it. */
export async function execute(
  ports: Ports,
  plan: DeployPlan | RegisterPlan,
  options: ExecuteOptions,
  notices: readonly Notice[],
): Promise<Outcome> {
  const { runner } = ports
  const target = plan.kind === 'deploy' ? plan.observed.target : undefined
  if (ports.canceled.aborted) return { kind: 'not-begun', target, notices, registered: undefined }

  runner.group('Deploy')
  const registration = await register(ports, plan)
  const unused = unusedRevisions(registration.unconfirmed)
  if (registration.kind === 'cancelled') {
    runner.ungroup()
    return { kind: 'not-begun', target, notices: [...notices, ...unused], registered: undefined }
  }
  if (registration.kind === 'refused') {
    runner.ungroup()
    const problems = [refusal(registration.error, target, plan)]
    return refuse({ target, problems, checks: plan.checks, plan, notices: [...notices, ...unused] })
  }
  const { registered, withoutProvenance } = registration
  const told = [
    ...notices,
    ...unused,
    ...(withoutProvenance ? [withoutProvenanceNotice(withoutProvenance)] : []),
  ]
  runner.output('task-definition-arn', registered.arn)
  runner.log(logField('registered', revisionName(registered.arn)))
  if (plan.kind === 'register') {
    runner.ungroup()
    return { kind: 'registered', plan, registered, notices: told }
  }
  return deploy(ports, plan, registered, options, told)
}

function unusedRevisions(unconfirmed: number): Notice[] {
  if (unconfirmed === 0) return []
  return [
    warning(
      `${unconfirmed} answers to RegisterTaskDefinition were lost: there may be as many revisions that nobody uses.`,
    ),
  ]
}

function withoutProvenanceNotice(error: ApiError): Notice {
  return warning(
    `The revision does not tell where it comes from: the role may not call ${missingPermission(error)}. Allow it, or set provenance-tags: false.`,
  )
}

/** The deployment between the two ends of its record at GitHub. */
async function deploy(
  ports: Ports,
  plan: DeployPlan,
  registered: Registered,
  options: ExecuteOptions,
  notices: readonly Notice[],
): Promise<Outcome> {
  const { runner, canceled } = ports
  if (canceled.aborted) {
    runner.ungroup()
    return { kind: 'not-begun', target: plan.observed.target, registered, notices }
  }
  const record = await recordFor(ports, plan, registered, options)
  const outcome = await deployAndWatch(ports, plan, registered, options.watch, record, notices)
  if (outcome.kind !== 'started') await record.report(endedStatus(outcome))
  return {
    ...outcome,
    notices: [...outcome.notices, ...record.notices().map(notice => redactNotice(notice, []))],
  }
}

async function recordFor(
  ports: Ports,
  plan: DeployPlan,
  registered: Registered,
  { environment, githubToken }: ExecuteOptions,
): Promise<DeploymentRecord> {
  const { commit, run } = ports.runner
  if (!environment) return noRecordWanted
  return openRecord(ports.github(githubToken), ports, {
    ref: commit,
    environment: environment.name,
    environmentUrl: environment.url,
    logUrl: run.run,
    ...recordOf(plan, registered, run.run),
  })
}

/** One UpdateService, and its deployment watched to the end. */
async function deployAndWatch(
  ports: Ports,
  planned: DeployPlan,
  registered: Registered,
  policy: WatchOptions | undefined,
  record: DeploymentRecord,
  before: readonly Notice[],
): Promise<Outcome> {
  const { ecs, clock, runner } = ports
  const { target } = planned.observed
  const { plan, notices: changed } = await refreshBump(ecs, planned)
  const notices = [...before, ...changed]
  const secrets = secretsOfPlan(plan)
  if (plan.bump)
    runner.saveState(
      stateName,
      serializeState({ version: 1, target, taskDefinition: registered.arn, bump: plan.bump }),
    )
  const started = await startDeployment(ports, { plan, registered })
  if (started.kind === 'started') {
    const { deploymentId, startedAt } = started.tracked
    runner.log(logField('started', `${deploymentId} at ${formatTimeOfDay(startedAt)}`))
  }
  runner.ungroup()
  if (started.kind === 'lost') {
    const reason = redact(started.reason, secrets)
    return { kind: 'lost', plan, registered, reason, notices }
  }
  if (started.kind === 'refused' || started.kind === 'cancelled') {
    // Nothing was raised, so there is nothing for the post step to put back.
    runner.saveState(stateName, '')
    if (started.kind === 'cancelled') return { kind: 'not-begun', target, registered, notices }
    const problems = [refusal(started.error, target, plan)]
    return refuse({ target, problems, checks: plan.checks, plan, registered, notices })
  }
  // GitHub may be slow: neither the watch nor what a cancelled step puts back waits for it.
  const announced = record.report(startedStatus(registered, started.tracked.deploymentId))
  if (!policy) {
    await unlessCanceled(announced, ports.canceled)
    return { kind: 'started', rollout: unwatchedRollout(plan, registered, started.tracked), notices }
  }

  const inTime = { ...ports, clock: withClockOffset(clock, started.skewMs) }
  runner.group('Watch')
  const request = {
    target,
    tracked: started.tracked,
    options: inForce(policy, plan),
    service: started.service,
    eventsBefore: plan.observed.service.events.map(({ id }) => id),
    targetGroups: plan.observed.service.loadBalancers.flatMap(({ targetGroups }) => targetGroups),
    secrets,
  }
  const [state] = await watch(inTime, [request], runner.log)
  if (!state) throw new TypeError('a watch has no state')
  const watched = watchedOf(state, { plan, registered })
  runner.ungroup()
  const settled = await finalize(inTime, plan, policy, watched)
  await unlessCanceled(announced, ports.canceled)
  // A cancelled step has no time left.
  const quickly = ports.canceled.aborted
  const diagnosis = quickly
    ? noDiagnosis
    : await diagnose(ports.logs, diagnosisInput(watched.rollout), secrets)
  const rollout = { ...watched.rollout, causes: diagnosis.causes, logs: diagnosis.logs }
  return {
    kind: 'ended',
    result: settled.result,
    rollout: settled.scaledToZero ? scaledToZero(rollout) : rollout,
    notices: [
      ...notices,
      ...clockNotices(started.skewMs),
      ...watched.notices,
      ...[...settled.notices, ...diagnosis.notices].map(notice => redactNotice(notice, secrets)),
    ],
  }
}

/** ECS can stop a deployment only by rolling it back, which a breaker without rollback says is not wanted. */
function inForce(policy: WatchOptions, { settings }: DeployPlan): WatchOptions {
  const { enable, rollback } = settings.after.breaker
  return enable && !rollback ? { ...policy, failFastAfter: 0 } : policy
}

/** The service was woken up for the rollout and sleeps again: what ran then serves no more. */
function scaledToZero(rollout: Rollout): Rollout {
  return { ...rollout, serving: undefined, servingTasks: undefined, scaledToZero: true }
}

/** ECS may quote what it refuses. */
function refusal(error: ApiError, target: Target | undefined, plan: DeployPlan | RegisterPlan): Problem {
  return toProblem(error, { target, hidden: secretsOfPlan(plan) })
}
