/**
 * ECS refuses to register: "The sum of all container 'memoryReservation' values cannot be greater than the value of the
 * task 'memory'.", and the same of 'cpu'. Hard limits may add up to more than the task has.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */

import type { Container } from '../../task-definition/containers.js'
import { containersOf } from '../../task-definition/containers.js'
import { sizeOf } from '../../task-definition/size.js'
import type { Path } from '../../text/json.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { locate } from '../locate.js'

export const containerSize = defineCheck({ id: 'container-size', run })

function run(context: CheckContext): Findings {
  const { definition } = context
  const containers = containersOf(definition)
  const sized = containers.some(({ value }) =>
    [value.cpu, value.memory, value.memoryReservation].some(sizeOf),
  )
  if (definition.cpu === undefined && !sized) return undefined
  const [cpu, memory] = [sizeOf(definition.cpu), sizeOf(definition.memory)]
  const refuse = (path: Path, text: string, next: string): CheckFinding => ({
    result: 'refused',
    text,
    next,
    ...locate(context, path),
  })

  const reserved = sum(containers, 'memoryReservation')
  const shares = sum(containers, 'cpu')
  return [
    ...(definition.cpu !== undefined && cpu === undefined
      ? [refuse(['cpu'], 'the cpu of the task is no number of CPU units or vCPU', 'Give 256, or 1 vCPU.')]
      : []),
    ...(cpu !== undefined && shares > cpu
      ? [
          refuse(
            ['cpu'],
            `the containers have ${shares} CPU units together, the task has ${cpu}`,
            `Give the task at least cpu ${shares}, or the containers less.`,
          ),
        ]
      : []),
    ...(memory !== undefined && reserved > memory
      ? [
          refuse(
            ['memory'],
            `the containers reserve ${reserved} MiB together, the task has ${memory}`,
            `Give the task at least memory ${reserved}, or the containers less memoryReservation.`,
          ),
        ]
      : []),
    ...containers.flatMap(container => limits(container, memory, refuse)),
  ]
}

function limits(
  { name, path, value }: Container,
  task: number | undefined,
  refuse: (path: Path, text: string, next: string) => CheckFinding,
): CheckFinding[] {
  const [hard, soft] = [sizeOf(value.memory), sizeOf(value.memoryReservation)]
  if (hard === undefined) return []
  const place = [...path, 'memory']
  return [
    ...(task !== undefined && hard > task
      ? [
          refuse(
            place,
            `container ${name} may use ${hard} MiB, the task has ${task}`,
            `Give ${name} at most memory ${task}, or the task more.`,
          ),
        ]
      : []),
    ...(soft !== undefined && hard < soft
      ? [
          refuse(
            place,
            `container ${name} may use ${hard} MiB and reserves ${soft}`,
            `Give ${name} at least memory ${soft}, or less memoryReservation.`,
          ),
        ]
      : []),
  ]
}

function sum(containers: readonly Container[], member: string): number {
  return containers.reduce((total, { value }) => total + (sizeOf(value[member]) ?? 0), 0)
}
