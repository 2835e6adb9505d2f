import { resourceName } from '../../core/ecs/arn.js'
import type { Service } from '../../core/ecs/service.js'
import type { DeploymentStage } from '../../core/ecs/service-deployment.js'
import type { History, PastDeployment } from '../../core/outcome/history.js'
import type { Provenance } from '../../core/task-definition/tags.js'
import { formatElapsed } from '../../core/text/duration.js'
import { commitCode, runLink } from '../markdown/commit-link.js'
import { deploymentLink } from '../markdown/console-links.js'
import { fold, link, plain, table } from '../markdown/markdown.js'
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
}

export interface HistoryContext {
  readonly service: Service
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
  const rows = deployments.map(past => row(past, { ...context, serves: past === serving }))
  const body = table(['begun (UTC)', 'revision', 'image', 'commit', 'deployment', 'ended'], rows)
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
    createdAt === undefined ? '' : moment(createdAt),
    serves ? `**${revision}**` : revision,
    pastImages(past),
    commitCode(provenance, reporter) + (run ? ` ([run](${run}))` : ''),
    link(resourceName(arn), deploymentLink(service.arn, service.clusterArn, arn)),
    `${serves ? '**serves**, ' : ''}${ended(past, own)}`,
  ]
}

function ended(past: PastDeployment, own: Own | undefined): string {
  const { arn, stage, createdAt, finishedAt } = past
  const isTimed = createdAt !== undefined && finishedAt !== undefined && stage !== 'ongoing'
  const took = isTimed ? ` after ${formatElapsed(own?.arn === arn ? own.took : finishedAt - createdAt)}` : ''
  return `${stageTexts[stage]}${took}${rollback(past)}`
}

function moment(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ')
}
