/** One line for each topic, logged when its text changes. */
import { resourceName, revisionName } from '../../ecs/arn.js'
import { continueCommand } from '../../ecs/cli-commands.js'
import { readableStage } from '../../ecs/lifecycle-stages.js'
import type { Service } from '../../ecs/service.js'
import { deploymentOf, primaryOf } from '../../ecs/service.js'
import type { Hook, ServiceDeployment } from '../../ecs/service-deployment.js'
import { tripsAt } from '../../settings/breaker.js'
import { formatElapsed } from '../../text/duration.js'
import type { Verdict } from '../evaluation/evaluation.js'
import { healthyBy } from '../healthy-by.js'
import type { HookStatus, Line } from '../timeline-event.js'
import type { Tracked } from '../tracked-deployment.js'
import type { DeploymentResult } from '../watch-result.js'
import { hookText } from './hook-text.js'
import { countsText, runningText } from './task-counts.js'

export interface StatusLine extends Line {
  /** the same in every poll */
  readonly topic: string
}

export interface ProgressContext {
  readonly tracked: Tracked
  readonly service: Service
  readonly serviceDeployment: ServiceDeployment | undefined
  readonly verdict: Verdict
  /** some container has a health check */
  readonly checksContainers: boolean
  /** a page of the AWS console */
  readonly page: string | undefined
}

export function statusLines(context: ProgressContext): StatusLine[] {
  const { page, serviceDeployment, tracked, service, verdict } = context
  const hooks = serviceDeployment?.hooks ?? []
  return [
    { topic: 'page', ...pageLine(page) },
    { topic: 'strategy', ...strategyLine(serviceDeployment) },
    ...hooks.map(hook => ({ topic: `hook ${hook.id}`, ...hookLine(hook, context) })),
    { topic: 'alarms', ...alarmLine(serviceDeployment) },
    { topic: 'breaker', ...breakerLine(context) },
    { topic: 'stage', ...stageLine(context) },
    { topic: 'result', ...resultLine(context) },
    { topic: 'counts', text: saysCounts(verdict) ? '' : countsText(tracked, service) },
  ]
}

const nothing: Line = { text: '' }

function pageLine(page: string | undefined): Line {
  return page === undefined ? nothing : { text: `in the AWS console: ${page}`, event: { kind: 'log-only' } }
}

function strategyLine(deployment: ServiceDeployment | undefined): Line {
  if (!deployment?.lifecycleStage) return nothing
  const stage = readableStage(deployment.lifecycleStage)
  const { trafficWeight } = deployment
  const weight = trafficWeight === undefined ? '' : `: the new revision gets ${trafficWeight}% of the traffic`
  return { text: `stage ${stage}${weight}`, event: { kind: 'stage', stage } }
}

const hookStatus: Readonly<Record<string, HookStatus>> = {
  AWAITING_ACTION: 'waiting',
  SUCCEEDED: 'continued',
  FAILED: 'failed',
  TIMED_OUT: 'timed out',
}

