import { entries } from './failing-rollouts.js'
import { anExpressPlan, anOutcome, aSpan, serving, tasksOf } from './rollout-builders.js'
import { taskArn } from './task-builders.js'

const healthyTasks = ['3e7a1395', '5e1c383c'].map(id =>
  aSpan({ arn: taskArn(id), createdAt: 14_000, startedAt: 47_000, healthyAt: 104_000 }),
)

/** `web:8` serves, and its tasks were healthy well before ECS completed the deployment. */
export const succeeded = anOutcome(
  { kind: 'succeeded', running: 2 },
  {
    timeline: entries.slice(0, 1),
    tasks: healthyTasks,
    healthyBy: 104_000,
    serving: serving(tasksOf('web:8', { healthy: 2 })),
  },
)

/** By the names of their golden files. */
export const successes = {
  succeeded,
  'succeeded-express': anOutcome({ kind: 'succeeded', running: 2 }, { plan: anExpressPlan() }),
}
