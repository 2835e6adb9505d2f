/** What the action needs from outside. Services of AWS and GitHub raise only ApiErrors. */

import type { LogStream } from './core/diagnosis/log-tail.js'
import type { Service, Target } from './core/ecs/service.js'
import type { ServiceDeployment, ServiceRevision } from './core/ecs/service-deployment.js'
import type { PlacementFailure, Task } from './core/ecs/task.js'
import type { Annotation } from './core/errors/annotation.js'
import type { Position, Problem } from './core/errors/problem.js'
import type { PassedInputs } from './core/options/passed-inputs.js'
import type { PauseDecision } from './core/plan/pause-decision.js'
import type { Alarm } from './core/resources/alarm.js'
import type { RegistryImage } from './core/resources/registry-image.js'
import type { ScalingBounds } from './core/resources/related-resources.js'
import type { TargetGroup } from './core/resources/target-group.js'
import type { TargetHealth } from './core/resources/target-health.js'
import type { ServiceUpdate } from './core/settings/service-update.js'
import type { EcrImage } from './core/task-definition/image-registry.js'
import type { Platform } from './core/task-definition/platform.js'
import type { Replacement } from './core/task-definition/replacement.js'
import type { Shape } from './core/task-definition/shape.js'
import type { Provenance } from './core/task-definition/tags.js'
import type { Document } from './core/task-definition/validate.js'
import type { Json, JsonObject } from './core/text/json.js'
import type { WebAnswer } from './core/verification/web-answer.js'

export interface Ports {
  readonly ecs: Ecs
  readonly clock: Clock
  readonly workspace: Workspace
  readonly runner: Runner
  readonly step: Step
  readonly alarms: Alarms
  readonly scaling: Scaling
  readonly logs: Logs
  readonly github: (token: string, wait: GitHubWait) => GitHub
  readonly registry: Registry
  readonly loadBalancers: LoadBalancers
  readonly web: Web
  /** From then on no call to AWS runs. */
  readonly endCallsBy: (at: number) => void
  /** aborted when the workflow is canceled */
  readonly canceled: AbortSignal
}

/** `once`: the next poll reads again. */
export type ReadMode = 'retry' | 'once'

/** Changes are sent once (docs/adr/0006). */
/** Stopped within about the last hour, meant to run, or meant to run for a deployment. */
export type TasksOf = 'stopped' | 'all-running' | { readonly startedBy: string }

export interface Ecs {
  region(): Promise<string | undefined>
  describeService(target: Target, mode: ReadMode): Promise<Service | 'missing'>
  /** at most 10 of one cluster, in their order; sent once */
  describeServices(targets: readonly Target[]): Promise<readonly (Service | 'missing')[]>
  /** with members that the SDK does not know */
  describeTaskDefinition(name: string, mode?: ReadMode): Promise<TaskDefinitionAnswer>
  /** once it is listed; without details */
  findServiceDeployment(target: Target, deploymentId: string): Promise<ServiceDeployment | undefined>
  /** at most 20; missing ones are left out */
  describeServiceDeployments(arns: readonly string[]): Promise<readonly ServiceDeployment[]>
  /** newest first, without details; one that has just begun may be missing */
  listServiceDeployments(target: Target): Promise<readonly ServiceDeployment[]>
  /** the newest 100, newest first, without details */
  listPastDeployments(target: Target): Promise<readonly ServiceDeployment[]>
  /** at most 20; missing ones are left out */
  describeServiceRevisions(arns: readonly string[], mode?: ReadMode): Promise<readonly ServiceRevision[]>
  /** without details */
  findRollbackInProgress(target: Target): Promise<ServiceDeployment | undefined>
  /** where an Express service answers, if it is known yet; sent once or twice */
  endpointOf(serviceArn: string): Promise<string | undefined>
  /** ARNs */
  listTasks(target: Target, which: TasksOf): Promise<readonly string[]>
  /** forgotten ones are left out */
  describeTasks(target: Pick<Target, 'cluster'>, arns: readonly string[]): Promise<readonly Task[]>
  /** idempotent by its `clientToken`; an answer can hold tasks and failures */
  runTask(request: JsonObject): Promise<RunTaskAnswer>
  /** idempotent */
  stopTask(cluster: string, stop: { readonly task: string; readonly reason: string }): Promise<void>
  /** sends members that the SDK does not know */
  registerTaskDefinition(definition: JsonObject): Promise<{ readonly arn: string; readonly revision: string }>
  updateService(change: ServiceChange): Promise<Service>
  /** returns the ARN of the service revision that it deploys, if ECS says so */
  updateExpressService(change: ExpressChange): Promise<string | undefined>
  /** starts no deployment; idempotent */
  setDesiredCount(target: Target, desiredCount: number): Promise<void>
  /** answers a pause hook, once */
  continueServiceDeployment(decision: PauseDecision): Promise<void>
  /** with stopType ROLLBACK; idempotent */
  stopServiceDeployment(arn: string): Promise<void>
  /** requests for each retried read */
  trying(attempts: number): Ecs
  /** what RegisterTaskDefinition takes */
  readonly taskDefinitionShape: Shape
}

