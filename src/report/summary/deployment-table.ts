import { revisionName } from '../../core/ecs/arn.js'
import { deploymentLink, revisionLink } from '../../core/ecs/console-links.js'
import type { History, PastDeployment } from '../../core/outcome/history.js'
import { outcomes } from '../../core/outcome/outcomes.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { serves, servingRevisions, tasksIn } from '../../core/outcome/serving.js'
import type { ServicePlan } from '../../core/plan/plan.js'
import type { ImageSource, PlannedImage } from '../../core/plan/revision-plan.js'
import type { Provenance } from '../../core/task-definition/tags.js'
import { formatElapsed } from '../../core/text/duration.js'
import type { WatchResult } from '../../core/watch/watch-result.js'
import { commitCode } from '../markdown/commit-link.js'
import { deploymentCode, link, table } from '../markdown/markdown.js'
import { tasksText } from '../messages/serving-text.js'
import { pastImages } from './past-images.js'
import { images, previousImages } from './plan-details.js'

export interface ReportContext {
  /** the run that reports */
  readonly run: Provenance
  /** that the step is set to */
  readonly region?: string | undefined
  readonly history: History | undefined
}

type DeployedName = WatchResult['kind']

export interface TableSubject {
  readonly rollout: Rollout
  readonly name: DeployedName
  /** a revision that took over and may not serve yet */
  readonly competing: string | undefined
  readonly images: readonly PlannedImage[]
  /** of the images */
  readonly imageSource: ImageSource
}

/** On a narrow screen, only the first columns are visible. */
const head = ['revision', 'result', 'image', 'commit', 'deployment']

export function deploymentTable(subject: TableSubject, context: ReportContext): string {
  const { competing, name, rollout } = subject
  const { serving, tracked } = rollout
  const rows = [ownRow(subject, context)]
  const add = (revision: string, result: string, isBold: boolean) => {
    rows.push([revisionCell(revision, isBold), result, ...pastCells(subject, revision, context)])
  }
  if (competing && !serves(serving, competing))
    add(competing, joined('took over', countOf(rollout, competing)), true)
  for (const { taskDefinition } of servingRevisions(serving))
    if (taskDefinition !== tracked.taskDefinition)
      add(taskDefinition, joined('**serves**', countOf(rollout, taskDefinition)), true)
  const { previous } = tracked
  if (previous && !serves(serving, previous)) add(previous, previousText(name, rollout, previous), false)
  return table(head, rows)
}

function ownRow(
  { images: planned, imageSource, name, rollout }: TableSubject,
  { run }: ReportContext,
): string[] {
  const { plan, serving, tracked } = rollout
  return [
    revisionCell(tracked.taskDefinition, serves(serving, tracked.taskDefinition)),
    ownText(name, rollout),
    images(planned),
    commitCode(imageSource, run),
    deploymentIds(rollout, plan),
  ]
}

/** `**serves**, 2 of 2 healthy by 1:44, completed after 3:24`; `failed after 3:24, 0 of 2 healthy` */
function ownText(name: DeployedName, rollout: Rollout): string {
  const { endedAt, healthyBy, serving, tracked } = rollout
  const took = formatElapsed(endedAt - tracked.startedAt)
  const tasks = countOf(rollout, tracked.taskDefinition)
  const isServing = serves(serving, tracked.taskDefinition)
  const isTakenBack = name === 'rolled-back' && rollout.takeBack !== undefined
  const result = isTakenBack ? `taken back after ${took}` : resultTexts[name](took)
  if (name !== 'succeeded') return joined(result, isServing ? '**serves**' : '', tasks)
  // Scaled up for the rollout only, it does not serve afterwards.
  if (!isServing) return joined(`came up after ${took}`, tasks)
  if (healthyBy === undefined) return joined('**serves**', tasks, result)
  const since = `${tasks.endsWith(' healthy') ? tasks : joined(tasks, 'healthy')} by ${formatElapsed(healthyBy - tracked.startedAt)}`
  return joined('**serves**', since, result)
}

function joined(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(', ')
}

function previousText(name: DeployedName, rollout: Rollout, previous: string): string {
  if (outcomes[name].completed) return 'replaced'
  const count = countOf(rollout, previous) || (rollout.previousGone ? '0 running' : '')
  return joined('deployed before', count)
}

function revisionCell(revision: string, isBold: boolean): string {
  const name = revisionCode(revision)
  return isBold ? `**${name}**` : name
}

/** For a revision that another run deployed. */
function pastCells(
  { images: planned, rollout }: TableSubject,
  revision: string,
  { run, history }: ReportContext,
): string[] {
  const past = pastOf(history, revision)
  const image = past ? pastImages(past) : ''
  return [
    revision === rollout.tracked.previous ? previousImages(planned) : image,
    past ? commitCode(past.provenance, run) : '',
    pastIds(rollout, revision, past),
  ]
}

/** The history is read before or without a deployment that brought the revision back. */
function pastIds(rollout: Rollout, revision: string, past: PastDeployment | undefined): string {
  const { broughtBackBy: back, plan } = rollout
  if (back?.tracked.taskDefinition === revision) return deploymentIds(back, plan)
  const { service } = plan.observed
  return past ? deploymentCode(past.arn, deploymentLink(service.arn, service.clusterArn, past.arn)) : ''
}

/** `ecs-svc/6216346761948112104`, and below it the id of the service deployment */
function deploymentIds(
  { serviceDeploymentArn: arn, tracked }: Pick<Rollout, 'serviceDeploymentArn' | 'tracked'>,
  { observed: { service } }: ServicePlan,
): string {
  const url = deploymentLink(service.arn, service.clusterArn, arn)
  return `${link(tracked.deploymentId, url)}${arn ? `<br>${deploymentCode(arn)}` : ''}`
}

function pastOf(history: History | undefined, revision: string): PastDeployment | undefined {
  const own = history?.deployments.filter(({ taskDefinition }) => taskDefinition === revision)
  return own?.find(({ stage }) => stage === 'successful') ?? own?.[0]
}

export function revisionCode(arn: string): string {
  return link(revisionName(arn), revisionLink(arn))
}

function countOf({ desiredCount, serving }: Rollout, revision: string): string {
  const tasks = tasksIn(serving, revision)
  return tasks ? tasksText(tasks, desiredCount) : ''
}

const resultTexts: Readonly<Record<DeployedName, (took: string) => string>> = {
  succeeded: took => `completed after ${took}`,
  idle: took => `completed after ${took}, without a task`,
  unknown: took => `unknown after ${took}`,
  paused: took => `paused after ${took}`,
  started: took => (took === '0:00' ? 'started, not watched' : `in progress after ${took}`),
  'rolled-back': took => `rolled back after ${took}`,
  failed: took => `failed after ${took}`,
  superseded: took => `superseded after ${took}`,
  'timed-out': took => `timed out after ${took}`,
  cancelled: took => `cancelled after ${took}`,
}
