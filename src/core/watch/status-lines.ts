/** What holds of a deployment at one look, each fact as one line: it is told again only when the line is another one. */
import { revisionName } from '../ecs/arn.js'
import { continueCommand } from '../ecs/cli-commands.js'
import type { Deployment, Service } from '../ecs/service.js'
import { deploymentOf, primaryOf } from '../ecs/service.js'
import type { Hook, ServiceDeployment } from '../ecs/service-deployment.js'
import { tripsAt } from '../settings/breaker.js'
import { formatTimestamp } from '../text/duration.js'
import type { DeploymentResult, Verdict } from './evaluate.js'
import type { HookStatus, TimelineEvent } from './timeline-event.js'
import type { Tracked } from './tracked-deployment.js'

export interface StatusLine {
  /** what it is about; the same from look to look */
  readonly about: string
  /** empty: nothing to say about it now */
  readonly text: string
  readonly event?: TimelineEvent | undefined
}

export interface ProgressContext {
  readonly tracked: Tracked
  readonly service: Service
  readonly serviceDeployment: ServiceDeployment | undefined
  readonly verdict: Verdict
}

/** In the order in which they are told. */
export function statusLines(context: ProgressContext): StatusLine[] {
  const { serviceDeployment } = context
  return [
    strategyStatus(serviceDeployment),
    ...(serviceDeployment?.hooks ?? []).map(hook => hookLine(hook, serviceDeployment?.arn)),
    alarmStatus(serviceDeployment),
    breakerStatus(context),
    stageStatus(context),
    resultStatus(context),
    { about: 'counts', text: countsText(context) },
  ]
}

function strategyStatus(deployment: ServiceDeployment | undefined): StatusLine {
  if (!deployment?.lifecycleStage) return { about: 'strategy', text: '' }
  const stage = deployment.lifecycleStage.toLowerCase().replaceAll('_', ' ')
  const { trafficWeight } = deployment
  const weight = trafficWeight === undefined ? '' : `: the new revision gets ${trafficWeight}% of the traffic`
  return { about: 'strategy', text: `stage ${stage}${weight}`, event: { kind: 'stage', stage } }
}

const hookStatus: Readonly<Record<string, HookStatus>> = {
  AWAITING_ACTION: 'waiting',
  SUCCEEDED: 'continued',
  FAILED: 'failed',
  TIMED_OUT: 'timed out',
}

