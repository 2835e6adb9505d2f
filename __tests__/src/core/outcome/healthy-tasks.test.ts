import { expect, test } from '@jest/globals'
import { spansOf } from '../../../../src/core/diagnosis/task-span.js'
import { lastHealthyAt } from '../../../../src/core/outcome/healthy-tasks.js'
import { aSpan } from '../../../support/rollout-builders.js'
import { aTask, taskArn } from '../../../support/task-builders.js'

test.each([
  { name: 'of the last task', healthy: [104_000, 130_000], moments: [140_000], at: 130_000 },
  { name: 'unless it is not known of each', healthy: [104_000, undefined], moments: [140_000] },
  {
    name: 'the first moment, if no task could be read',
    healthy: [],
    moments: [140_000, 104_000],
    at: 104_000,
  },
  { name: 'nothing, where nothing checks it', healthy: [104_000], moments: [] },
])('when all were healthy: $name', ({ healthy, moments, at }) => {
  const spans = healthy.map((healthyAt, nth) => aSpan({ arn: taskArn(`${nth}`), healthyAt }))
  expect(lastHealthyAt(spans, moments)).toBe(at)
})

test.each([
  { name: 'a moment after its start', startedAt: 40_000, at: 104_000 },
  { name: 'a later one, if it started afterwards', startedAt: 120_000, at: 200_000 },
  { name: 'none, if it had begun to stop', startedAt: 40_000, stoppingAt: 90_000 },
  { name: 'none before it runs', startedAt: undefined },
])('a task was healthy by $name', ({ startedAt, stoppingAt, at }) => {
  const task = aTask({ createdAt: 0, startedAt, stoppingAt })
  expect(spansOf([task], { allHealthyAt: [104_000, 200_000] })[0]?.healthyAt).toBe(at)
})
