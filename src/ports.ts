/** What this action needs of the world, in its own words. Adapters fulfil it; deploy/ and run.ts know nothing else. */

import type { Service, Target } from './core/ecs/service.js'
import type { ServiceDeployment, ServiceRevision } from './core/ecs/service-deployment.js'
import type { Task } from './core/ecs/task.js'
import type { Annotation } from './core/errors/annotation.js'
import type { Position, Problem } from './core/errors/problem.js'
import type { Alarm } from './core/resources/alarm.js'
import type { RegistryImage } from './core/resources/registry-image.js'
import type { ScalingBounds } from './core/resources/related-resources.js'
import type { TargetGroup } from './core/resources/target-group.js'
import type { TargetHealth } from './core/resources/target-health.js'
import type { ServiceUpdate } from './core/settings/service-update.js'
import type { EcrImage } from './core/task-definition/image-registry.js'
import type { Platform } from './core/task-definition/platform.js'
import type { Shape } from './core/task-definition/shape.js'
import type { Provenance } from './core/task-definition/tags.js'
import type { Document } from './core/task-definition/validate.js'
import type { Json, JsonObject } from './core/text/json.js'

export interface Ports {
  readonly ecs: Ecs
  readonly clock: Clock
  readonly workspace: Workspace
  readonly runner: Runner
  readonly step: Step
  readonly alarms: Alarms
  readonly scaling: Scaling
  readonly logs: Logs
  /** answers for the repository of this run, on behalf of whom the token belongs to */
  readonly github: (token: string) => GitHub
  readonly registry: Registry
  readonly loadBalancers: LoadBalancers
  /** aborted when the workflow is cancelled */
  readonly cancelled: AbortSignal
}

/** What a read does about throttling and passing errors: it is sent again, or that is left to the next poll. */
export type ReadMode = 'retry' | 'once'

/**
 * Amazon ECS. Every method raises `Fault` and nothing else. Reads may be repeated; changes are sent exactly once
 * (docs/adr/0006).
 */
export interface Ecs {
  /** the region that is asked; absent where none is configured */
  region(): Promise<string | undefined>
  describeService(target: Target, mode: ReadMode): Promise<Service | 'missing'>
  /** the definition as ECS sent it, members that the SDK does not know included */
  describeTaskDefinition(name: string, mode?: ReadMode): Promise<TaskDefinitionAnswer>
  /** the deployment of this service that deploys this classic deployment's revision, once it is listed; its status, no details */
  findServiceDeployment(target: Target, deploymentId: string): Promise<ServiceDeployment | undefined>
  describeServiceDeployment(arn: string): Promise<ServiceDeployment | undefined>
  /** a few deployments of this service, newest first; one that has just begun may be missing; their status, no details */
  listServiceDeployments(target: Target): Promise<readonly ServiceDeployment[]>
  /** by ARN, at most 20; one that is gone is left out */
  describeServiceRevisions(arns: readonly string[]): Promise<readonly ServiceRevision[]>
  /** whether a service deployment of this service is being rolled back */
  hasRollbackInProgress(target: Target): Promise<boolean>
  /** tasks of the service that have stopped within about the last hour, or those of this deployment that are to run */
  listTasks(target: Target, which: 'stopped' | { readonly startedBy: string }): Promise<readonly string[]>
  /** tasks by their ARNs; those that ECS has forgotten are left out */
  describeTasks(target: Target, arns: readonly string[]): Promise<readonly Task[]>
  /** sends the definition byte for byte as given */
  registerTaskDefinition(definition: JsonObject): Promise<{ readonly arn: string; readonly revision: string }>
  updateService(change: ServiceChange): Promise<Service>
  /** starts no deployment; doing it twice is doing it once */
  setDesiredCount(target: Target, desiredCount: number): Promise<void>
  /** with stopType ROLLBACK; doing it twice is doing it once */
  stopServiceDeployment(arn: string): Promise<void>
  /** the same, with at most so many requests for each read that is retried */
  trying(attempts: number): Ecs
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

/**
 * GitHub's REST API. Every method sends one request, gives up soon, and raises `Fault` and nothing else, whose operation
 * is GitHub's own name of it.
 */
export interface GitHub {
  /** comments of an issue or pull request that this token's owner wrote and that begin with this text, oldest first */
  ownComments(issue: number, beginning: string): Promise<readonly number[]>
  /** answers its id */
  createComment(issue: number, body: string): Promise<number>
  updateComment(comment: number, body: string): Promise<void>
  deleteComment(comment: number): Promise<void>
  /** answers its id */
  createDeployment(deployment: GitHubDeployment): Promise<number>
  createDeploymentStatus(deployment: number, status: GitHubStatus): Promise<void>
}

/** https://docs.github.com/en/rest/deployments/deployments */
export interface GitHubDeployment {
  /** the commit */
  readonly ref: string
  readonly environment: string
  readonly description: string
  readonly payload: JsonObject
}

/** https://docs.github.com/en/rest/deployments/statuses */
export interface GitHubStatus {
  readonly state: 'in_progress' | 'success' | 'failure' | 'error' | 'inactive'
  /** at most 140 characters */
  readonly description: string
  readonly logUrl: string | undefined
  readonly environmentUrl: string | undefined
}

/** Private registries of Amazon ECR, in every account and region. Raises Fault. */
export interface Registry {
  /** with the configuration of the build for this platform, where there is one */
  describe(image: EcrImage, platform: Platform | undefined): Promise<RegistryImage>
}

/** Elastic Load Balancing. Raises Fault. */
export interface LoadBalancers {
  /** those of these target groups that exist */
  targetGroups(arns: readonly string[]): Promise<readonly TargetGroup[]>
  /** of every target that is registered there now; asked once */
  targetHealth(group: string): Promise<readonly TargetHealth[]>
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
  readonly position: Position | undefined
}

export interface PullRequest {
  readonly number: number
  /** from a fork: its runs get no secrets and a token that only reads */
  readonly fork: boolean
}

/** What the runner tells of the step itself. */
export interface Step {
  /** of the environment itself */
  readonly problems: readonly Problem[]
  /** the name of the event that started this run */
  readonly event: string | undefined
  /** credentials of AWS are meant to be there: that they or the region are missing is a mistake, not a fork */
  readonly hasCredentials: true | undefined
  /** where the pages of this action can be read, at the version that runs: an address without a slash at its end */
  readonly pages: string | undefined
}

/** The GitHub Actions runner. */
export interface Runner {
  /** the commit that this run deploys */
  readonly commit: string | undefined
  /** repository, address and actor of this run, as far as they are known */
  readonly run: Omit<Provenance, 'commit'>
  /** the pull request whose event started this run */
  readonly pullRequest: PullRequest | undefined
  /** the input as given, blanks around it included; empty means absent */
  input(name: string): string
  /** keeps a value out of everything that the runner shows */
  mask(secret: string): void
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
