import { resourceName, revisionName } from '../../core/ecs/arn.js'
import type { History, PastDeployment } from '../../core/outcome/history.js'
import { outcomes } from '../../core/outcome/outcomes.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import type { PlannedImage } from '../../core/plan/plan.js'
import type { Provenance } from '../../core/task-definition/tags.js'
import { formatElapsed } from '../../core/text/duration.js'
import type { WatchResult } from '../../core/watch/watch-result.js'
import { commitCode } from '../markdown/commit-link.js'
import { deploymentLink, revisionLink } from '../markdown/console-links.js'
import { code, link, table } from '../markdown/markdown.js'
import { pastImages } from './past-images.js'
import { images, previousImages } from './plan-details.js'

export interface ReportContext {
  /** the run that reports */
  readonly run: Provenance
  readonly history: History | undefined
}

type DeployedName = WatchResult['kind'] | 'started'

export interface TableSubject {
  readonly rollout: Rollout
  readonly name: DeployedName
  /** a revision that took over and may not serve yet */
  readonly competing: string | undefined
  readonly images: readonly PlannedImage[]
}

const head = ['', 'revision', 'image', 'commit', 'deployment', '']

export function deploymentTable(subject: TableSubject, context: ReportContext): string {
  const { competing, rollout } = subject
  const { serving, tracked } = rollout
  const rows = [ownRow(subject, context)]
  const add = (label: string, revision: string | undefined, isBold = false) => {
    if (revision) rows.push(otherRow(subject, context, { label, revision, isBold }))
  }
  if (competing !== serving) add('replaced by', competing, true)
  if (serving !== tracked.taskDefinition) add('**serves**', serving, true)
  if (serving !== tracked.previous) add('before', tracked.previous)
  return table(head, rows)
}

function ownRow({ images: planned, name, rollout }: TableSubject, { run }: ReportContext): string[] {
  const { endedAt, plan, serving, tracked, serviceDeploymentArn: arn } = rollout
  const { service } = plan.observed
  const serves = serving === tracked.taskDefinition
  const url = deploymentLink(service.arn, service.clusterArn, arn)
  const ids = `${link(tracked.deploymentId, url)}${arn ? `<br>${code(resourceName(arn))}` : ''}`
  const result = resultTexts[name](formatElapsed(endedAt - tracked.startedAt), serves)
  const tasks = serves ? servingText(rollout) : ''
  return [
    ownLabel(name, serves),
    revisionCode(tracked.taskDefinition),
    images(planned),
    commitCode(run, run),
    ids,
    tasks ? `${result}, ${tasks}` : result,
  ]
}

interface OtherRevision {
  readonly label: string
  readonly revision: string
  readonly isBold: boolean
}

function otherRow(
  subject: TableSubject,
  context: ReportContext,
  { label, revision, isBold }: OtherRevision,
): string[] {
  const name = revisionCode(revision)
  const cells = pastCells(subject, revision, context)
  return [label, isBold ? `**${name}**` : name, ...cells, otherTasks(subject, revision)]
}

function otherTasks({ name, rollout }: TableSubject, revision: string): string {
  if (revision === rollout.serving) return servingText(rollout)
  // After a success the previous revision should have no tasks.
  const isGone = rollout.previousGone && !outcomes[name].completed
  return isGone && revision === rollout.tracked.previous ? '0 running' : ''
}

/** Running tasks may not serve, if their revision did not succeed. */
function ownLabel(name: DeployedName, serves: boolean): string {
  if (name === 'succeeded' && serves) return '**serves**'
  return outcomes[name].completed ? 'deployed' : 'tried'
}

/** For a revision that another run deployed. */
function pastCells(
  { images: planned, rollout }: TableSubject,
  revision: string,
  { run, history }: ReportContext,
): string[] {
  const past = pastOf(history, revision)
  const { service } = rollout.plan.observed
  const image = past ? pastImages(past) : ''
  return [
    revision === rollout.tracked.previous ? previousImages(planned) : image,
    past ? commitCode(past.provenance, run) : '',
    past ? link(resourceName(past.arn), deploymentLink(service.arn, service.clusterArn, past.arn)) : '',
  ]
}

function pastOf(history: History | undefined, revision: string): PastDeployment | undefined {
  const own = history?.deployments.filter(({ taskDefinition }) => taskDefinition === revision)
  return own?.find(({ stage }) => stage === 'successful') ?? own?.[0]
}

export function revisionCode(arn: string): string {
  return link(revisionName(arn), revisionLink(arn))
}

/** `2 of 2 healthy`; `running` without a load balancer */
function servingText({ servingTasks }: Rollout): string {
  if (!servingTasks) return ''
  const { running, healthy, wanted } = servingTasks
  return healthy === undefined ? `${running} of ${wanted} running` : `${healthy} of ${wanted} healthy`
}

const resultTexts: Readonly<Record<DeployedName, (took: string, serves: boolean) => string>> = {
  // See `succeeded` in heading.ts.
  succeeded: (took, serves) => `${serves ? 'serves' : 'came up'} after ${took}`,
  idle: took => `completed after ${took}, without a task`,
  unknown: took => `unknown after ${took}`,
  started: () => 'not watched',
  'rolled-back': took => `rolled back after ${took}`,
  failed: took => `failed after ${took}`,
  superseded: took => `superseded after ${took}`,
  'timed-out': took => `timed out after ${took}`,
  cancelled: took => `cancelled after ${took}`,
}
