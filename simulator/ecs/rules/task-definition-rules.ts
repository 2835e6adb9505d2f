import type { Document, Tag } from '../state/document.js'
import { containerRules, limitRules } from './container-rules.js'
import { contentRefusal } from './content-rules.js'
import { dependencyRefusal } from './dependency-rules.js'
import { fargateRefusal } from './fargate-rules.js'
import { logRefusal } from './log-rules.js'
import { networkModeRefusal } from './network-mode-rules.js'
import { platformRefusal } from './platform-rules.js'
import { portRefusal } from './port-rules.js'
import { asList, type Container, isFor, type Rule } from './rule.js'
import { secretRefusal } from './secret-rules.js'
import { units } from './size-units.js'
import { tagRefusal } from './tag-rules.js'
import { rangeRefusal } from './value-ranges.js'
import { volumeRefusal } from './volume-rules.js'

/** In ECS's words and roughly in its order; undefined if the definition is valid. */
export function refusal(definition: Document): string | undefined {
  const containers = asList(definition.containerDefinitions) as readonly Container[]
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
  ...containerRules,
  ({ tags }) => Array.isArray(tags) && tags.length === 0 && 'Tags can not be empty.',
  ({ tags }) => tagRefusal((tags ?? []) as readonly Tag[]),
  // For all task definitions; what ECS says to an empty list is not known.
  ({ inferenceAccelerators }) =>
    asList(inferenceAccelerators).length > 0 && "Unsupported field 'inferenceAccelerators'.",
  memoryRefusal,
  cpuRefusal,
  rangeRefusal,
  contentRefusal,
  platformRefusal,
  fargateRefusal,
  networkModeRefusal,
  portRefusal,
  ({ executionRoleArn }, containers) =>
    !executionRoleArn &&
    containers.some(hasSecrets) &&
    "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'",
  secretRefusal,
  logRefusal,
  dependencyRefusal,
  volumeRefusal,
  ephemeralStorageRefusal,
  ...limitRules,
]

function hasSecrets({ secrets, logConfiguration }: Container): boolean {
  const { secretOptions } = (logConfiguration ?? {}) as Document
  return asList(secrets).length > 0 || asList(secretOptions).length > 0
}

/** 21 and 200 are accepted (badmintoncryer/cdk-preflight). */
function ephemeralStorageRefusal(definition: Document): string | undefined {
  const size = (definition.ephemeralStorage as { sizeInGiB?: number } | undefined)?.sizeInGiB
  if (size === undefined) return undefined
  if (isFor('EC2', definition) && !isFor('FARGATE', definition)) {
    return 'Tasks using the EC2 launch type do not support EphemeralStorage.'
  }
  if (size < 21) return 'EphemeralStorage size should be at least 21'
  return size > 200 ? 'EphemeralStorage size should be at most 200' : undefined
}

const troubleshooting =
  'For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.'

function memoryRefusal(definition: Document, containers: readonly Container[]): string | undefined {
  const task = definition.memory === undefined ? undefined : Number(units(String(definition.memory), 1024))
  if (Number.isNaN(task)) return `Invalid 'memory' setting for task. ${troubleshooting}`
  for (const { name, memory, memoryReservation } of containers) {
    // Also for Fargate, before it misses the size of the task.
    if (task === undefined && !memory && !memoryReservation) {
      return `Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`
    }
    if (
      memory !== undefined &&
      memoryReservation !== undefined &&
      Number(memory) < Number(memoryReservation)
    ) {
      return "'memory' must be greater than or equal to 'memoryReservation'"
    }
    if (task !== undefined && Number(memory ?? 0) > task) {
      return `The 'memory' setting for container '${name}' is greater than for the task.`
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
  // "between 128 CPU units (0.125 vCPUs) and 196608 CPU units (192 vCPUs)" (API_RegisterTaskDefinition)
  if (Number.isNaN(task) || task < 128 || task > 196_608)
    return `Invalid 'cpu' setting for task. ${troubleshooting}`
  const sum = containers.reduce((total, { cpu }) => total + Number(cpu ?? 0), 0)
  return sum > task
    ? "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'."
    : undefined
}
