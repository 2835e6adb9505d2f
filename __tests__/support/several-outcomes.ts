/** Runs about several services, each with a fate of its own. */
import { deployed, type Outcome } from '../../src/core/outcome/outcome.js'
import type { TakeBack } from '../../src/core/outcome/rollback-attempt.js'
import type { Rollout } from '../../src/core/outcome/rollout.js'
import type { ServiceResult } from '../../src/core/outcome/service-result.js'
import { nothingServes } from '../../src/core/outcome/serving.js'
import type { WatchResult } from '../../src/core/watch/watch-result.js'
import { failingRollout, servesAgain } from './failing-rollouts.js'
import { aPlan, aRollout, aServicePlan, complete, serving, tasksOf } from './rollout-builders.js'
import { aCompetingDeployment, revisionArn } from './service-builders.js'
import { thresholdExceeded } from './snapshots.js'

interface Fate {
  readonly name: string
  readonly result: WatchResult
  readonly rollout: Partial<Rollout>
}

function serviceOf({ name, result, rollout }: Fate): Extract<ServiceResult, { kind: 'ended' }> {
  const plan = aServicePlan()
  const { observed } = plan
  const arn = observed.service.arn.replace(/[^/]*$/, name)
  const own = {
    ...plan,
    observed: {
      ...observed,
      target: { ...observed.target, service: name },
      service: { ...observed.service, arn, name },
    },
  }
  return { kind: 'ended', result, rollout: aRollout({ ...rollout, plan: own }) }
}

function outcomeOf(fates: readonly Fate[]): Outcome {
  const services = fates.map(serviceOf)
  const plan = aPlan({ services: services.map(({ rollout }) => rollout.plan) })
  const revision = { arn: revisionArn('web:8'), revision: '8' }
  return complete(deployed({ plan, revision, services, problems: [] }))
}

const succeeds = { result: { kind: 'succeeded', running: 2 }, rollout: {} } as const
const rolledBack: Fate = {
  name: 'worker',
  result: { kind: 'rolled-back', serving: revisionArn('web:7'), reason: thresholdExceeded },
  rollout: {
    ...failingRollout,
    timeline: [...(failingRollout.timeline ?? []), servesAgain],
    endedAt: 244_000,
    serving: serving(tasksOf('web:7', { healthy: 2 })),
  },
}

function takenBack(attempt: TakeBack['attempt']): Partial<Rollout> {
  const was = 'completed'
  return {
    takeBack: { service: 'worker', failure: 'worker was rolled back', was, attempt },
    impact: { kind: 'unknown', reason: 'new-served' },
    endedAt: 400_000,
  }
}

export const severalOutcomes: Readonly<Record<string, Outcome>> = {
  'several-mixed': outcomeOf([
    { name: 'web', ...succeeds },
    { name: 'api', ...succeeds },
    { name: 'night', result: { kind: 'idle' }, rollout: { desiredCount: 0, serving: nothingServes } },
    {
      name: 'billing',
      result: { kind: 'superseded', by: aCompetingDeployment(), stateWhenSuperseded: 'undecided' },
      rollout: { serving: serving('web:7') },
    },
    rolledBack,
  ]),
  'several-taken-back': outcomeOf([
    {
      name: 'web',
      result: { kind: 'rolled-back', serving: revisionArn('web:7'), reason: 'worker was rolled back' },
      rollout: {
        ...takenBack({ kind: 'begun', to: revisionArn('web:7'), isTimedOut: false }),
        serving: serving(tasksOf('web:7', { running: 2 })),
      },
    },
    {
      name: 'api',
      result: { kind: 'succeeded', running: 2 },
      rollout: takenBack({
        kind: 'not-sent',
        why: 'the role deploy may not call ecs:UpdateService on service/prod/api',
      }),
    },
    rolledBack,
  ]),
}