export interface RunTaskAnswer {
  /** ARNs */
  readonly tasks: readonly string[]
  readonly failures: readonly PlacementFailure[]
}

export interface TaskDefinitionAnswer {
  readonly arn: string
  readonly definition: JsonObject
  readonly tags: Json | undefined
}

/** Absent members are not sent. */
export interface ServiceChange {
  readonly target: Target
  readonly taskDefinition: string
  readonly update: ServiceUpdate
}

/** All that changes besides comes from the task definition. */
export interface ExpressChange {
  readonly serviceArn: string
  readonly taskDefinition: string
}

export interface Alarms {
  /** existing ones, by name */
  describe(names: readonly string[]): Promise<ReadonlyMap<string, Alarm>>
}

export interface Scaling {
  /** undefined: the service is not scaled */
  boundsOf(cluster: string, service: string): Promise<ScalingBounds | undefined>
}

export interface Logs {
  /** last lines, oldest first, without control codes */
  tail(place: LogStream, lines: number): Promise<readonly string[] | 'no-group' | 'no-stream'>
  /** lines since `token`, or since the beginning; without control codes */
  since(place: LogStream, token: string | undefined): Promise<LogPage | 'no-group' | 'no-stream'>
}

export interface LogPage {
  readonly lines: readonly string[]
  /** unchanged at the end of the stream */
  readonly token: string | undefined
}

/** How long a request may take: `short` where a deployment waits for it. */
export type GitHubWait = 'short' | 'long'

/** Errors use GitHub's names of operations. */
export interface GitHub {
  /** ids, oldest first: comments of the token's owner that begin with this text */
  ownComments(issue: number, beginning: string): Promise<readonly number[]>
  /** returns its id */
  createComment(issue: number, body: string): Promise<number>
  updateComment(comment: number, body: string): Promise<void>
  deleteComment(comment: number): Promise<void>
  /** returns its id */
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

/** Amazon ECR, in every account and region. */
export interface Registry {
  /** with the build for this platform */
  describe(image: EcrImage, platform: Platform | undefined): Promise<RegistryImage>
}

export interface LoadBalancers {
  /** existing ones */
  targetGroups(arns: readonly string[]): Promise<readonly TargetGroup[]>
  /** seconds, by ARN; none for a group that is missing or has no such delay, as with Lambda functions */
  deregistrationDelays(groups: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** of all registered targets; sent once */
  targetHealth(group: string): Promise<readonly TargetHealth[]>
}

/** Any server, over HTTP or HTTPS. */
export interface Web {
  /** raises nothing and follows no redirect */
  get(url: string, limits: WebLimits): Promise<WebAnswer>
}

export interface WebLimits {
  /** from the request to the last byte */
  readonly milliseconds: number
  /** more is left unread */
  readonly bytes: number
}

export interface Clock {
  /** milliseconds since the epoch */
  now(): number
  /** ends early when `until` is aborted */
  sleep(milliseconds: number, until?: AbortSignal): Promise<void>
  /** at least 0, less than 1 */
  random(): number
}

export interface Workspace {
  /** JSON or YAML; an absolute path or one in the workspace */
  readDocument(path: string, replacements: readonly Replacement[]): Promise<ReadDocument | Unreadable>
  /** outside the workspace, for this user only; undefined if that fails */
  writeTemporary(name: string, content: string): Promise<string | undefined>
}

export interface ReadDocument extends Document {
  /** no value of the file has their text */
  readonly absent: readonly Replacement[]
}

export interface Unreadable {
  readonly problem: string
  readonly position: Position | undefined
}

export interface PullRequest {
  readonly number: number
  /** its runs get no secrets and a token that only reads */
  readonly fork: boolean
}

export interface Step {
  readonly problems: readonly Problem[]
  readonly event: string | undefined
  /** configured: missing credentials or region are a mistake, not a fork */
  readonly hasCredentials: true | undefined
  /** of AWS, as far as the environment says */
  readonly region: string | undefined
  /** URL of this version's docs, without a final slash */
  readonly pages: string | undefined
  /** for a request of this attempt of this run; the same for the same request */
  clientToken(request: string): string
}

export interface Runner {
  readonly commit: string | undefined
  readonly run: Omit<Provenance, 'commit'>
  /** whose event started this run */
  readonly pullRequest: PullRequest | undefined
  /** untrimmed; empty if absent */
  input(name: string): string
  passedInputs(): PassedInputs
  mask(secret: string): void
  log(line: string): void
  /** shown only with debug logging */
  debug(line: string): void
  /** foldable; the next call or `ungroup` closes it */
  group(title: string): void
  ungroup(): void
  annotate(annotation: Annotation): void
  output(name: string, value: string): void
  /** for the post step; the last value counts; false: not saved */
  saveState(name: string, value: string): Promise<boolean>
  /** appends Markdown */
  summary(markdown: string): Promise<void>
}
