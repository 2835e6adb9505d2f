import type { Document } from '../state/document.js'
import { units } from './task-definition-defaults.js'

/** What RegisterTaskDefinition rejects only for Fargate. */
export function fargateRefusal(definition: Document, containers: readonly Document[]): string | undefined {
  const compatibilities = (definition.requiresCompatibilities ?? []) as readonly unknown[]
  if (!compatibilities.includes('FARGATE')) return undefined
  if (definition.networkMode !== 'awsvpc') return "Fargate only supports network mode 'awsvpc'."
  if (definition.cpu === undefined) return "Fargate requires that 'cpu' be defined at the task level."
  if (definition.memory === undefined) return "Fargate requires that 'memory' be defined at the task level."
  const cpu = Number(units(String(definition.cpu), 1024))
  const memory = Number(units(String(definition.memory), 1024))
  if (!memoryFor(cpu).includes(memory)) return 'No Fargate configuration exists for given values.'
  return roleRefusal(definition, containers) ?? logRefusal(containers) ?? volumeRefusal(definition)
}

function roleRefusal(definition: Document, containers: readonly Document[]): string | undefined {
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

function logRefusal(containers: readonly Document[]): string | undefined {
  const hasNoPrefix = containers.some(({ logConfiguration }) => {
    const log = logConfiguration as { logDriver?: string; options?: Document } | undefined
    // Another rule rejects a missing group or region.
    const {
      'awslogs-group': group,
      'awslogs-region': region,
      'awslogs-stream-prefix': prefix,
    } = log?.options ?? {}
    return log?.logDriver === 'awslogs' && group && region && !prefix
  })
  return hasNoPrefix
    ? 'Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.'
    : undefined
}

function volumeRefusal(definition: Document): string | undefined {
  const volumes = (definition.volumes ?? []) as readonly Document[]
  if (volumes.some(({ host }) => (host as Document | undefined)?.sourcePath !== undefined)) {
    return 'Fargate compatible task definitions do not support sourcePath'
  }
  return volumes.some(({ dockerVolumeConfiguration }) => dockerVolumeConfiguration !== undefined)
    ? 'Fargate compatible task definitions do not support dockerVolumeConfiguration'
    : undefined
}

/** Valid memory sizes, in MiB, for a number of CPU units (API_RegisterTaskDefinition). */
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
