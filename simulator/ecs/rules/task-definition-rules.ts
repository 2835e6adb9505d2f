import type { Document } from '../state/document.js'
import { fargateRefusal } from './fargate-rules.js'
import { secretRefusal } from './secret-rules.js'
import { units } from './task-definition-defaults.js'

type Container = Document & { readonly name?: string; readonly image?: string; readonly essential?: boolean }
type Rule = (definition: Document, containers: readonly Container[]) => string | undefined | false

/**
 * Why RegisterTaskDefinition rejects a definition, in ECS's words and roughly in its order; undefined if it
 * is valid.
 */
export function refusal(definition: Document): string | undefined {
  const containers = (definition.containerDefinitions ?? []) as readonly Container[]
  for (const rule of rules) {
    const message = rule(definition, containers)
    if (message) return message
  }
  return undefined
}

const rules: readonly Rule[] = [
  definition => {
    const length = Buffer.byteLength(JSON.stringify(definition))
    return length > 65_536 && `Actual length: '${length}'. Max allowed length is '65536' bytes.`
  },
  (_, containers) => containers.length === 0 && 'Container list cannot be empty',
  (_, containers) => containers.some(({ name }) => !name) && 'Container.name should not be null or empty.',
  (_, containers) => containers.some(({ image }) => !image) && 'Container.image should not be null or empty.',
  (_, containers) =>
    new Set(containers.map(({ name }) => name)).size < containers.length &&
    'Container names must be unique within a task definition',
  (_, containers) =>
    containers.every(({ essential }) => essential === false) &&
    "Task definition doesn't have any essential container",
  ({ tags }) => Array.isArray(tags) && tags.length === 0 && 'Tags can not be empty.',
  memoryRefusal,
  cpuRefusal,
  (definition, containers) => fargateRefusal(definition, containers),
  portRefusal,
  (definition, containers) =>
    definition.networkMode === 'awsvpc' &&
    containers.some(({ links }) => asList(links).length > 0) &&
    'Links are not supported when networkMode=awsvpc',
  ({ executionRoleArn }, containers) =>
    !executionRoleArn &&
    containers.some(({ secrets }) => asList(secrets).length > 0) &&
    "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'",
  secretRefusal,
  logRefusal,
  dependencyRefusal,
  (definition, containers) => {
    const volumes = new Set(asList(definition.volumes).map(({ name }) => name))
    const mount = containers
      .flatMap(({ mountPoints }) => asList(mountPoints))
      .find(({ sourceVolume }) => !volumes.has(sourceVolume))
    return mount && `Unknown volume '${mount.sourceVolume}'.`
  },
  ({ ephemeralStorage }) => {
    const size = (ephemeralStorage as { sizeInGiB?: number } | undefined)?.sizeInGiB
    if (size === undefined) return undefined
    if (size < 21) return 'EphemeralStorage size should be at least 21'
    return size > 200 && 'EphemeralStorage size should be at most 200'
  },
  healthCheckRefusal,
]

/** API_HealthCheck */
const healthCheckMaxima = { interval: 300, timeout: 60, retries: 10, startPeriod: 300 }

function healthCheckRefusal(_definition: Document, containers: readonly Container[]): string | undefined {
  for (const { name, healthCheck } of containers) {
    for (const [member, maximum] of Object.entries(healthCheckMaxima)) {
      if (Number((healthCheck as Document | undefined)?.[member] ?? 0) <= maximum) continue
      return `Health check ${member} must be less than or equal to the maximum allowed value ${maximum} for container '${name}'`
    }
  }
  return undefined
}

function memoryRefusal(definition: Document, containers: readonly Container[]): string | undefined {
  const task = definition.memory === undefined ? undefined : Number(units(String(definition.memory), 1024))
  for (const { name, memory, memoryReservation } of containers) {
    if (task === undefined && memory === undefined && memoryReservation === undefined) {
      return isFargate(definition)
        ? undefined
        : `Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`
    }
    if (
      memory !== undefined &&
      memoryReservation !== undefined &&
      Number(memory) < Number(memoryReservation)
    ) {
      return "'memory' must be greater than or equal to 'memoryReservation'"
    }
    if (task !== undefined && Number(memory ?? 0) > task) {
      return `The 'memory' setting for container '${name}' is greater than for the task`
    }
  }
  const reserved = containers.reduce(
    (total, { memoryReservation }) => total + Number(memoryReservation ?? 0),
    0,
  )
  return task !== undefined && reserved > task
    ? "The sum of all container 'memoryReservation' values cannot be greater than the value of the task 'memory'."
    : undefined
}

function cpuRefusal(definition: Document, containers: readonly Container[]): string | undefined {
  if (definition.cpu === undefined) return undefined
  const task = Number(units(String(definition.cpu), 1024))
  if (Number.isNaN(task)) {
    return "Invalid 'cpu' setting for task. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide."
  }
  const sum = containers.reduce((total, { cpu }) => total + Number(cpu ?? 0), 0)
  return sum > task
    ? "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'."
    : undefined
}

function portRefusal(definition: Document, containers: readonly Container[]): string | undefined {
  const mode = definition.networkMode
  const ports = containers.flatMap(({ portMappings }) => asList(portMappings))
  if (ports.some(port => port.containerPort !== undefined && port.containerPortRange !== undefined)) {
    return 'cannot specify both single port and port range'
  }
  const hostPorts = ports
    .filter(({ hostPort }) => hostPort !== undefined && hostPort !== 0)
    .map(({ hostPort, protocol }) => `${String(protocol ?? 'tcp').toUpperCase()} host port '${hostPort}'`)
  const duplicate = hostPorts.find((port, index) => hostPorts.indexOf(port) !== index)
  if (duplicate !== undefined) return `${duplicate} is mapped multiple times in task.`
  if (mode !== 'awsvpc' && mode !== 'host') return undefined
  if (
    ports.some(
      port => port.hostPort !== undefined && port.hostPort !== 0 && port.hostPort !== port.containerPort,
    )
  ) {
    return `When networkMode=${mode}, the host ports and container ports in port mappings must match.`
  }
  const names = ports.map(port => port.name).filter(name => name !== undefined)
  return mode === 'awsvpc' && new Set(names).size < names.length
    ? 'When networkMode=awsvpc, port mapping name is already used'
    : undefined
}

function logRefusal(_definition: Document, containers: readonly Container[]): string | undefined {
  for (const { logConfiguration } of containers) {
    const log = logConfiguration as { logDriver?: string; options?: Document } | undefined
    if (log?.logDriver !== 'awslogs') continue
    if (!log.options?.['awslogs-region'] || !log.options['awslogs-group']) {
      return 'Log driver awslogs requires options: awslogs-region, awslogs-group'
    }
  }
  return undefined
}

function dependencyRefusal(_definition: Document, containers: readonly Container[]): string | undefined {
  for (const { containerName, condition } of containers.flatMap(({ dependsOn }) => asList(dependsOn))) {
    const other = containers.find(({ name }) => name === containerName)
    if (other === undefined)
      return `Cannot depend on container + '${containerName}' because it does not exist`
    if ((condition === 'SUCCESS' || condition === 'COMPLETE') && other.essential !== false) {
      return 'A dependency container with SUCCESS or COMPLETE condition cannot be an essential container'
    }
  }
  return undefined
}

function isFargate(definition: Document): boolean {
  return ((definition.requiresCompatibilities ?? []) as readonly unknown[]).includes('FARGATE')
}

function asList(value: unknown): readonly Document[] {
  return Array.isArray(value) ? value : []
}
