/**
 * What serves at the end: by traffic weights where the strategy shifts traffic, and by healthy targets and containers. A
 * running task need not serve: it may be unhealthy, have just started, or drain (docs/adr/0036).
 */
import type { Service } from '../ecs/service.js'
import { type Health, healthOf, runningTasksOf, type ServingEvidence } from './revision-health.js'

export interface RevisionTasks {
  readonly taskDefinition: string
  readonly running: number
  /** undefined: not known, or nothing checks it */
  readonly healthy: number | undefined
  /** percent, where the strategy shifts traffic */
  readonly traffic: number | undefined
}

/** `others`: run, and do not serve as far as is known */
export type Serving =
  | {
      readonly kind: 'revisions'
      /** newest first */
      readonly revisions: readonly [RevisionTasks, ...RevisionTasks[]]
      readonly others: readonly RevisionTasks[]
    }
  | { readonly kind: 'none'; readonly others: readonly RevisionTasks[] }
  | { readonly kind: 'unknown'; readonly others: readonly RevisionTasks[] }

export const unknownServing: Serving = { kind: 'unknown', others: [] }
export const nothingServes: Serving = { kind: 'none', others: [] }

export function whatServes(evidence: ServingEvidence): Serving {
  const { service } = evidence
  if (service.desiredCount === 0) return nothingServes
  const found = revisionsIn(service)
    .map(taskDefinition => stateOf(evidence, taskDefinition))
    .filter(({ tasks }) => tasks.running > 0)
  const revisions = found.filter(({ serves }) => serves === true).map(({ tasks }) => tasks)
  const others = found.filter(({ serves }) => serves !== true).map(({ tasks }) => tasks)
  const [first, ...more] = revisions
  if (first) return { kind: 'revisions', revisions: [first, ...more], others }
  return { kind: found.some(({ serves }) => serves === undefined) ? 'unknown' : 'none', others }
}

/** After a verified success. */
export function servesAlone(evidence: ServingEvidence, taskDefinition: string): Serving {
  const { tasks } = stateOf(evidence, taskDefinition)
  return { kind: 'revisions', revisions: [tasks], others: [] }
}

function revisionsIn({ deployments }: Service): string[] {
  return [...new Set(deployments.map(({ taskDefinition }) => taskDefinition))]
}

interface RunningRevision {
  readonly tasks: RevisionTasks
  /** undefined: not known */
  readonly serves: boolean | undefined
}

function stateOf(evidence: ServingEvidence, taskDefinition: string): RunningRevision {
  const running = runningTasksOf(evidence, taskDefinition)
  const health = healthOf(evidence, taskDefinition)
  const traffic = trafficOf(evidence, taskDefinition)
  const tasks = { taskDefinition, running, healthy: health.healthy, traffic }
  if (traffic === 0) return { tasks, serves: false }
  // ECS shifts traffic once the tasks are healthy.
  const isLikely = traffic !== undefined || isCompleted(evidence, taskDefinition)
  return { tasks, serves: areServing(health) ?? (isLikely || undefined) }
}

function areServing({ healthy, presumed }: Health): boolean | undefined {
  if (healthy !== undefined) return healthy > 0
  return presumed === undefined ? undefined : presumed > 0
}

/** Where nothing more is known: its tasks were healthy once. */
function isCompleted({ service }: ServingEvidence, taskDefinition: string): boolean {
  return service.deployments.some(
    one => one.taskDefinition === taskDefinition && one.rolloutState === 'COMPLETED' && one.runningCount > 0,
  )
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRevisionSummary.html */
function trafficOf(
  { service, tracked, trafficWeight }: ServingEvidence,
  taskDefinition: string,
): number | undefined {
  if (service.strategy === 'ROLLING' || trafficWeight === undefined) return undefined
  if (taskDefinition === tracked.taskDefinition) return trafficWeight
  const others = revisionsIn(service).filter(one => one !== tracked.taskDefinition)
  const rest = 100 - trafficWeight
  return others.length === 1 || rest === 0 ? rest : undefined
}

export function servingRevisions(serving: Serving): readonly RevisionTasks[] {
  return serving.kind === 'revisions' ? serving.revisions : []
}

export function serves(serving: Serving, taskDefinition: string): boolean {
  return servingRevisions(serving).some(one => one.taskDefinition === taskDefinition)
}

export function isOnlyServing(serving: Serving, taskDefinition: string): boolean {
  return serves(serving, taskDefinition) && servingRevisions(serving).length === 1
}

/** Also if they do not serve. */
export function tasksIn(serving: Serving, taskDefinition: string): RevisionTasks | undefined {
  return [...servingRevisions(serving), ...serving.others].find(one => one.taskDefinition === taskDefinition)
}
