/** Whether we stop a deployment. Times are seconds before now. */
import { expect, test } from '@jest/globals'
import type { Deployment } from '../../../../src/core/ecs/service.js'
import type { Task } from '../../../../src/core/ecs/task.js'
import { shouldFailFast } from '../../../../src/core/watch/deployment-health.js'
import { aTracked } from '../../../support/rollout-builders.js'
import { aDeployment, aService, thePrevious } from '../../../support/service-builders.js'
import { aStoppedTask, aTask } from '../../../support/task-builders.js'

const now = 10_000_000
const failed = (since = 10) =>
  aStoppedTask({ stopCode: 'EssentialContainerExited', stoppedAt: now - since * 1_000 })
const unplaced = aStoppedTask({ stopCode: 'TaskFailedToStart', stoppedReason: 'RESOURCE:MEMORY' })
const scaledIn = aStoppedTask({ stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity' })
const up = aTask({ startedAt: now - 60_000 })

interface Row {
  readonly name: string
  readonly ours?: Partial<Deployment>
  readonly stopped?: readonly Task[]
  readonly running?: readonly Task[]
  readonly is: boolean
}

function healthOf({ ours = {}, stopped = [], running }: Omit<Row, 'is'>) {
  const service = aService({ desiredCount: 2, deployments: [aDeployment(ours), thePrevious()] })
  return { tracked: aTracked(), service, stopped, running }
}

test.each<Row & { readonly after?: number }>([
  { name: 'all of three tasks', stopped: [failed(), failed(), failed()], is: true },
  { name: 'two tasks, which are fewer than the limit', stopped: [failed(), failed()], is: false },
  { name: 'enough tasks, with the limit off', stopped: [failed(), failed(), failed()], after: 0, is: false },
  { name: 'half of the tasks', stopped: [failed(), failed(), failed()], ours: { runningCount: 1, pendingCount: 2 }, is: false },
  { name: 'more than half', stopped: [failed(), failed(), failed()], ours: { runningCount: 1, pendingCount: 1 }, is: true },
  { name: 'half, by the running tasks that were read', stopped: [failed(), failed(), failed()], running: [up, aTask({ lastStatus: 'PENDING' }), up], is: false },
  { name: 'tasks without a place', stopped: [unplaced, unplaced, unplaced], is: false },
  { name: 'tasks that scaling stopped', stopped: [scaledIn, scaledIn, scaledIn], is: false },
  { name: 'most tasks, and all are up since, with a recent failure', stopped: [failed(44), failed(60), failed(60), failed(60), failed(60)], ours: { runningCount: 2 }, is: true },
  { name: 'most tasks, and all are up since, without a recent failure', stopped: [failed(45), failed(60), failed(60), failed(60), failed(60)], ours: { runningCount: 2 }, is: false },
])('failed: $name, so we stop it: $is', ({ after = 3, is, ...row }) => {
  expect(shouldFailFast(healthOf(row), { after, now })).toBe(is)
}) // biome-ignore format: one table
