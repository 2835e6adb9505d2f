import { deploymentLink } from '../../core/ecs/console-links.js'
import type { ServiceState } from '../../core/ecs/service.js'
import type { DeploymentStage } from '../../core/ecs/service-deployment.js'
import type { History, PastDeployment } from '../../core/outcome/history.js'
import type { Provenance } from '../../core/task-definition/tags.js'
import { formatElapsed, formatTimestamp } from '../../core/text/duration.js'
import { commitCode, runLink } from '../markdown/commit-link.js'
import { deploymentCode, fold, plain, table } from '../markdown/markdown.js'
import { revisionCode } from './deployment-table.js'
import { pastImages } from './past-images.js'

const stageTexts: Readonly<Record<DeploymentStage, string>> = {
  ongoing: 'in progress',
  stopping: 'being stopped',
  'rolling-back': 'being rolled back',
  successful: 'succeeded',
  stopped: 'stopped',
  'rolled-back': 'rolled back',
  'rollback-failed': 'failed',
}

function rollback({ stage, noRollbackTarget }: PastDeployment): string {
  if (stage !== 'rollback-failed') return ''
  return noRollbackTarget ? '; there was nothing to roll back to' : ', and so did its rollback'
}

/** The deployment of this run. */
export interface Own {
  readonly arn: string | undefined
  readonly took: number
  /** ECS had completed it: `its tasks keep failing` */
  readonly flaw: string | undefined
}

export interface HistoryContext {
  readonly service: ServiceState
  readonly reporter: Provenance
  /** of notices that the summary has already */
  readonly texts: readonly string[]
  readonly own: Own | undefined
}

export function historyParts(history: History, context: HistoryContext): string[] {
  const { deployments, serving, unavailable } = history
  const { service, texts } = context
  const permission = (why: string) => why.replace(/^allow | on .*$/g, '')
  const reasons = unavailable.filter(why => !texts.some(text => text.includes(permission(why))))
  const missing =
    reasons.length > 0 ? [`Not all of the last deployments could be read: ${plain(reasons.join('; '))}.`] : []
  if (deployments.length === 0) return missing
  const rows = deployments.map(past => row(past, { ...context, serves: serving.includes(past) }))
  const body = table(['revision', 'result', 'started (UTC)', 'image', 'commit', 'deployment'], rows)
  return [fold(title(deployments.length, service.name), [body, ...missing].join('\n\n'))]
}

function title(count: number, name: string): string {
  return count === 1 ? `The only deployment of ${name} so far` : `The last ${count} deployments of ${name}`
}

interface RowContext extends Omit<HistoryContext, 'texts'> {
  readonly serves: boolean
}

function row(past: PastDeployment, { serves, service, reporter, own }: RowContext): string[] {
  const { arn, createdAt, taskDefinition, provenance } = past
  const run = runLink(provenance, reporter)
  const revision = taskDefinition ? revisionCode(taskDefinition) : '?'
  return [
    serves ? `**${revision}**` : revision,
    `${serves ? '**serves**, ' : ''}${ended(past, own)}`,
    createdAt === undefined ? '' : formatTimestamp(createdAt).replace(' UTC', ''),
    pastImages(past),
    commitCode(provenance, reporter) + (run ? ` ([run](${run}))` : ''),
    deploymentCode(arn, deploymentLink(service.arn, service.clusterArn, arn)),
  ]
}

function ended(past: PastDeployment, own: Own | undefined): string {
  const { arn, stage, createdAt, finishedAt } = past
  const isTimed = createdAt !== undefined && finishedAt !== undefined && stage !== 'ongoing'
  const flaw = own?.arn === arn && stage === 'successful' ? own.flaw : undefined
  // A flaw shows after ECS has completed it.
  const isOwnEnd = own?.arn === arn && flaw === undefined
  const took = isTimed ? ` after ${formatElapsed(isOwnEnd ? own.took : finishedAt - createdAt)}` : ''
  const text = flaw === undefined ? `${stageTexts[stage]}${took}` : `completed${took}, but ${flaw}`
  return `${text}${rollback(past)}`
}
