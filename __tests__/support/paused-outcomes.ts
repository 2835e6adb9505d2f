/** Steps that end while the deployment goes on. */
import type { Outcome } from '../../src/core/outcome/outcome.js'
import type { Rollout } from '../../src/core/outcome/rollout.js'
import { anOutcome, serving, tasksOf } from './rollout-builders.js'
import { aServiceDeployment } from './service-builders.js'

const id = 'ecs-pause-dGhpcyBpcyBhbiBpZCBvZiBhIHBhdXNlIGhvb2stLTE'
const hook = { id, expiresAt: 86_400_000, timeoutAction: 'ROLLBACK' }
const undecided: Partial<Rollout> = { endedAt: 95_000, serviceDeploymentArn: aServiceDeployment().arn }

export const pausedOutcomes: Readonly<Record<string, Outcome>> = {
  'started-stage': anOutcome(
    { kind: 'started', stage: 'BAKE_TIME' },
    { ...undecided, serving: serving(tasksOf('web:8', { healthy: 2, traffic: 100 })) },
  ),
  paused: anOutcome(
    { kind: 'paused', hook },
    {
      ...undecided,
      serving: serving('web:7'),
      pendingHook: { text: `pause hook ${id} waits`, pause: hook },
    },
  ),
}
