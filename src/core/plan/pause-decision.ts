/** Which pause hook a decision answers, and why there is none (docs/adr/0045). */
import { isRevisionOf, revisionName } from '../ecs/arn.js'
import { readableStage } from '../ecs/lifecycle-stages.js'
import { type Deployment, primaryOf, type Service } from '../ecs/service.js'
import {
  type DeploymentStage,
  type Hook,
  type ServiceDeployment,
  stageOf,
  waitingPause,
} from '../ecs/service-deployment.js'
import type { PausedSource } from '../options/task-definition-source.js'
import { deploymentText } from './join-candidate.js'

/** What ContinueServiceDeployment gets. */
export interface PauseDecision {
  readonly action: PausedSource['action']
  readonly serviceDeploymentArn: string
  readonly hook: Hook
}

export type FoundPause =
  | { readonly kind: 'paused'; readonly hook: Hook; readonly deployment: Deployment }
  | { readonly kind: 'refused'; readonly text: string; readonly next: string | undefined }

export function findPause(service: Service, found: ServiceDeployment | undefined): FoundPause {
  const primary = primaryOf(service)
  if (!found || !primary) return refused('the service has no deployment that could wait')
  const stage = stageOf(found)
  if (stage !== 'ongoing') return refused(`${found.arn} ${stageTexts[stage]}: there is nothing to decide`)
  if (!isRevisionOf(found.targetRevisionArn ?? '', primary.id)) {
    const text = `${found.arn} is not the newest deployment of the service: that is ${deploymentText(primary)}`
    return refused(
      text,
      'Find out what deployed it; put all jobs that deploy this service into one concurrency group.',
    )
  }
  const hook = waitingPause(found)
  if (hook) return { kind: 'paused', hook, deployment: primary }
  return refused(
    `${deploymentText(primary)} is in progress${stageText(found)}, but no pause hook waits${earlier(found)}`,
  )
}

function refused(text: string, next?: string): FoundPause {
  return { kind: 'refused', text, next }
}

const stageTexts: Readonly<Record<Exclude<DeploymentStage, 'ongoing'>, string>> = {
  stopping: 'is being stopped',
  stopped: 'was stopped',
  'rolling-back': 'is being rolled back',
  'rolled-back': 'was rolled back',
  'rollback-failed': 'failed, and so did its rollback',
  successful: 'has completed',
}

function stageText({ lifecycleStage }: ServiceDeployment): string {
  return lifecycleStage === undefined ? '' : ` at the stage ${readableStage(lifecycleStage)}`
}

/** Somebody may have decided already. */
function earlier({ hooks }: ServiceDeployment): string {
  const answered = hooks.filter(({ status, targetType }) => targetType === 'PAUSE' && status === 'SUCCEEDED')
  const ids = answered.map(({ id }) => id)
  return ids.length === 0 ? '' : `: ${ids.join(', ')} was continued already`
}

/** `continue web:8 at pause hook ecs-pause-…` */
export function decisionText({ action, hook }: PauseDecision, taskDefinition: string): string {
  const verb = action === 'CONTINUE' ? 'continue' : 'roll back'
  return `${verb} ${revisionName(taskDefinition)} at pause hook ${hook.id}`
}
