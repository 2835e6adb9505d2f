/**
 * ECS refuses to register: "Invalid setting for container 'app'. At least one of 'memory' or 'memoryReservation' must be
 * specified.", "The sum of all container 'memoryReservation' values cannot be greater than the value of the
 * task 'memory'.", and the same of 'cpu'. Hard limits may add up to more than the task has.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */

import type { Container } from '../../task-definition/containers.js'
import { containersOf } from '../../task-definition/containers.js'
import { placeholderIn } from '../../task-definition/placeholder.js'
import { sizeOf } from '../../task-definition/size.js'
import type { JsonObject } from '../../text/json.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { type Flaw, toFinding } from '../flaw.js'
import { isOnFargate } from './fargate.js'

export const containerSize = defineCheck({ id: 'container-size', run })

function run(context: CheckContext): Findings {
  const { definition } = context
  const containers = containersOf(definition)
  if (containers.length === 0) return undefined
  const flaws = [
    // Of Fargate, the check fargate-size asks for the size of the task.
    ...(isOnFargate(context) ? [] : containers.map(container => memoryProblem(definition, container))),
    cpuProblem(definition, containers),
    reservationProblem(definition, containers),
    ...containers.flatMap(container => [taskLimitProblem(definition, container), ownLimitProblem(container)]),
  ]
  return flaws.flatMap(flaw => (flaw ? toFinding(context, flaw) : []))
}

/** Zero counts as not set. */
function memoryProblem(definition: JsonObject, { name, path, value }: Container): Flaw | undefined {
  const hasMemory = [value.memory, value.memoryReservation].some(
    size => sizeOf(size) !== 0 && size !== undefined,
  )
  if (definition.memory !== undefined || hasMemory) return undefined
  return {
    path,
    text: `container ${name} has neither memory nor memoryReservation, and the task has no memory`,
    next: `Set memory or memoryReservation of ${name}, or memory of the task.`,
  }
}

function cpuProblem(definition: JsonObject, containers: readonly Container[]): Flaw | undefined {
  if (definition.cpu === undefined) return undefined
  const path = ['cpu']
  const cpu = sizeOf(definition.cpu)
  if (cpu === undefined) {
    // The check placeholder reports it.
    if (typeof definition.cpu === 'string' && placeholderIn(definition.cpu)) return undefined
    const text = 'cpu of the task is neither a number of CPU units nor of vCPU'
    return { path, text, next: 'Set cpu to a value such as 256 or 1 vCPU.' }
  }
  const shares = sum(containers, 'cpu')
  if (shares <= cpu) return undefined
  return {
    path,
    text: `the containers have ${shares} CPU units in total, but the task has only ${cpu}`,
    next: `Set cpu of the task to at least ${shares}, or reduce cpu of the containers.`,
  }
}

function reservationProblem(definition: JsonObject, containers: readonly Container[]): Flaw | undefined {
  const memory = sizeOf(definition.memory)
  const reserved = sum(containers, 'memoryReservation')
  if (memory === undefined || reserved <= memory) return undefined
  return {
    path: ['memory'],
    text: `the containers reserve ${reserved} MiB in total, but the task has only ${memory}`,
    next: `Set memory of the task to at least ${reserved}, or reduce memoryReservation of the containers.`,
  }
}

function taskLimitProblem(definition: JsonObject, { name, path, value }: Container): Flaw | undefined {
  const memory = sizeOf(definition.memory)
  const hard = sizeOf(value.memory)
  if (memory === undefined || hard === undefined || hard <= memory) return undefined
  return {
    path: [...path, 'memory'],
    text: `container ${name} may use ${hard} MiB, but the task has only ${memory}`,
    next: `Set memory of ${name} to at most ${memory}, or raise memory of the task.`,
  }
}

function ownLimitProblem({ name, path, value }: Container): Flaw | undefined {
  const [hard, soft] = [sizeOf(value.memory), sizeOf(value.memoryReservation)]
  if (hard === undefined || soft === undefined || hard >= soft) return undefined
  return {
    path: [...path, 'memory'],
    text: `container ${name} reserves ${soft} MiB, but may use only ${hard}`,
    next: `Set memory of ${name} to at least ${soft}, or reduce its memoryReservation.`,
  }
}

function sum(containers: readonly Container[], member: string): number {
  return containers.reduce((total, { value }) => total + (sizeOf(value[member]) ?? 0), 0)
}
