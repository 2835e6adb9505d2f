/** Which deployment runs which revision: what was tried, and what serves. */
import { resourceName, revisionName } from '../../core/ecs/arn.js'
import type { History, PastDeployment } from '../../core/outcome/history.js'
import type { Rollout } from '../../core/outcome/outcome.js'
import { type OutcomeName, outcomes } from '../../core/outcome/outcomes.js'
import type { Provenance } from '../../core/task-definition/tags.js'
import { formatElapsed } from '../../core/text/duration.js'
import { commitCode } from '../markdown/commit-link.js'
import { deploymentLink, revisionLink } from '../markdown/console-links.js'
import { code, link, table } from '../markdown/markdown.js'
import { pastImages } from './past-images.js'
import { images, previousImages } from './plan-details.js'

/** What a report knows beside the outcome. */
export interface ReportContext {
  /** the run that reports */
  readonly run: Provenance
  readonly history: History | undefined
}

export interface TableResult {
  readonly name: OutcomeName
  /** the revision of a deployment that took over, which may not serve yet */
  readonly competing: string | undefined
}

const head = ['', 'revision', 'image', 'commit', 'deployment', '']

export function deploymentTable(
  rollout: Rollout,
  { name, competing }: TableResult,
  told: ReportContext,
): string {
  const { registered, tracked, serving, plan } = rollout
  const took = formatElapsed(rollout.endedAt - tracked.startedAt)
  const arn = rollout.serviceDeploymentArn
  const { service } = plan.observed
  const url = deploymentLink(service.arn, service.clusterArn, arn)
  const ids = `${link(tracked.deploymentId, url)}${arn ? `<br>${code(resourceName(arn))}` : ''}`
  const ours = [revisionCode(registered.arn), images(plan.images), commitCode(told.run, told.run), ids]
  const serves = serving === registered.arn
  const result = resultText(name, took, serves)
  const seen = servingText(rollout)
  // After a success it is as it should be.
  const gone = rollout.previousGone && !outcomes[name].completed ? '0 running' : ''
  const other = (label: string, revision: string | undefined, format = (text: string) => text) =>
    revision
      ? [
          [
            label,
            format(revisionCode(revision)),
            ...pastCells(rollout, revision, told),
            revision === serving ? seen : revision === tracked.previous ? gone : '',
          ],
        ]
      : []
  const bold = (text: string) => `**${text}**`
  return table(head, [
    [ownLabel(name, serves), ...ours, serves && seen ? `${result}, ${seen}` : result],
    ...(competing === serving ? [] : other('replaced by', competing, bold)),
    ...(serves ? [] : other('**serves**', serving, bold)),
    ...(serving === tracked.previous ? [] : other('before', tracked.previous)),
  ])
}

/** That its tasks are the only ones that run does not make a service of a revision that failed or was not decided. */
function ownLabel(name: OutcomeName, serves: boolean): string {
  if (name === 'succeeded' && serves) return '**serves**'
  return outcomes[name].completed ? 'deployed' : 'tried'
}

/** Image, commit and deployment of a revision that was deployed by another run. */
function pastCells({ tracked, plan }: Rollout, revision: string, { run, history }: ReportContext): string[] {
  const past = pastOf(history, revision)
  const { service } = plan.observed
  return [
    revision === tracked.previous ? previousImages(plan.images) : past ? pastImages(past) : '',
    past ? commitCode(past.provenance, run) : '',
    past ? link(resourceName(past.arn), deploymentLink(service.arn, service.clusterArn, past.arn)) : '',
  ]
}

/** The deployment that brought the revision. */
function pastOf(history: History | undefined, revision: string): PastDeployment | undefined {
  const own = history?.deployments.filter(({ taskDefinition }) => taskDefinition === revision)
  return own?.find(({ stage }) => stage === 'successful') ?? own?.[0]
}

/** `web:8`, leading to its page in the console. */
export function revisionCode(arn: string): string {
  return link(revisionName(arn), revisionLink(arn))
}

/** `2 of 2 healthy`, or `running` where no load balancer was asked; nothing where it was not seen. */
function servingText({ servingTasks }: Rollout): string {
  if (!servingTasks) return ''
  const { running, healthy, wanted } = servingTasks
  return healthy === undefined ? `${running} of ${wanted} running` : `${healthy} of ${wanted} healthy`
}

function resultText(name: OutcomeName, took: string, serves: boolean): string {
  // A service that was only woken for the rollout serves nobody afterwards.
  if (name === 'succeeded') return `${serves ? 'serves' : 'came up'} after ${took}`
  if (name === 'idle') return `completed after ${took}, without a task`
  if (name === 'unknown') return `lost from sight after ${took}`
  return name === 'started' ? 'not watched' : `${outcomes[name].label} after ${took}`
}
