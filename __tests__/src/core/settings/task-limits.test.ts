import { expect, test } from '@jest/globals'
import {
  isDeadlocked,
  maxConcurrentNewTasks,
  taskLimitsAt,
} from '../../../../src/core/settings/task-limits.js'

/** The examples of deployment-type-ecs: 75% of two keeps both, 125% of three adds none. */
test.each([
  { minimumHealthy: 100, maximum: 200, desired: 1, min: 1, max: 2, stuck: false },
  { minimumHealthy: 100, maximum: 100, desired: 1, min: 1, max: 1, stuck: true },
  { minimumHealthy: 100, maximum: 150, desired: 1, min: 1, max: 1, stuck: true },
  { minimumHealthy: 100, maximum: 150, desired: 2, min: 2, max: 3, stuck: false },
  { minimumHealthy: 50, maximum: 100, desired: 1, min: 1, max: 1, stuck: true },
  { minimumHealthy: 50, maximum: 100, desired: 2, min: 1, max: 2, stuck: false },
  { minimumHealthy: 75, maximum: 100, desired: 2, min: 2, max: 2, stuck: true },
  { minimumHealthy: 100, maximum: 125, desired: 3, min: 3, max: 3, stuck: true },
  { minimumHealthy: 100, maximum: 125, desired: 4, min: 4, max: 5, stuck: false },
  { minimumHealthy: 67, maximum: 133, desired: 3, min: 3, max: 3, stuck: true },
  { minimumHealthy: 66, maximum: 133, desired: 3, min: 2, max: 3, stuck: false },
  { minimumHealthy: 0, maximum: 100, desired: 1, min: 0, max: 1, stuck: false },
])(
  '$minimumHealthy% to $maximum% of $desired: $min to $max tasks, stuck: $stuck',
  ({ minimumHealthy, maximum, desired, min, max, stuck }) => {
    const room = taskLimitsAt({ minimumHealthyPercent: minimumHealthy, maximumPercent: maximum }, desired)
    expect(room).toStrictEqual({ min, max })
    expect(isDeadlocked(room, desired)).toBe(stuck)
  },
)

test.each([
  { name: 'one more than one', desired: 1, running: 1, minimum: 100, maximum: 200, tasks: 1 },
  {
    name: 'as many as are wanted, in addition to those',
    desired: 10,
    running: 10,
    minimum: 100,
    maximum: 200,
    tasks: 10,
  },
  { name: 'only the head-room', desired: 10, running: 10, minimum: 100, maximum: 120, tasks: 2 },
  { name: 'in place of those that may stop', desired: 10, running: 10, minimum: 50, maximum: 100, tasks: 5 },
  { name: 'never more than are wanted', desired: 2, running: 2, minimum: 0, maximum: 400, tasks: 2 },
  { name: 'all, where nothing runs yet', desired: 4, running: 0, minimum: 100, maximum: 100, tasks: 4 },
  { name: 'one where it could be none', desired: 1, running: 1, minimum: 100, maximum: 150, tasks: 1 },
])('new tasks side by side: $name', ({ desired, running, minimum, maximum, tasks }) => {
  const percents = { minimumHealthyPercent: minimum, maximumPercent: maximum }
  const settings = { ...percents, strategy: 'ROLLING', rolloutCount: desired }
  expect(maxConcurrentNewTasks(settings, running)).toBe(tasks)
})

test('traffic shifting runs both revisions whole', () => {
  const percents = { minimumHealthyPercent: 100, maximumPercent: 100 }
  expect(maxConcurrentNewTasks({ ...percents, strategy: 'CANARY', rolloutCount: 6 }, 2)).toBe(6)
})
