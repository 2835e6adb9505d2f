/** Tasks of our deployment as DescribeTasks shows them, each value with a default and open to overrides. */
import type { Container, Task } from '../../src/core/ecs/task.js'
import { ours } from './service-builders.js'

/** An ARN with the same eight characters four times over: `taskArn('3e7a1395')`. */
export function taskArn(start: string): string {
  return `arn:aws:ecs:eu-west-1:123456789012:task/prod/${start.padEnd(32, '0')}`
}

/** Running, and meant to run. */
export function aTask(overrides: Partial<Task> = {}): Task {
  return {
    arn: taskArn('3e7a1395'),
    startedBy: ours,
    taskDefinition: undefined,
    lastStatus: 'RUNNING',
    desiredStatus: 'RUNNING',
    containers: [aContainer()],
    healthStatus: undefined,
    stopCode: undefined,
    stoppedReason: undefined,
    createdAt: undefined,
    startedAt: undefined,
    stoppingAt: undefined,
    stoppedAt: undefined,
    addresses: undefined,
    ...overrides,
  }
}

export function aContainer(overrides: Partial<Container> = {}): Container {
  return { name: 'app', healthStatus: undefined, exitCode: undefined, reason: undefined, ...overrides }
}

/** Stopped, and not for a reason that says anything. */
export function aStoppedTask(overrides: Partial<Task> = {}): Task {
  return aTask({
    lastStatus: 'STOPPED',
    desiredStatus: 'STOPPED',
    ...overrides,
  })
}

/** Taken out by the load balancer's health check. */
export function anUnhealthyTask(overrides: Partial<Task> = {}): Task {
  return aStoppedTask({
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason:
      'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/8e6d68f88cd88d12)',
    ...overrides,
  })
}
