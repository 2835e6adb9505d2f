import type { Document } from '../state/document.js'
import { asList, type Container, isFor } from './rule.js'
import { units } from './size-units.js'

/** Only for Fargate. Messages seen from ECS (badmintoncryer/cdk-preflight, rules/ecs). */
export function fargateRefusal(definition: Document, containers: readonly Container[]): string | undefined {
  if (!isFor('FARGATE', definition)) return undefined
  return (
    sizeRefusal(definition) ??
    roleRefusal(definition, containers) ??
    logRefusal(containers) ??
    memberRefusal(definition) ??
    containerRefusal(containers)
  )
}

function sizeRefusal(definition: Document): string | undefined {
  if (definition.networkMode !== 'awsvpc') return "Fargate only supports network mode 'awsvpc'."
  if (definition.cpu === undefined) return "Fargate requires that 'cpu' be defined at the task level."
  if (definition.memory === undefined) return "Fargate requires that 'memory' be defined at the task level."
  const cpu = Number(units(String(definition.cpu), 1024))
  const memory = Number(units(String(definition.memory), 1024))
  const { operatingSystemFamily = 'LINUX', cpuArchitecture } = (definition.runtimePlatform ?? {}) as Document
  const isWindows = String(operatingSystemFamily).startsWith('WINDOWS')
  const isPossible =
    memoryFor(cpu).includes(memory) && !(isWindows && (cpu < 1024 || cpuArchitecture === 'ARM64'))
  return isPossible
    ? undefined
    : `No Fargate configuration exists for given values: ${cpu} CPU, ${memory} memory. See the Amazon ECS documentation for the valid values.`
}

function roleRefusal(definition: Document, containers: readonly Container[]): string | undefined {
  if (definition.executionRoleArn) return undefined
  if (containers.some(({ image }) => /\.dkr\.ecr\./.test(String(image)))) {
    return 'Fargate requires task definition to have execution role ARN to support ECR images.'
  }
  const logsToCloudWatch = containers.some(
    ({ logConfiguration }) => (logConfiguration as Document | undefined)?.logDriver === 'awslogs',
  )
  return logsToCloudWatch
    ? 'Fargate requires task definition to have execution role ARN to support log driver awslogs.'
    : undefined
}

const logDrivers: readonly unknown[] = ['awslogs', 'splunk', 'awsfirelens']

function logRefusal(containers: readonly Container[]): string | undefined {
  for (const { logConfiguration, firelensConfiguration } of containers) {
    const { logDriver, options } = (logConfiguration ?? {}) as { logDriver?: string; options?: Document }
    if (logDriver !== undefined && !logDrivers.includes(logDriver)) {
      return `${logDriver} is not a valid log driver. Must be one of [${logDrivers.join(',')}]`
    }
    // Another rule rejects a missing group or region.
    const {
      'awslogs-group': group,
      'awslogs-region': region,
      'awslogs-stream-prefix': prefix,
    } = options ?? {}
    if (logDriver === 'awslogs' && group && region && !prefix) {
      return 'Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.'
    }
    const router = (firelensConfiguration as { options?: Document } | undefined)?.options
    // Seen in floci-io/floci, EcsService.java.
    if (router?.['config-file-type'] === 's3') {
      return "Fargate launch type does not support FirelensConfiguration config file from 's3'"
    }
  }
  return undefined
}

function memberRefusal(definition: Document): string | undefined {
  const volumes = asList(definition.volumes)
  if (volumes.some(({ host }) => (host as Document | undefined)?.sourcePath !== undefined)) {
    return unsupported('sourcePath')
  }
  if (volumes.some(({ dockerVolumeConfiguration }) => dockerVolumeConfiguration !== undefined)) {
    return unsupported('dockerVolumeConfiguration')
  }
  if (definition.ipcMode !== undefined) return unsupported('ipcMode')
  if (definition.pidMode === 'host') {
    return "Tasks using the Fargate launch type do not support pidMode 'host'. The supported value for pidMode is 'task'."
  }
  return asList(definition.placementConstraints).length > 0 ? unsupported('constraints') : undefined
}

function containerRefusal(containers: readonly Container[]): string | undefined {
  // Seen in public notes on deployments by the CDK and by Terraform; 120 itself is accepted there.
  if (containers.some(({ stopTimeout }) => Number(stopTimeout ?? 0) > 120)) {
    return 'Tasks using the Fargate launch type must have a container stop timeout of less than 120 seconds.'
  }
  for (const { privileged, dockerSecurityOptions, resourceRequirements, linuxParameters } of containers) {
    // The quotes are not ASCII, and the source shows question marks in their place.
    if (privileged === true) {
      return 'Fargate requires that the ‘privileged’ setting be ‘false’ at the container level.'
    }
    if (asList(dockerSecurityOptions).length > 0) return unsupported('dockerSecurityOptions')
    if (asList(resourceRequirements).some(({ type }) => type === 'GPU')) {
      return 'Tasks using the Fargate launch type do not support GPU resource requirements.'
    }
    const message = linuxRefusal((linuxParameters ?? {}) as Document)
    if (message !== undefined) return message
  }
  return undefined
}

function linuxRefusal({ capabilities, devices, sharedMemorySize, maxSwap }: Document): string | undefined {
  const added = ((capabilities as Document | undefined)?.add ?? []) as readonly string[]
  const forbidden = added.find(capability => capability !== 'SYS_PTRACE')
  if (forbidden !== undefined) return `${forbidden} is not allowed on Fargate.`
  if (asList(devices).length > 0) return unsupported('devices')
  if (sharedMemorySize) return unsupported('sharedMemorySize')
  return maxSwap ? unsupported('maxSwap') : undefined
}

function unsupported(member: string): string {
  return `Fargate compatible task definitions do not support ${member}`
}

/** In MiB (API_RegisterTaskDefinition). */
export function memoryFor(cpu: number): readonly number[] {
  switch (cpu) {
    case 256:
      return [512, 1024, 2048]
    case 512:
      return gibibytes(1, 4, 1)
    case 1024:
      return gibibytes(2, 8, 1)
    case 2048:
      return gibibytes(4, 16, 1)
    case 4096:
      return gibibytes(8, 30, 1)
    case 8192:
      return gibibytes(16, 60, 4)
    case 16384:
      return gibibytes(32, 120, 8)
    default:
      return []
  }
}

function gibibytes(from: number, to: number, step: number): number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => 1024 * (from + index * step))
}
