import { describe, expect, test } from '@jest/globals'
import type { FailureClass } from '../../../../src/core/diagnosis/classes.js'
import { failuresOf, groupFailures } from '../../../../src/core/diagnosis/failure-group.js'
import type { ServiceEvent } from '../../../../src/core/ecs/service.js'
import type { Task } from '../../../../src/core/ecs/task.js'
import { anEvent } from '../../../support/service-builders.js'
import { aContainer, anUnhealthyTask, aStoppedTask, taskArn } from '../../../support/task-builders.js'

const failureOf = (...[task, events]: [Task, readonly ServiceEvent[]]) =>
  failuresOf([task], events)[0]?.failure

const webTarget = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/8e6d68f88cd88d12'

/** A task that could not start: ECS repeats the reason in the container. */
const unstarted = (reason: string) =>
  aStoppedTask({
    stopCode: 'TaskFailedToStart',
    stoppedReason: reason,
    containers: [aContainer({ reason })],
  })

describe('a task that could not start', () => {
  test.each<{ said: string; failureClass: FailureClass }>([
    {
      said: 'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref docker.io/library/web:nope: docker.io/library/web:nope: not found',
      failureClass: 'image-pull',
    },
    {
      said: 'CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReadSeeker: failed open',
      failureClass: 'image-pull',
    },
    {
      said: "CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/amd64'",
      failureClass: 'image-pull',
    },
    {
      said: "CannotPullContainerError: The task can't pull the image. Check that the role has the permissions to pull images from the registry",
      failureClass: 'image-pull',
    },
    {
      said: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed',
      failureClass: 'resource-initialization',
    },
    {
      said: 'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times',
      failureClass: 'resource-initialization',
    },
    {
      said: 'Fetching secret data from AWS Secrets Manager in region eu-west-1: secret db: AccessDeniedException: denied',
      failureClass: 'resource-initialization',
    },
    { said: 'Task failed to start', failureClass: 'other' },
  ])('$said', ({ said, failureClass }) => {
    expect(failureOf(unstarted(`${said}.`), [])).toEqual({
      failureClass,
      reason: said,
      stopCode: 'TaskFailedToStart',
      container: 'app',
    })
  })

  test('the reason of the task counts if it has no containers', () => {
    const task = aStoppedTask({
      stopCode: 'TaskFailedToStart',
      stoppedReason: 'ResourceInitializationError: failed to validate logger args',
      containers: [],
    })
    expect(failureOf(task, [])).toEqual({
      failureClass: 'resource-initialization',
      reason: 'ResourceInitializationError: failed to validate logger args',
      stopCode: 'TaskFailedToStart',
    })
  })
})

describe('a container that ended', () => {
  const exited = (...containers: Parameters<typeof aContainer>[0][]) =>
    aStoppedTask({
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: containers.map(aContainer),
    })
  const oom = 'OutOfMemoryError: Container killed due to memory usage'
  test.each([
    {
      name: 'with its exit code',
      task: exited({ exitCode: 1 }),
      failure: { failureClass: 'container-exit', container: 'app', exitCode: 1 },
    },
    {
      name: 'without an error',
      task: exited({ exitCode: 0 }),
      failure: { failureClass: 'container-exit', container: 'app', exitCode: 0 },
    },
    {
      name: 'for lack of memory',
      task: exited({ exitCode: 137, reason: oom }),
      failure: { failureClass: 'out-of-memory', reason: oom, container: 'app', exitCode: 137 },
    },
    {
      name: 'the one with an error, not its sidecar that exited with 0',
      task: exited({ name: 'envoy', exitCode: 0 }, { exitCode: 3 }),
      failure: { failureClass: 'container-exit', container: 'app', exitCode: 3 },
    },
    {
      name: 'the one with an error, not the sidecars that were stopped because of it',
      task: exited({ name: 'envoy', exitCode: 137 }, { name: 'agent', exitCode: 143 }, { exitCode: 1 }),
      failure: { failureClass: 'container-exit', container: 'app', exitCode: 1 },
    },
    {
      name: 'killed, and no other container with an error',
      task: exited({ name: 'envoy', exitCode: 0 }, { exitCode: 137 }),
      failure: { failureClass: 'container-exit', container: 'app', exitCode: 137 },
    },
    {
      name: 'without any exit code',
      task: exited({}),
      failure: { failureClass: 'container-exit' },
    },
  ])('$name', ({ task, failure }) => {
    expect(failureOf(task, [])).toEqual({
      reason: 'Essential container in task exited',
      stopCode: 'EssentialContainerExited',
      ...failure,
    })
  })
})

describe('a task that failed its health check', () => {
  const task = anUnhealthyTask()
  const id = '3e7a1395'.padEnd(32, '0')
  const unhealthy = (reason: string, what = `(task ${id})`) =>
    anEvent(
      `(service web) ${what} (port 5001) is unhealthy in (target-group ${webTarget}) due to (reason ${reason})`,
    )
  const codes = 'Health checks failed with these codes: [404]'
  test.each([
    { name: 'has the reason of ECS', events: [], said: '' },
    {
      name: 'and the response that the load balancer got',
      events: [unhealthy(codes)],
      said: `, port 5001: ${codes}`,
    },
    {
      name: 'with a full stop at the end of the event',
      events: [anEvent(`${unhealthy('Request timed out').message}.`)],
      said: ', port 5001: Request timed out',
    },
    { name: 'but not of another task', events: [unhealthy(codes, '(task 5e1c383c)')], said: '' },
    { name: 'nor of an instance', events: [unhealthy(codes, '(instance i-0123)')], said: '' },
  ])('$name', ({ events, said }) => {
    expect(failureOf(task, events)).toEqual({
      failureClass: 'health-check',
      reason: `Task failed ELB health checks in (target-group web)${said}`,
      stopCode: 'ServiceSchedulerInitiated',
    })
  })

  test('in its container', () => {
    const task = anUnhealthyTask({ stoppedReason: 'Task failed container health checks' })
    expect(failureOf(task, [])).toEqual({
      failureClass: 'health-check',
      reason: 'Task failed container health checks',
      stopCode: 'ServiceSchedulerInitiated',
    })
  })
})

test('failures that differ only in ids and addresses form one group, the most frequent first', () => {
  const pull = (start: string, createdAt: number) => ({
    ...unstarted(`CannotPullContainerError: ${start.padEnd(32, '0')} via 10.0.3.${createdAt}: not found`),
    arn: taskArn(start),
    createdAt,
  })
  const lone = anUnhealthyTask({ arn: taskArn('5e1c383c'), createdAt: 1 })
  const groups = groupFailures([pull('b', 3), pull('a', 2), lone], [])
  expect(groups.map(({ failureClass, tasks }) => ({ failureClass, tasks }))).toStrictEqual([
    { failureClass: 'image-pull', tasks: [taskArn('a'), taskArn('b')] },
    { failureClass: 'health-check', tasks: [taskArn('5e1c383c')] },
  ])
})

test('failures with different exit codes form different groups', () => {
  const exited = (exitCode: number) =>
    aStoppedTask({ stopCode: 'EssentialContainerExited', containers: [aContainer({ exitCode })] })
  expect(groupFailures([exited(1), exited(2)], []).map(({ exitCode }) => exitCode)).toStrictEqual([1, 2])
})
