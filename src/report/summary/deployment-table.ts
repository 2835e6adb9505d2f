import { revisionName } from '../../core/ecs/arn.js'
import { deploymentLink, revisionLink } from '../../core/ecs/console-links.js'
import type { History, PastDeployment } from '../../core/outcome/history.js'
import { outcomes } from '../../core/outcome/outcomes.js'
import type { Rollout } from '../../core/outcome/rollout.js'
import { serves, servingRevisions, tasksIn } from '../../core/outcome/serving.js'
import type { ImageSource, PlannedImage } from '../../core/plan/plan.js'
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
const head = ['', 'result', 'revision', 'image', 'commit', 'deployment']

export function deploymentTable(subject: TableSubject, context: ReportContext): string {
  const { competing, rollout } = subject
  const { serving, tracked } = rollout
  const rows = [ownRow(subject, context)]
  const add = (label: string, revision: string | undefined, isBold = false) => {
    if (revision) rows.push(otherRow(subject, context, { label, revision, isBold }))
  }
  if (competing && !serves(serving, competing)) add('replaced by', competing, true)
  for (const { taskDefinition } of servingRevisions(serving))
    if (taskDefinition !== tracked.taskDefinition) add('**serves**', taskDefinition, true)
  if (tracked.previous && !serves(serving, tracked.previous)) add('before', tracked.previous)
  return table(head, rows)
}

function ownRow(
  { images: planned, imageSource, name, rollout }: TableSubject,
  { run }: ReportContext,
): string[] {
  const { endedAt, plan, serving, tracked, serviceDeploymentArn: arn } = rollout
  const { service } = plan.observed
  const isServing = serves(serving, tracked.taskDefinition)
  const url = deploymentLink(service.arn, service.clusterArn, arn)
  const ids = `${link(tracked.deploymentId, url)}${arn ? `<br>${deploymentCode(arn)}` : ''}`
  const result = resultTexts[name](formatElapsed(endedAt - tracked.startedAt), isServing)
  const tasks = countOf(rollout, tracked.taskDefinition)
  return [
    ownLabel(name, isServing),
    tasks ? `${result}, ${tasks}` : result,
    revisionCode(tracked.taskDefinition),
    images(planned),
    commitCode(imageSource, run),
    ids,
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
  return [label, otherTasks(subject, revision), isBold ? `**${name}**` : name, ...cells]
}

function otherTasks({ name, rollout }: TableSubject, revision: string): string {
  const count = countOf(rollout, revision)
  if (count) return count
  // After a success the previous revision should have no tasks.
  const isGone = rollout.previousGone && !outcomes[name].completed
  return isGone && revision === rollout.tracked.previous ? '0 running' : ''
}

/** Nothing has gone wrong. */
const goesOn: readonly DeployedName[] = ['paused', 'started']

function ownLabel(name: DeployedName, isServing: boolean): string {
  if (name === 'succeeded' && isServing) return '**serves**'
  if (outcomes[name].completed) return 'deployed'
  const label = goesOn.includes(name) ? 'deploying' : 'tried'
  return isServing ? `${label}, **serves**` : label
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
    past ? deploymentCode(past.arn, deploymentLink(service.arn, service.clusterArn, past.arn)) : '',
  ]
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

const resultTexts: Readonly<Record<DeployedName, (took: string, isServing: boolean) => string>> = {
  // See `succeeded` in heading.ts.
  succeeded: (took, isServing) => `${isServing ? 'serves' : 'came up'} after ${took}`,
  idle: took => `completed after ${took}, without a task`,
  unknown: took => `unknown after ${took}`,
  paused: took => `paused after ${took}`,
  started: took => (took === '0:00' ? 'not watched' : `in progress after ${took}`),
  'rolled-back': took => `rolled back after ${took}`,
  failed: took => `failed after ${took}`,
  superseded: took => `superseded after ${took}`,
  'timed-out': took => `timed out after ${took}`,
  cancelled: took => `cancelled after ${took}`,
}
