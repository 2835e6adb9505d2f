/** When a deployment that ECS calls completed is a success. Times are seconds before now. */
import { expect, test } from '@jest/globals'
import type { Task } from '../../../../src/core/ecs/task.js'
import {
  confirmSuccess,
  confirmTargets,
  needsTargetHealth,
} from '../../../../src/core/watch/confirm-success.js'
import { aStoppedTask, aTask } from '../../../support/task-builders.js'

const now = 10_000_000
const ago = (seconds: number) => now - seconds * 1_000
const up = (since: number, task: Partial<Task> = {}) => aTask({ startedAt: ago(since), ...task })
const failed = (since: number) =>
  aStoppedTask({ stopCode: 'EssentialContainerExited', stoppedAt: ago(since) })
const scaledIn = aStoppedTask({ stopCode: 'ServiceSchedulerInitiated', stoppedAt: ago(5) })

test.each<{
  name: string
  running?: readonly Task[]
  stopped?: readonly Task[]
  completedAt?: number
  missing: string | undefined
}>([
  { name: 'a task is up for 40 seconds', running: [up(40)], missing: undefined },
  { name: 'a task is up for less', running: [up(39)], missing: 'only just started' },
  { name: 'a new task is healthy', running: [up(1, { healthStatus: 'HEALTHY' })], missing: undefined },
  { name: 'a new task started before the completion', running: [up(1)], completedAt: ago(1), missing: undefined },
  { name: 'a task started after the completion', running: [up(1)], completedAt: ago(2), missing: 'only just started' },
  { name: 'one of two tasks is up long enough', running: [up(1), up(60)], missing: undefined },
  { name: 'no task is listed', running: [], missing: 'none of its tasks is running' },
  { name: 'the only task is pending', running: [up(60, { lastStatus: 'PENDING' })], missing: 'none of its tasks is running' },
  { name: 'running tasks may not be read', missing: undefined },
  { name: 'a task failed two minutes ago', running: [up(130)], stopped: [failed(120)], missing: undefined },
  { name: 'a task failed less than two minutes ago', running: [up(130)], stopped: [failed(119)], missing: 'has just failed' },
  { name: 'tasks may not be read and one failed recently', stopped: [failed(10)], missing: 'has just failed' },
  { name: 'a task failed long ago and the one up is newer', running: [up(119)], stopped: [failed(600)], missing: 'none has been up' },
  { name: 'a task failed long ago and another one outlived it', running: [up(120)], stopped: [failed(600)], missing: undefined },
  { name: 'a task was stopped by scaling', running: [up(60)], stopped: [scaledIn], missing: undefined },
])('$name: $missing', ({ running, stopped = [], completedAt, missing }) => {
  const confirmation = confirmSuccess({ running, stopped, now, completedAt })
  const reason = confirmation.kind === 'not-yet' ? confirmation.reason : undefined
  expect(reason).toEqual(missing && expect.stringContaining(missing))
}) // biome-ignore format: one table

test.each<{ name: string; running?: readonly Task[]; completedAt?: number; needed: boolean }>([
  { name: 'the only task started after the completion', running: [up(60)], completedAt: ago(61), needed: true },
  { name: 'one of two tasks started before it', running: [up(60), up(90)], completedAt: ago(61), needed: false },
  { name: 'when ECS completed it is not known', running: [up(60)], needed: true },
  { name: 'the only task does not run yet', running: [up(60, { lastStatus: 'PENDING' })], needed: false },
  { name: 'the tasks may not be read', needed: false },
])('the health of the targets is needed if $name: $needed', ({ running, completedAt, needed }) => {
  expect(needsTargetHealth({ running, completedAt })).toBe(needed)
}) // biome-ignore format: one table

const target = (id: string, state: string) => ({
  id,
  state,
  port: 80,
  reason: undefined,
  description: undefined,
  revision: undefined,
})
const reachable = up(60, { addresses: ['10.0.0.1'] })

test.each<{
  name: string
  task?: Task
  groups: readonly (readonly ReturnType<typeof target>[] | undefined)[]
  missing?: string
}>([
  { name: 'its target is healthy', groups: [[target('10.0.0.1', 'healthy')]] },
  { name: 'its target is not healthy yet', groups: [[target('10.0.0.1', 'initial')]], missing: 'none of its targets' },
  { name: 'only the target of another task is healthy', groups: [[target('10.0.0.2', 'healthy')]], missing: 'none of its targets' },
  { name: 'it has no target', groups: [[]], missing: 'none of its targets' },
  { name: 'its target has no health checks', groups: [[target('10.0.0.1', 'unavailable')]] },
  { name: 'the other target group is idle', groups: [[], [target('10.0.0.1', 'healthy')]] },
  { name: 'the target is an instance', task: up(60), groups: [[target('i-1', 'healthy')]] },
  { name: 'the target is an unhealthy instance', task: up(60), groups: [[target('i-1', 'unhealthy')]], missing: 'none of its targets' },
  { name: 'the targets may not be read', groups: [undefined] },
])('$name: $missing', ({ task = reachable, groups, missing }) => {
  const confirmation = confirmTargets([task], groups)
  const reason = confirmation.kind === 'not-yet' ? confirmation.reason : undefined
  expect(reason).toEqual(missing && expect.stringContaining(missing))
}) // biome-ignore format: one table
