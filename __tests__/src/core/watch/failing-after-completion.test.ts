/** When a deployment that ECS has completed has failed nevertheless. Times are seconds before now. */
import { expect, test } from '@jest/globals'
import type { Task } from '../../../../src/core/ecs/task.js'
import { keepsFailing } from '../../../../src/core/watch/failing-after-completion.js'
import { aStoppedTask, aTask } from '../../../support/task-builders.js'

const now = 10_000_000
const ago = (seconds: number) => now - seconds * 1_000
const completedAt = ago(300)

const stoppedTask = (from: number, to: number, task: Partial<Task>) =>
  aStoppedTask({ createdAt: ago(from), startedAt: ago(from), stoppedAt: ago(to), ...task })
const failed = (from: number, to: number) => stoppedTask(from, to, { stopCode: 'EssentialContainerExited' })
const unplaced = (from: number, to: number) =>
  stoppedTask(from, to, { stopCode: 'TaskFailedToStart', stoppedReason: 'RESOURCE:MEMORY' })
const interrupted = (from: number, to: number) => stoppedTask(from, to, { stopCode: 'SpotInterruption' })
const up = (since: number, task: Partial<Task> = {}) => aTask({ startedAt: ago(since), ...task })

const loop = [failed(310, 250), failed(240, 180), failed(170, 110)]

test.each<{
  name: string
  stopped: readonly Task[]
  running?: readonly Task[]
  after?: number
  is: boolean
}>([
  { name: 'three tasks in turn', stopped: loop, is: true },
  { name: 'three in turn, and the next has just started', stopped: loop, running: [up(5)], is: true },
  { name: 'two in turn', stopped: loop.slice(1), is: false },
  { name: 'two in turn, where two are enough', stopped: loop.slice(1), after: 2, is: true },
  { name: 'three in turn, with the limit off', stopped: loop, after: 0, is: false },
  { name: 'three, two of them before ECS completed it', stopped: [failed(400, 350), failed(350, 301), failed(240, 180)], is: false },
  { name: 'three at once, each for the first time', stopped: [failed(400, 200), failed(400, 199), failed(400, 198)], is: false },
  { name: 'one, where one is enough, and for the first time', stopped: [failed(400, 200)], after: 1, is: false },
  { name: 'three, and one has been up for two minutes since', stopped: loop, running: [up(120)], is: false },
  { name: 'three, and the one that has been up for two minutes is unhealthy', stopped: loop, running: [up(120, { healthStatus: 'UNHEALTHY' })], is: true },
  { name: 'three, and one has been up for two minutes, but not as long as those that failed', stopped: [failed(450, 290), failed(280, 130), failed(290, 140)], running: [up(125)], is: true },
  { name: 'three of six', stopped: loop, running: [up(5), up(5), up(5)], is: false },
  { name: 'three of seven, since others were interrupted', stopped: [...loop, interrupted(290, 200), interrupted(290, 200), interrupted(290, 200), interrupted(290, 200)], is: false },
  { name: 'three that found no place', stopped: [unplaced(250, 240), unplaced(230, 220), unplaced(210, 200)], is: false },
  { name: 'three that were interrupted', stopped: [interrupted(250, 240), interrupted(230, 220), interrupted(210, 200)], is: false },
])('failed since the completion: $name: $is', ({ stopped, running = [], after = 3, is }) => {
  expect(keepsFailing({ stopped, running, completedAt }, { after, now })).toBe(is)
}) // biome-ignore format: one table
