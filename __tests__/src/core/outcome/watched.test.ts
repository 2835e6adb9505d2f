import { expect, test } from '@jest/globals'
import { watchedOf } from '../../../../src/core/outcome/watched.js'
import { noTasks } from '../../../../src/core/watch/slices/task-records.js'
import { aRevision, aServicePlan } from '../../../support/rollout-builders.js'
import { aWatch } from '../../../support/watch-builders.js'

const failed = { kind: 'failed', running: 2, reason: 'x' } as const

test.each([
  { name: 'before the end may have stopped since', requestedAt: 59_000, running: 2 },
  { name: 'after the end are those that are left', requestedAt: 60_000, running: 0 },
])('tasks that were read $name', ({ requestedAt, running }) => {
  const tasks = { ...noTasks, lastRunning: { kind: 'read', requestedAt, tasks: [] } as const }
  const state = { ...aWatch(), end: { result: failed, at: 60_000 }, tasks }
  expect(watchedOf(state, aServicePlan(), aRevision()).result).toMatchObject({ running })
})