function hookLine(hook: Hook, { service, serviceDeployment }: ProgressContext): Line {
  const status = hookStatus[hook.status]
  const event = status && ({ kind: 'hook', status } as const)
  const text = hookText(hook)
  const isPause = hook.status === 'AWAITING_ACTION' && hook.targetType === 'PAUSE'
  if (!isPause || !serviceDeployment) return { text, event }
  const title = `${service.name} on ${resourceName(service.clusterArn)} waits at a pause hook`
  const command = continueCommand(serviceDeployment.arn, hook.id)
  return { text, event, request: { title, ask: continues, command } }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContinueServiceDeployment.html */
const continues = 'To continue it, or with --action ROLLBACK to roll back'

function alarmLine(deployment: ServiceDeployment | undefined): Line {
  const names = deployment?.triggeredAlarms ?? []
  if (names.length === 0) return nothing
  const text = `${names.length === 1 ? 'alarm' : 'alarms'} triggered: ${names.join(', ')}`
  return { text, event: { kind: 'alarm', names } }
}

function breakerLine({ tracked, service, serviceDeployment }: ProgressContext): Line {
  const breaker = serviceDeployment?.breaker
  if (breaker?.status === 'TRIGGERED') {
    const { failures, threshold } = breaker
    const text = `circuit breaker tripped at ${failures} of ${threshold} failures`
    return { text, event: { kind: 'tripped', failures, threshold } }
  }
  if (!tracked.breaker.enable || breaker?.status === 'DISABLED') return nothing
  const failures = breaker?.failures ?? deploymentOf(service, tracked.deploymentId)?.failedTasks ?? 0
  if (failures === 0) return nothing
  const threshold = breaker?.threshold ?? expectedThreshold(tracked, service)
  const of = threshold === undefined ? `${failures}` : `${failures} of ${threshold}`
  const text = `circuit breaker counts ${of} ${of === '1' ? 'failure' : 'failures'}`
  return { text, event: { kind: 'breaker', failures, threshold } }
}

/** AWS does not document how it rounds a percentage without bounds. */
function expectedThreshold({ breaker }: Tracked, { desiredCount }: Service): number | undefined {
  const { threshold } = breaker
  return threshold.type === 'UNBOUNDED_PERCENT' ? undefined : tripsAt(threshold, desiredCount)
}

function stageLine({ tracked, service, verdict }: ProgressContext): Line {
  if (verdict.kind !== 'watching') return nothing
  switch (verdict.stage) {
    case 'rolling-out':
      return { text: verdict.unconfirmedReason ?? '' }
    case 'stopping':
      return { text: 'the deployment is being stopped', event: { kind: 'stopping' } }
    case 'rolling-back': {
      const primary = primaryOf(service)
      const target =
        primary && primary.id !== tracked.deploymentId ? primary.taskDefinition : tracked.previous
      const to = target && revisionName(target)
      return { text: `rolling back${to ? ` to ${to}` : ''}`, event: { kind: 'rolling-back', to } }
    }
  }
}

type ResultContext = Pick<ProgressContext, 'checksContainers' | 'service' | 'tracked'>

function resultLine(context: ProgressContext): Line {
  const { verdict } = context
  if (verdict.kind !== 'decided') return nothing
  const { result } = verdict
  const text = resultText(result, context)
  return { text, event: { kind: 'ended', as: result.kind } }
}

function resultText(result: DeploymentResult, context: ResultContext): string {
  const { service, tracked } = context
  const ours = revisionName(tracked.taskDefinition)
  switch (result.kind) {
    case 'succeeded':
      return `${ours} completed, ${runningText(result.running, service)}${healthyText(result, context)}`
    case 'idle':
      return `${ours} completed: the desired count is 0`
    case 'rolled-back': {
      const running = primaryOf(service)?.runningCount ?? 0
      const serving = revisionName(result.serving)
      const text = running > 0 ? `${serving} serves` : `rolled back to ${serving}`
      return `${text}, ${runningText(running, service)}`
    }
    case 'superseded':
      return `${revisionName(result.by.taskDefinition)} took over`
    case 'failed':
      if (result.completedAt !== undefined) return `${ours} keeps failing: ${result.reason}`
      return `${ours} failed${failedRollbackText({ tracked, service })}`
    case 'unknown':
      return ''
  }
}

function failedRollbackText({ tracked, service }: Pick<ProgressContext, 'tracked' | 'service'>): string {
  const primary = primaryOf(service)
  if (!primary || primary.id === tracked.deploymentId || primary.taskDefinition !== tracked.previous)
    return ''
  return `, and its rollback to ${revisionName(primary.taskDefinition)} as well`
}

function healthyText(
  { completedAt }: Extract<DeploymentResult, { kind: 'succeeded' }>,
  { checksContainers, service, tracked }: ResultContext,
): string {
  // Where traffic shifts, the tasks were healthy long before the completion.
  if (service.strategy !== 'ROLLING') return ''
  const at = healthyBy(tracked, service, { checksContainers, completedAt })
  return at === undefined ? '' : `, healthy by ${formatElapsed(at - tracked.startedAt)}`
}

function saysCounts(verdict: Verdict): boolean {
  if (verdict.kind !== 'decided') return false
  const { kind } = verdict.result
  return kind === 'succeeded' || kind === 'idle' || kind === 'rolled-back'
}
