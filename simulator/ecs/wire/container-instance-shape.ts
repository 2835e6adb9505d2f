import { liveTasksOn, pendingTasksOn } from '../behavior/container-instances.js'
import type { ContainerInstance } from '../state/container-instance.js'
import type { Document } from '../state/document.js'
import { isRunning, type Task } from '../state/task.js'
import type { World } from '../world.js'
import { epoch } from './epoch.js'

/** An m6i.large as the agent registers it, in CPU units and MiB. */
const registered = { CPU: 2048, MEMORY: 7764 }

export function containerInstanceShape(world: World, instance: ContainerInstance): Record<string, unknown> {
  const tasks = liveTasksOn(world, instance)
  const used = { CPU: sum(tasks, 'cpu'), MEMORY: sum(tasks, 'memory') }
  return {
    containerInstanceArn: instance.arn,
    ec2InstanceId: instance.ec2InstanceId,
    version: tasks.length + 3,
    versionInfo: { agentVersion: '1.96.0', agentHash: '0d5a3b2c', dockerVersion: 'DockerVersion: 25.0.8' },
    remainingResources: [
      resource('CPU', Math.max(0, registered.CPU - used.CPU)),
      resource('MEMORY', Math.max(0, registered.MEMORY - used.MEMORY)),
    ],
    registeredResources: [resource('CPU', registered.CPU), resource('MEMORY', registered.MEMORY)],
    status: instance.status,
    agentConnected: true,
    runningTasksCount: tasks.filter(isRunning).length,
    pendingTasksCount: pendingTasksOn(world, instance).length,
    attributes: Object.entries(attributesOf(world, instance)).map(([name, value]) =>
      value === undefined ? { name } : { name, value },
    ),
    registeredAt: epoch(instance.registeredAt),
    attachments: [],
    tags: [],
  }
}

/** Those of the agent, and those of PutAttributes. */
export function attributesOf(
  { region }: World,
  { custom, ec2InstanceId }: ContainerInstance,
): Readonly<Record<string, string | undefined>> {
  const zone = 'abc'[Number.parseInt(ec2InstanceId.slice(-1), 16) % 3]
  return {
    'ecs.availability-zone': `${region}${zone}`,
    'ecs.cpu-architecture': 'x86_64',
    'ecs.instance-type': 'm6i.large',
    'ecs.os-type': 'linux',
    'com.amazonaws.ecs.capability.docker-remote-api.1.18': undefined,
    ...Object.fromEntries(custom),
  }
}

function resource(name: string, integerValue: number): object {
  return { name, type: 'INTEGER', doubleValue: 0, longValue: 0, integerValue }
}

/** Of the task, or of its containers. */
function sum(tasks: readonly Task[], member: 'cpu' | 'memory'): number {
  const sizeOf = ({ taskDefinition }: Task) => {
    const whole = taskDefinition.document[member]
    if (whole !== undefined) return Number(whole)
    return taskDefinition.containers.reduce((total, container) => {
      const { cpu, memory, memoryReservation } = container as Document
      return total + Number((member === 'cpu' ? cpu : (memoryReservation ?? memory)) ?? 0)
    }, 0)
  }
  return tasks.reduce((total, task) => total + sizeOf(task), 0)
}
