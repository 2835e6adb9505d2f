/** What this action needs of the outside world. Adapters implement it; deploy/ and run.ts know nothing else. */

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
  /** for the repository of this run, with this token */
  readonly github: (token: string) => GitHub
  readonly registry: Registry
  readonly loadBalancers: LoadBalancers
  /** aborted when the workflow is canceled */
  readonly canceled: AbortSignal
}

/** Whether a read is sent again after a transient error, or that is left to the next poll. */
export type ReadMode = 'retry' | 'once'

/** Amazon ECS. Every method raises only ApiErrors. Reads may be repeated; changes are sent once (docs/adr/0006). */
export interface Ecs {
  /** the region in use, if one is configured */
  region(): Promise<string | undefined>
  describeService(target: Target, mode: ReadMode): Promise<Service | 'missing'>
  /** the definition as ECS sent it, with members that the SDK does not know */
  describeTaskDefinition(name: string, mode?: ReadMode): Promise<TaskDefinitionAnswer>
  /** the service deployment of this classic deployment, once it is listed; its status, no details */
  findServiceDeployment(target: Target, deploymentId: string): Promise<ServiceDeployment | undefined>
  describeServiceDeployment(arn: string): Promise<ServiceDeployment | undefined>
  /** the newest first; one that has just begun may be missing; their status, no details */
  listServiceDeployments(target: Target): Promise<readonly ServiceDeployment[]>
  /** at most 20; those that are gone are left out */
  describeServiceRevisions(arns: readonly string[]): Promise<readonly ServiceRevision[]>
  hasRollbackInProgress(target: Target): Promise<boolean>
  /** the ARNs of tasks of the service that stopped within about the last hour, or of tasks of this deployment that are to run */
  listTasks(target: Target, which: 'stopped' | { readonly startedBy: string }): Promise<readonly string[]>
  /** those that ECS has forgotten are left out */
  describeTasks(target: Target, arns: readonly string[]): Promise<readonly Task[]>
  /** sends the definition as it is, with members that the SDK does not know */
  registerTaskDefinition(definition: JsonObject): Promise<{ readonly arn: string; readonly revision: string }>
  updateService(change: ServiceChange): Promise<Service>
  /** starts no deployment; idempotent */
  setDesiredCount(target: Target, desiredCount: number): Promise<void>
  /** with stopType ROLLBACK; idempotent */
  stopServiceDeployment(arn: string): Promise<void>
  /** with at most so many requests for each read that is retried */
  trying(attempts: number): Ecs
  /** what RegisterTaskDefinition takes, as far as this release knows */
  readonly taskDefinitionShape: Shape
}

export interface TaskDefinitionAnswer {
  readonly arn: string
  readonly definition: JsonObject
  readonly tags: Json | undefined
}

/** One UpdateService call. Absent members are not sent. */
export interface ServiceChange {
  readonly target: Target
  readonly taskDefinition: string
  readonly update: ServiceUpdate
}

/** CloudWatch. Raises only ApiErrors. */
export interface Alarms {
  /** those that exist, by name */
  describe(names: readonly string[]): Promise<ReadonlyMap<string, Alarm>>
}

/** Application Auto Scaling. Raises only ApiErrors. */
export interface Scaling {
  /** the bounds of the desired count; nothing if it does not scale the service */
  boundsOf(cluster: string, service: string): Promise<ScalingBounds | undefined>
}

/** CloudWatch Logs. Raises only ApiErrors. */
export interface Logs {
  /** the last lines of a stream, oldest first, without control codes */
  tail(
    place: { readonly region: string; readonly group: string; readonly stream: string },
    lines: number,
  ): Promise<readonly string[] | 'no-group' | 'no-stream'>
}

/** GitHub's REST API. Every method gives up soon and raises only ApiErrors, with GitHub's own name of the operation. */
export interface GitHub {
  /** the ids of comments that the token's owner wrote and that begin with this text, oldest first */
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

/** Private registries of Amazon ECR, in every account and region. Raises only ApiErrors. */
export interface Registry {
  /** with the configuration of the build for this platform, where there is one */
  describe(image: EcrImage, platform: Platform | undefined): Promise<RegistryImage>
}

/** Elastic Load Balancing. Raises only ApiErrors. */
export interface LoadBalancers {
  /** those that exist */
  targetGroups(arns: readonly string[]): Promise<readonly TargetGroup[]>
  /** of every target that is registered now; sent once */
  targetHealth(group: string): Promise<readonly TargetHealth[]>
}

/** Time and randomness. */
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
  /** writes a file that only this job's user can read, outside the workspace; returns its path, or nothing if it cannot */
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

/** The environment of the step. */
export interface Step {
  /** of the environment itself */
  readonly problems: readonly Problem[]
  /** the name of the event that started this run */
  readonly event: string | undefined
  /** AWS credentials are configured: if they or the region are missing, that is a mistake and not a fork */
  readonly hasCredentials: true | undefined
  /** the URL of this action's docs at the version that runs, without a slash at its end */
  readonly pages: string | undefined
}

/** The GitHub Actions runner. */
export interface Runner {
  /** the commit that this run deploys */
  readonly commit: string | undefined
  /** repository, URL and actor of this run, as far as they are known */
  readonly run: Omit<Provenance, 'commit'>
  /** the pull request whose event started this run */
  readonly pullRequest: PullRequest | undefined
  /** the input with the blanks around it; empty means absent */
  input(name: string): string
  /** hides a value in everything that the runner shows */
  mask(secret: string): void
  log(line: string): void
  /** shown only with debug logging */
  debug(line: string): void
  /** opens a foldable group in the log; the next call closes it, as does `ungroup` */
  group(title: string): void
  ungroup(): void
  annotate(annotation: Annotation): void
  output(name: string, value: string): void
  /** for the post step; the last value counts */
  saveState(name: string, value: string): void
  /** appends Markdown to the job summary */
  summary(markdown: string): Promise<void>
}
