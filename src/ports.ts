/** What this action needs of the world, in its own words. Adapters fulfil it; deploy/ and run.ts know nothing else. */
import type { Annotation } from './core/annotation.js'
import type { Json, JsonObject } from './core/json.js'
import type { Position } from './core/problem.js'
import type { ServiceUpdate } from './core/service/rollout.js'
import type { Service, Target } from './core/service/service.js'
import type {
  ListedDeployment,
  ServiceDeployment,
  ServiceRevision,
} from './core/service/service-deployment.js'
import type { Task } from './core/service/task.js'
import type { Alarm } from './core/surroundings/alarm.js'
import type { ScalingBounds } from './core/surroundings/surroundings.js'
import type { Document } from './core/task-definition/document.js'
import type { Shape } from './core/task-definition/shape.js'
import type { Provenance } from './core/task-definition/tags.js'

export interface Ports {
  readonly ecs: Ecs
  readonly clock: Clock
  readonly workspace: Workspace
  readonly runner: Runner
  readonly alarms: Alarms
  readonly scaling: Scaling
  readonly logs: Logs
  /** aborted when the workflow is cancelled */
  readonly cancelled: AbortSignal
}

/** How a read meets throttling and passing errors: tried again with back-off, or left to the next look. */
export type Patience = 'patient' | 'once'

/**
 * Amazon ECS. Every method raises `Fault` and nothing else. Reads may be repeated; changes are sent exactly once
 * (docs/adr/0006).
 */
export interface Ecs {
  describeService(target: Target, patience: Patience): Promise<Service | 'missing'>
  /** the definition as ECS sent it, members that the SDK does not know included */
  describeTaskDefinition(name: string, patience?: Patience): Promise<TaskDefinitionAnswer>
  /** the ARN of a deployment of this service that deploys this classic deployment's revision, once it is listed */
  findServiceDeployment(target: Target, deploymentId: string): Promise<string | undefined>
  describeServiceDeployment(arn: string): Promise<ServiceDeployment | undefined>
  /** a few deployments of this service, newest first; one that has just begun may be missing */
  listServiceDeployments(target: Target): Promise<readonly ListedDeployment[]>
  /** by ARN, at most 20; one that is gone is left out */
  describeServiceRevisions(arns: readonly string[]): Promise<readonly ServiceRevision[]>
  /** whether a service deployment of this service is being rolled back */
  hasRollbackInProgress(target: Target): Promise<boolean>
  /** tasks that this deployment started and that are up, or that have stopped within about the last hour */
  tasksOf(target: Target, deploymentId: string, which: 'running' | 'stopped'): Promise<readonly Task[]>
  /** sends the definition byte for byte as given */
  registerTaskDefinition(definition: JsonObject): Promise<{ readonly arn: string; readonly revision: string }>
  updateService(change: ServiceChange): Promise<Service>
  /** starts no deployment; doing it twice is doing it once */
  setDesiredCount(target: Target, desiredCount: number): Promise<void>
  /** with stopType ROLLBACK; doing it twice is doing it once */
  stopServiceDeployment(arn: string): Promise<void>
  /** what RegisterTaskDefinition takes, as far as this release knows it */
  readonly taskDefinitionShape: Shape
}

export interface TaskDefinitionAnswer {
  readonly arn: string
  readonly definition: JsonObject
  readonly tags: Json | undefined
}

/** The members of one UpdateService call. What is absent is not sent. */
export interface ServiceChange {
  readonly target: Target
  readonly taskDefinition: string
  readonly update: ServiceUpdate
}

/** CloudWatch. Raises Fault. */
export interface Alarms {
  /** by name: those that exist */
  describe(names: readonly string[]): Promise<ReadonlyMap<string, Alarm>>
}

/** Application Auto Scaling. Raises Fault. */
export interface Scaling {
  /** the bounds that it keeps the desired count in; nothing where it does not scale the service */
  boundsOf(cluster: string, service: string): Promise<ScalingBounds | undefined>
}

/** CloudWatch Logs. Raises Fault. */
export interface Logs {
  /** the last lines of a stream, oldest first, without control codes */
  tail(
    place: { readonly region: string; readonly group: string; readonly stream: string },
    lines: number,
  ): Promise<readonly string[] | 'no-group' | 'no-stream'>
}

/** Time and chance. */
export interface Clock {
  /** milliseconds since the epoch */
  now(): number
  /** ends early when `until` is aborted */
  sleep(milliseconds: number, until?: AbortSignal): Promise<void>
  /** at least 0, less than 1 */
  random(): number
}

/** The files of the job. */
export interface Workspace {
  /** reads a JSON or YAML file, by a path relative to the workspace or absolute */
  readDocument(path: string): Promise<Document | Unreadable>
  /** writes a file that only this job's user can read, outside the workspace; answers its path, or nothing if it cannot */
  writeTemporary(name: string, content: string): Promise<string | undefined>
}

export interface Unreadable {
  readonly problem: string
  readonly at?: Position
}

/** The GitHub Actions runner. */
export interface Runner {
  /** the commit that this run deploys */
  readonly commit: string | undefined
  /** repository, address and actor of this run, as far as they are known */
  readonly run: Omit<Provenance, 'commit'>
  /** the input as given, blanks around it included; empty means absent */
  input(name: string): string
  log(line: string): void
  /** only shown where the workflow runs with debug logging */
  debug(line: string): void
  /** opens a foldable group in the log; the next call closes it, as does `ungroup` */
  group(title: string): void
  ungroup(): void
  annotate(annotation: Annotation): void
  output(name: string, value: string): void
  /** keeps a value for the post step; the last one counts */
  saveState(name: string, value: string): void
  /** appends Markdown to the job summary */
  summary(markdown: string): Promise<void>
}
