import { type Container, containersHealth, type Task } from '../state/task.js'
import { epoch, epochOrAbsent, present } from './epoch.js'

/** A task as DescribeTasks answers it. Addresses and attachment ids are derived from the task's id. */
export function taskShape(task: Task): Record<string, unknown> {
  const { document } = task.taskDefinition
  return present({
    attachments: task.launchType === 'FARGATE' ? [networkInterface(task)] : [],
    attributes: [{ name: 'ecs.cpu-architecture', value: 'x86_64' }],
    availabilityZone: zoneOf(task),
    clusterArn: task.clusterArn,
    connectivity: task.connectivityAt === undefined ? undefined : 'CONNECTED',
    connectivityAt: epochOrAbsent(task.connectivityAt),
    containers: task.containers.map(container => containerShape(task, container)),
    cpu: document.cpu,
    createdAt: epoch(task.createdAt),
    desiredStatus: task.desiredStatus,
    enableExecuteCommand: task.attributes.enableExecuteCommand ?? false,
    executionStoppedAt: epochOrAbsent(task.executionStoppedAt),
    group: task.group,
    healthStatus: containersHealth(task),
    lastStatus: task.lastStatus,
    launchType: task.launchType,
    memory: document.memory,
    overrides: task.attributes.overrides ?? { containerOverrides: [], inferenceAcceleratorOverrides: [] },
    platformVersion: task.launchType === 'FARGATE' ? '1.4.0' : undefined,
    platformFamily: task.launchType === 'FARGATE' ? 'Linux' : undefined,
    pullStartedAt: epochOrAbsent(task.pullStartedAt),
    pullStoppedAt: epochOrAbsent(task.pullStoppedAt),
    startedAt: epochOrAbsent(task.startedAt),
    startedBy: task.startedBy,
    stopCode: task.stopCode,
    stoppedAt: epochOrAbsent(task.stoppedAt),
    stoppedReason: task.stoppedReason,
    stoppingAt: epochOrAbsent(task.stoppingAt),
    taskArn: task.arn,
    taskDefinitionArn: task.taskDefinition.arn,
    version: task.version,
  })
}

function containerShape(task: Task, container: Container): object {
  return present({
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
    networkInterfaces:
      task.launchType === 'FARGATE'
        ? [{ attachmentId: attachmentId(task), privateIpv4Address: addressOf(task) }]
        : [],
    healthStatus: container.health,
  })
}

function networkInterface(task: Task): object {
  return {
    id: attachmentId(task),
    type: 'ElasticNetworkInterface',
    status:
      task.lastStatus === 'PROVISIONING'
        ? 'PRECREATED'
        : task.lastStatus === 'STOPPED'
          ? 'DELETED'
          : 'ATTACHED',
    details: [{ name: 'privateIPv4Address', value: addressOf(task) }],
  }
}

function attachmentId(task: Task): string {
  const { id } = task
  return `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`
}

/** Its private address, by which a target group of type `ip` knows it, too. */
export function addressOf(task: Task): string {
  return `10.0.${Number.parseInt(task.id.slice(0, 2), 16)}.${Number.parseInt(task.id.slice(2, 4), 16)}`
}

export function zoneOf(task: Task): string {
  return `${regionOf(task)}${'abc'[Number.parseInt(task.id[0] ?? '0', 16) % 3]}`
}

function regionOf(task: Task): string {
  return task.arn.split(':')[3] ?? ''
}
