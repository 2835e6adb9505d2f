import { definedMembers } from '../../defined-members.js'
import type { Document } from '../state/document.js'
import { type Container, containersHealth, type Task } from '../state/task.js'
import { epoch, optionalEpoch } from './epoch.js'
import { interfacesShape, networkInterface, zoneOf } from './network-interface.js'

export function taskShape(task: Task): Record<string, unknown> {
  const { document } = task.taskDefinition
  const onFargate = task.launchType === 'FARGATE'
  const storage = document.ephemeralStorage ?? fargateStorage
  return definedMembers({
    attachments: onFargate ? [networkInterface(task)] : [],
    attributes: [{ name: 'ecs.cpu-architecture', value: 'x86_64' }],
    availabilityZone: zoneOf(task),
    capacityProviderName: task.attributes.capacityProviderName,
    clusterArn: task.clusterArn,
    containerInstanceArn: task.containerInstanceArn,
    connectivity: task.connectivityAt === undefined ? undefined : 'CONNECTED',
    connectivityAt: optionalEpoch(task.connectivityAt),
    containers: task.containers.map(container => containerShape(task, container)),
    cpu: document.cpu,
    createdAt: epoch(task.createdAt),
    desiredStatus: task.desiredStatus,
    ephemeralStorage: onFargate ? storage : document.ephemeralStorage,
    fargateEphemeralStorage: onFargate ? storage : undefined,
    enableExecuteCommand: task.attributes.enableExecuteCommand ?? false,
    executionStoppedAt: optionalEpoch(task.executionStoppedAt),
    group: task.group,
    healthStatus: containersHealth(task),
    lastStatus: task.lastStatus,
    launchType: task.launchType,
    memory: document.memory,
    overrides: overridesShape(task),
    platformVersion: onFargate ? '1.4.0' : undefined,
    platformFamily: onFargate ? 'Linux' : undefined,
    pullStartedAt: optionalEpoch(task.pullStartedAt),
    pullStoppedAt: optionalEpoch(task.pullStoppedAt),
    startedAt: optionalEpoch(task.startedAt),
    startedBy: task.startedBy,
    stopCode: task.stopCode,
    stoppedAt: optionalEpoch(task.stoppedAt),
    stoppedReason: task.stoppedReason,
    stoppingAt: optionalEpoch(task.stoppingAt),
    taskArn: task.arn,
    taskDefinitionArn: task.taskDefinition.arn,
    version: task.version,
  })
}

function containerShape(task: Task, container: Container): object {
  return definedMembers({
    containerArn: container.arn,
    taskArn: task.arn,
    name: container.definition.name,
    image: container.definition.image,
    imageDigest: container.imageDigest,
    runtimeId: container.imageDigest === undefined ? undefined : container.runtimeId,
    lastStatus: container.lastStatus,
    exitCode: container.exitCode,
    reason: container.reason,
    networkBindings: [],
    networkInterfaces: interfacesShape(task),
    healthStatus: container.health,
    ...reservations(container.definition),
  })
}

/** The default on Fargate, in GiB (fargate-task-storage). */
const fargateStorage = { sizeInGiB: 20 }

/** Strings; the default is 0 CPU units. */
function reservations({ cpu, memory, memoryReservation }: Document): object {
  const text = (value: unknown) => (value === undefined ? undefined : String(value))
  return { cpu: text(cpu ?? 0), memory: text(memory), memoryReservation: text(memoryReservation) }
}

/** Lists every container, overridden or not. */
function overridesShape(task: Task): object {
  const { containerOverrides = [], ...overrides } = (task.attributes.overrides ?? {}) as {
    readonly containerOverrides?: readonly { readonly name?: string }[]
  }
  return {
    containerOverrides: task.containers.map(({ definition: { name } }) => {
      return containerOverrides.find(override => override.name === name) ?? { name }
    }),
    inferenceAcceleratorOverrides: [],
    ...overrides,
  }
}
