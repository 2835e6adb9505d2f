/** Container output goes to the log group in the task definition (using_awslogs). */

import { defaultStartSeconds, type Software } from '../resources/software.js'
import type { Container, Task } from '../state/task.js'
import type { ContainerDefinition } from '../state/task-definition.js'
import type { World } from '../world.js'
import type { StartFailure } from './image-pull-failure.js'

const ingestionMs = 2_000

/** A task fails to start without its log group, unless awslogs-create-group is set. */
export function logFailure(world: World, task: Task): StartFailure | undefined {
  const container = task.containers.find(({ definition }) => {
    const group = groupOf(world, definition)
    return group !== undefined && !mayCreate(definition) && world.logs.group(group, world.now) === undefined
  })
  return container && { container, text: groupMissing, afterMs: 0 }
}

const groupMissing =
  'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: ' +
  'failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. ' +
  ': exit status 1'

/** Spreads the lines over the container's start or its life, whichever is shorter. */
export function writeLogs(
  world: World,
  task: Task,
  { container, software }: { container: Container; software: Software },
): void {
  const { definition } = container
  const name = groupOf(world, definition)
  const group = name === undefined ? undefined : world.logs.group(name, world.now)
  const prefix = definition.logConfiguration?.options?.['awslogs-stream-prefix']
  if (group === undefined || prefix === undefined) return
  const { logs = [], startSeconds = defaultStartSeconds, exitsAfterSeconds = startSeconds } = software
  const ms = 1000 * Math.min(startSeconds, exitsAfterSeconds)
  const events = logs.map((message, nth) => {
    const timestamp = world.now + Math.floor((ms * (nth + 1)) / logs.length)
    return { message, timestamp, ingestedAt: timestamp + ingestionMs }
  })
  const stream = `${prefix}/${definition.name}/${task.id}`
  group.streams.set(stream, { name: stream, createdAt: world.now, events })
}

/** Drops the lines of stopped containers that lie in the future. */
export function endLogs(world: World, task: Task): void {
  for (const { definition } of task.containers) {
    const name = groupOf(world, definition)
    const group = name === undefined ? undefined : world.logs.find(name)
    const prefix = definition.logConfiguration?.options?.['awslogs-stream-prefix']
    const stream = group?.streams.get(`${prefix}/${definition.name}/${task.id}`)
    if (!group || !stream) continue
    const events = stream.events.filter(({ timestamp }) => timestamp <= world.now)
    group.streams.set(stream.name, { ...stream, events })
  }
}

/** Log drivers other than awslogs and other regions are not modeled. */
function groupOf(world: World, { logConfiguration }: ContainerDefinition): string | undefined {
  const { 'awslogs-group': group, 'awslogs-region': region = world.region } = logConfiguration?.options ?? {}
  return logConfiguration?.logDriver === 'awslogs' && region === world.region ? group : undefined
}

function mayCreate({ logConfiguration }: ContainerDefinition): boolean {
  return logConfiguration?.options?.['awslogs-create-group'] === 'true'
}
