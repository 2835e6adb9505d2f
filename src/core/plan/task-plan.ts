/** The request for a one-off task: what the user sets, and the rest as the service has it. */
import type { TaskLaunch } from '../ecs/service.js'
import type { VolumeConfiguration } from '../ecs/volume-configuration.js'
import { closest, knownNames, type Problem, quote } from '../errors/problem.js'
import type { NetworkOptions, TaskOptions } from '../options/task-options.js'
import { containersOf } from '../task-definition/containers.js'
import { definedMembers } from '../text/defined-members.js'
import type { Json, JsonObject } from '../text/json.js'
import { isObject, text } from '../text/json.js'
import { showName } from '../text/name.js'
import type { TaskRevision } from './task-revision.js'
import { reportTaskVolume } from './task-volume.js'

export interface TaskPlan {
  readonly cluster: string
  readonly definition: JsonObject
  readonly revision: TaskRevision
  /** RunTask besides cluster, task definition and client token */
  readonly request: JsonObject
  readonly overrides: readonly JsonObject[]
  /** that is in the request, too */
  readonly volume: VolumeConfiguration | undefined
  readonly wait: { readonly minutes: number } | undefined
  readonly onCancel: 'leave' | 'stop'
}

export interface RegisteredDefinition {
  readonly arn: string
  readonly definition: JsonObject
}

export interface TaskPlanRequest {
  readonly options: TaskOptions
  readonly revision: TaskRevision
  /** of that revision */
  readonly definition: JsonObject
  /** of the first service; undefined: without a service, or it could not be read */
  readonly launch: TaskLaunch | undefined
}

export function planTask({ options, revision, definition, launch }: TaskPlanRequest): {
  readonly task: TaskPlan
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  const report = (subject: string, words: string) => problems.push({ subject, text: words })
  const overrides = overridesOf(options, definition, report)
  const network = networkOf(options.network, { definition, launch, report })
  reportTaskVolume(options.volume, definition, report)
  const tags = options.tags.map(({ key, value }) => ({ key, value }))
  const members = {
    overrides: overrides.length > 0 ? { containerOverrides: overrides } : undefined,
    networkConfiguration: network && { awsvpcConfiguration: network },
    ...capacityOf(options, launch),
    startedBy: options.startedBy || undefined,
    tags: tags.length > 0 ? tags : undefined,
    enableECSManagedTags: options.managedTags,
    propagateTags: options.propagatesTags ? 'TASK_DEFINITION' : undefined,
    volumeConfigurations: options.volume && [options.volume],
  }
  const { cluster, onCancel, volume, wait } = options
  const request = definedMembers(members) as JsonObject
  return {
    task: { cluster, definition, revision, request, overrides, volume, wait, onCancel },
    problems,
  }
}

type Report = (subject: string, words: string) => void

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html */
const longestOverrides = 8_192

function overridesOf(
  { command, overrides }: TaskOptions,
  definition: JsonObject,
  report: Report,
): readonly JsonObject[] {
  const names = containersOf(definition).map(({ name }) => name)
  for (const override of overrides) {
    const name = text(override.name) ?? ''
    if (!names.includes(name)) report('run-task-container-overrides', unknownContainer(name, names))
  }
  const all = command ? withCommand(overrides, commandOf(command, names, report)) : overrides
  const length = JSON.stringify({ containerOverrides: all }).length
  if (length > longestOverrides) {
    report(
      'run-task-container-overrides',
      `together with the command is ${length} characters of JSON, but ECS takes ${longestOverrides}: put long values into the task definition, or read them from Secrets Manager or S3`,
    )
  }
  return all
}

function commandOf(
  { container, words }: NonNullable<TaskOptions['command']>,
  names: readonly string[],
  report: Report,
): JsonObject {
  const [only] = names
  const name = container ?? (names.length === 1 ? only : undefined)
  if (name === undefined)
    report(
      'run-task-command',
      `needs container-name, because ${knownContainers(names)}: name the one that runs it`,
    )
  else if (!names.includes(name))
    report('run-task-command', `is for container-name, and ${unknownContainer(name, names)}`)
  return { name: name ?? '', command: [...words] }
}

function knownContainers(names: readonly string[]): string {
  return `the task definition has ${names.length === 0 ? 'no container' : `${names.length} containers`}`
}

function withCommand(overrides: readonly JsonObject[], command: JsonObject): readonly JsonObject[] {
  if (!overrides.some(({ name }) => name === command.name)) return [...overrides, command]
  return overrides.map(override => (override.name === command.name ? { ...override, ...command } : override))
}

function unknownContainer(name: string, names: readonly string[]): string {
  const known = knownNames(closest(name, names), names)
  return `${quote(showName(name))} is not a container of the task definition that the task runs; ${known}`
}

interface NetworkContext {
  readonly definition: JsonObject
  readonly launch: TaskLaunch | undefined
  readonly report: Report
}

/** "This parameter is required for task definitions that use the awsvpc network mode" and refused for others (API_RunTask). */
function networkOf(
  options: NetworkOptions,
  { definition, launch, report }: NetworkContext,
): JsonObject | undefined {
  const { assignPublicIp, securityGroups, subnets } = options
  const own = definedMembers({
    subnets: subnets.length > 0 ? subnets : undefined,
    securityGroups: securityGroups.length > 0 ? securityGroups : undefined,
    assignPublicIp,
  }) as JsonObject
  if (definition.networkMode !== 'awsvpc') {
    const mode = text(definition.networkMode) ?? 'bridge'
    if (Object.keys(own).length > 0) {
      report(
        'run-task-subnets',
        `and the other inputs of its network are for the network mode awsvpc, but that of the task definition is ${mode}: remove them`,
      )
    }
    return undefined
  }
  const network = { ...launch?.network, ...own }
  if (network.subnets === undefined) {
    const why = launch ? 'the service has no subnets' : 'there is no service to take them from'
    report(
      'run-task-subnets',
      `is empty, but the task needs subnets (network mode awsvpc), and ${why}: set it`,
    )
  }
  return network
}

/** A launch type and a strategy exclude each other; with neither, the default strategy of the cluster counts. */
function capacityOf(
  { launchType, strategy }: TaskOptions,
  launch: TaskLaunch | undefined,
): Partial<Record<string, Json>> {
  const version = launch?.platformVersion
  if (strategy) {
    const onFargate = strategy.every(item => isFargate(item))
    return { capacityProviderStrategy: strategy, platformVersion: onFargate ? version : undefined }
  }
  if (launchType) return { launchType, platformVersion: launchType === 'FARGATE' ? version : undefined }
  if (!launch) return {}
  const own = launch.capacityProviderStrategy
  return own.length > 0
    ? { capacityProviderStrategy: own, platformVersion: version }
    : { launchType: launch.launchType, platformVersion: version }
}

function isFargate(item: Json): boolean {
  return isObject(item) && /^FARGATE(?:_SPOT)?$/.test(text(item.capacityProvider) ?? '')
}
