import { expect, test } from '@jest/globals'
import { isFailed, isUp } from '../../../../src/core/ecs/task.js'
import { aContainer, anUnhealthyTask, aStoppedTask, aTask } from '../../../support/task-builders.js'

const exited = aStoppedTask({
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [aContainer({ exitCode: 1 })],
})

test.each([
  { name: 'an essential container that ended', task: exited, failed: true },
  {
    name: 'an essential container that exited with success, although a service runs endlessly',
    task: { ...exited, containers: [aContainer({ exitCode: 0 })] },
    failed: true,
  },
  {
    name: 'a task that could not start',
    task: aStoppedTask({ stopCode: 'TaskFailedToStart' }),
    failed: true,
  },
  { name: 'a failed load balancer health check', task: anUnhealthyTask(), failed: true },
  {
    name: 'a failed container health check',
    task: anUnhealthyTask({ stoppedReason: 'Task failed container health checks' }),
    failed: true,
  },
  {
    name: 'one that is on its way out',
    task: anUnhealthyTask({ lastStatus: 'DEACTIVATING' }),
    failed: true,
  },
  { name: 'one that runs', task: aTask(), failed: false },
  { name: 'one that is unhealthy and still runs', task: aTask({ healthStatus: 'UNHEALTHY' }), failed: false },
  {
    name: 'scaling, which ends the tasks of every replaced deployment',
    task: aStoppedTask({
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/8646900195280463695)',
    }),
    failed: false,
  },
  {
    name: 'a person',
    task: aStoppedTask({ stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user' }),
    failed: false,
  },
  {
    name: 'a Spot interruption',
    task: aStoppedTask({ stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' }),
    failed: false,
  },
  { name: 'a host that ends', task: aStoppedTask({ stopCode: 'TerminationNotice' }), failed: false },
  { name: 'a host that fails', task: aStoppedTask({ stopCode: 'InfrastructureHealth' }), failed: false },
  { name: 'an end without any code', task: aStoppedTask(), failed: false },
])('$name speaks against the revision: $failed', ({ task, failed }) => {
  expect(isFailed(task)).toBe(failed)
})

test.each([
  { name: 'running', task: aTask(), up: true },
  { name: 'running and healthy', task: aTask({ healthStatus: 'HEALTHY' }), up: true },
  { name: 'running without a check', task: aTask({ healthStatus: 'UNKNOWN' }), up: true },
  { name: 'running and unhealthy', task: aTask({ healthStatus: 'UNHEALTHY' }), up: false },
  { name: 'running and about to be stopped', task: aTask({ desiredStatus: 'STOPPED' }), up: false },
  { name: 'starting', task: aTask({ lastStatus: 'PENDING' }), up: false },
])('$name is up: $up', ({ task, up }) => {
  expect(isUp(task)).toBe(up)
})
