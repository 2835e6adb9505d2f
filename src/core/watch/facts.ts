/** What holds of a deployment at one look, each fact as one line: it is told again only when the line is another one. */
import { revisionName } from '../arn.js'
import { moment } from '../elapsed.js'
import { tripsAt } from '../service/breaker.js'
import type { Deployment, Service } from '../service/service.js'
import { deploymentOf, primaryOf } from '../service/service.js'
import type { Hook, ServiceDeployment } from '../service/service-deployment.js'
import type { Tracked } from './tracked.js'
import type { Verdict } from './verdict.js'

export interface Fact {
  /** what it is about; the same from look to look */
  readonly about: string
  /** empty: nothing to say about it now */
  readonly text: string
}

export interface Scene {
  readonly tracked: Tracked
  readonly service: Service
  readonly serviceDeployment?: ServiceDeployment
  readonly verdict: Verdict
}

/** In the order in which they are told. */
export function facts(scene: Scene): Fact[] {
  const { serviceDeployment } = scene
  return [
    { about: 'strategy', text: strategyText(serviceDeployment) },
    ...(serviceDeployment?.hooks ?? []).map(hook => ({ about: `hook ${hook.id}`, text: hookText(hook) })),
    { about: 'alarms', text: alarmText(serviceDeployment) },
    { about: 'breaker', text: breakerText(scene) },
    { about: 'stage', text: stageText(scene) },
    { about: 'counts', text: countsText(scene) },
  ]
}

function strategyText(deployment: ServiceDeployment | undefined): string {
  if (!deployment?.lifecycleStage) return ''
  const { lifecycleStage, trafficWeight } = deployment
  const weight = trafficWeight === undefined ? '' : `: the new revision gets ${trafficWeight}% of the traffic`
  return `stage ${lifecycleStage.toLowerCase().replaceAll('_', ' ')}${weight}`
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContinueServiceDeployment.html */
export function hookText(hook: Hook): string {
  const name =
    hook.targetType === 'PAUSE' ? `pause hook ${hook.id}` : `lifecycle hook ${hook.targetArn ?? hook.id}`
  switch (hook.status) {
    case 'AWAITING_ACTION': {
      const left = hook.expiresAt === undefined ? '' : ` until ${moment(hook.expiresAt)}`
      const otherwise = hook.timeoutAction === 'CONTINUE' ? 'goes on' : 'rolls back'
      return `${name} waits for somebody to continue it${left}; otherwise ECS ${otherwise}`
    }
    case 'FAILED':
      return `${name} failed`
    case 'TIMED_OUT':
      return `${name} timed out`
    default:
      return ''
  }
}

function alarmText(deployment: ServiceDeployment | undefined): string {
  const names = deployment?.triggeredAlarms ?? []
  return names.length === 0 ? '' : `${names.length === 1 ? 'alarm' : 'alarms'} went off: ${names.join(', ')}`
}

/** ECS's own count, by the service deployment where it may be read. Silent at 0 and where the breaker is off. */
function breakerText({ tracked, service, serviceDeployment }: Scene): string {
  const monitored = serviceDeployment?.breaker
  if (monitored?.status === 'TRIGGERED') {
    return `circuit breaker tripped at ${monitored.failures} of ${monitored.threshold} failures`
  }
  if (!tracked.breaker.enable || monitored?.status === 'DISABLED') return ''
  const failures = monitored?.failures ?? deploymentOf(service, tracked.deploymentId)?.failedTasks ?? 0
  // How ECS rounds a percentage without bounds is not documented: only it can say what it counts up to.
  const { threshold: rule } = tracked.breaker
  const own = rule.type === 'UNBOUNDED_PERCENT' ? undefined : tripsAt(rule, service.desiredCount)
  const threshold = monitored?.threshold ?? own
  const of = threshold === undefined ? '' : ` of ${threshold}`
  return failures > 0 ? `circuit breaker counts ${failures}${of} failures` : ''
}

function stageText({ tracked, service, verdict }: Scene): string {
  if (verdict.kind !== 'watching') return ''
  if (verdict.stage === 'rolling-out') return verdict.heldBack ?? ''
  if (verdict.stage === 'stopping') return 'the deployment is being stopped'
  const primary = primaryOf(service)
  const back = primary && primary.id !== tracked.deploymentId ? primary.taskDefinition : tracked.previous
  return `rolling back${back ? ` to ${revisionName(back)}` : ''}`
}

/** `web:8 1 running, 1 starting of 2 · web:7 2 running` */
function countsText({ tracked, service }: Scene): string {
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