function hookLine(hook: Hook, arn: string | undefined): StatusLine {
  const isPause = hook.status === 'AWAITING_ACTION' && hook.targetType === 'PAUSE'
  const how = isPause && arn ? `; to continue it: ${continueCommand(arn, hook.id)}` : ''
  const status = hookStatus[hook.status]
  return {
    about: `hook ${hook.id}`,
    text: `${hookText(hook)}${how}`,
    event: status && ({ kind: 'hook', status } as const),
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContinueServiceDeployment.html */
export function hookText(hook: Hook): string {
  const name =
    hook.targetType === 'PAUSE' ? `pause hook ${hook.id}` : `lifecycle hook ${hook.targetArn ?? hook.id}`
  switch (hook.status) {
    case 'AWAITING_ACTION': {
      const left = hook.expiresAt === undefined ? '' : ` until ${formatTimestamp(hook.expiresAt)}`
      const otherwise = hook.timeoutAction === 'CONTINUE' ? 'goes on' : 'rolls back'
      return `${name} waits for somebody to continue it${left}; otherwise ECS ${otherwise}`
    }
    case 'SUCCEEDED':
      return hook.targetType === 'PAUSE' ? `${name} was continued` : ''
    case 'FAILED':
      return `${name} failed`
    case 'TIMED_OUT':
      return `${name} timed out`
    default:
      return ''
  }
}

function alarmStatus(deployment: ServiceDeployment | undefined): StatusLine {
  const names = deployment?.triggeredAlarms ?? []
  if (names.length === 0) return { about: 'alarms', text: '' }
  const text = `${names.length === 1 ? 'alarm' : 'alarms'} went off: ${names.join(', ')}`
  return { about: 'alarms', text, event: { kind: 'alarm', names } }
}

/** ECS's own count, by the service deployment where it may be read. Silent at 0 and where the breaker is off. */
function breakerStatus({ tracked, service, serviceDeployment }: ProgressContext): StatusLine {
  const about = 'breaker'
  const monitored = serviceDeployment?.breaker
  if (monitored?.status === 'TRIGGERED') {
    const { failures, threshold } = monitored
    const text = `circuit breaker tripped at ${failures} of ${threshold} failures`
    return { about, text, event: { kind: 'tripped', failures, threshold } }
  }
  if (!tracked.breaker.enable || monitored?.status === 'DISABLED') return { about, text: '' }
  const failures = monitored?.failures ?? deploymentOf(service, tracked.deploymentId)?.failedTasks ?? 0
  if (failures === 0) return { about, text: '' }
  // How ECS rounds a percentage without bounds is not documented: only it can say what it counts up to.
  const { threshold: rule } = tracked.breaker
  const own = rule.type === 'UNBOUNDED_PERCENT' ? undefined : tripsAt(rule, service.desiredCount)
  const threshold = monitored?.threshold ?? own
  const of = threshold === undefined ? `${failures}` : `${failures} of ${threshold}`
  const text = `circuit breaker counts ${of} ${of === '1' ? 'failure' : 'failures'}`
  return { about, text, event: { kind: 'breaker', failures, threshold } }
}

function stageStatus({ tracked, service, verdict }: ProgressContext): StatusLine {
  const about = 'stage'
  if (verdict.kind !== 'watching') return { about, text: '' }
  if (verdict.stage === 'rolling-out') return { about, text: verdict.unverifiedReason ?? '' }
  if (verdict.stage === 'stopping') {
    return { about, text: 'the deployment is being stopped', event: { kind: 'stopping' } }
  }
  const primary = primaryOf(service)
  const back = primary && primary.id !== tracked.deploymentId ? primary.taskDefinition : tracked.previous
  const to = back && revisionName(back)
  return {
    about,
    text: `rolling back${to ? ` to ${to}` : ''}`,
    event: { kind: 'rolling-back', to },
  }
}

/** What the look decides, in a few words: why is in the report. */
function resultStatus({ tracked, service, verdict }: ProgressContext): StatusLine {
  const about = 'ending'
  if (verdict.kind !== 'decided') return { about, text: '' }
  const { ending } = verdict
  return { about, text: resultText(tracked, service, ending), event: { kind: 'ended', as: ending.kind } }
}

function resultText(tracked: Tracked, service: Service, ending: DeploymentResult): string {
  const ours = revisionName(tracked.taskDefinition)
  switch (ending.kind) {
    case 'succeeded':
      return `${ours} completed, ${runningText(ending.running, service)}`
    case 'idle':
      return `${ours} completed: the service wants no task`
    case 'rolled-back': {
      const running = primaryOf(service)?.runningCount ?? 0
      const back = revisionName(ending.serving)
      return `${running > 0 ? `${back} serves` : `rolled back to ${back}`}, ${runningText(running, service)}`
    }
    case 'superseded':
      return `${revisionName(ending.by.taskDefinition)} took over`
    case 'failed':
      return `${ours} failed`
    case 'unknown':
      return ''
  }
}

/** While tasks from before still drain there are more than the service wants. */
function runningText(running: number, { desiredCount }: Service): string {
  return running > desiredCount ? `${running} running` : `${running} of ${desiredCount} running`
}

/** `web:8 1 running, 1 starting of 2 · web:7 2 running` */
export function countsText({
  tracked,
  service,
  verdict,
}: Omit<ProgressContext, 'serviceDeployment'>): string {
  const ending = verdict.kind === 'decided' ? verdict.ending.kind : undefined
  if (ending === 'succeeded' || ending === 'idle' || ending === 'rolled-back') return ''
  const ours = deploymentOf(service, tracked.deploymentId)
  const others = service.deployments.filter(
    other => other.id !== tracked.deploymentId && (other.runningCount > 0 || other.pendingCount > 0),
  )
  const parts = [
    ...(ours ? [`${revisionName(ours.taskDefinition)} ${taskCounts(ours)} of ${service.desiredCount}`] : []),
    ...others.map(other => `${revisionName(other.taskDefinition)} ${taskCounts(other)}`),
  ]
  return parts.join(' · ')
}

function taskCounts({ runningCount, pendingCount }: Deployment): string {
  return pendingCount > 0 ? `${runningCount} running, ${pendingCount} starting` : `${runningCount} running`
}
