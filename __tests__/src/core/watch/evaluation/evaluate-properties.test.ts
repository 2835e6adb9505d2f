/** What holds for every sequence of polls, likely or not. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Deployment, Service } from '../../../../../src/core/ecs/service.js'
import { evaluate } from '../../../../../src/core/watch/evaluation/evaluate.js'
import type { EvaluationState } from '../../../../../src/core/watch/evaluation/evaluation.js'
import { initialEvaluation } from '../../../../../src/core/watch/evaluation/evaluation.js'
import type { Snapshot } from '../../../../../src/core/watch/tracked-deployment.js'
import type { DeploymentResult } from '../../../../../src/core/watch/watch-result.js'
import { aTracked } from '../../../../support/rollout-builders.js'
import {
  aDeployment,
  aService,
  aServiceDeployment,
  before,
  ours,
  revisionArn,
  serviceRevisionArn,
  theirs,
} from '../../../../support/service-builders.js'

const tracked = aTracked()

const deployment = (id: string, status: string) => {
  const own = revisionArn(id === ours ? 'web:8' : id === before ? 'web:7' : 'web:9')
  return fc
    .record({
      taskDefinition: fc.constantFrom(own, own, own, revisionArn('web:10')),
      runningCount: fc.nat(2),
      pendingCount: fc.nat(2),
      failedTasks: fc.nat(4),
      rolloutState: fc.constantFrom('IN_PROGRESS', 'COMPLETED', 'FAILED', 'DREAMING'),
      rolloutStateReason: fc.constantFrom('', `rolling back to deploymentId ${before}.`),
    })
    .map(overrides => aDeployment({ id, status, ...overrides }))
}

/** Any choice of the three deployments, at most one of them PRIMARY. */
const deployments: fc.Arbitrary<Deployment[]> = fc
  .tuple(fc.subarray([ours, before, theirs]), fc.nat(3))
  .chain(([ids, leader]) =>
    fc.tuple(...ids.map((id, i) => deployment(id, i === leader ? 'PRIMARY' : 'ACTIVE'))),
  )

const service: fc.Arbitrary<Service> = fc
  .record({
    deployments,
    desiredCount: fc.constantFrom(0, 2),
    status: fc.constantFrom('ACTIVE', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'DRAINING'),
  })
  .map(overrides => aService(overrides))

const serviceDeployment = fc
  .record({
    status: fc.constantFrom(
      'PENDING',
      'IN_PROGRESS',
      'SUCCESSFUL',
      'STOPPED',
      'STOP_REQUESTED',
      'ROLLBACK_REQUESTED',
      'ROLLBACK_IN_PROGRESS',
      'ROLLBACK_SUCCESSFUL',
      'ROLLBACK_FAILED',
      'DREAMING',
    ),
    targetRevisionArn: fc.constantFrom(serviceRevisionArn(ours), serviceRevisionArn(theirs)),
    breaker: fc.constantFrom(
      { status: 'MONITORING', failures: 1, threshold: 3 },
      { status: 'TRIGGERED', failures: 3, threshold: 3 },
    ),
  })
  .map(overrides => aServiceDeployment(overrides))

const poll: fc.Arbitrary<Omit<Snapshot, 'at'>> = fc.record({
  service: fc.oneof(
    { weight: 9, arbitrary: service },
    { weight: 1, arbitrary: fc.constant('missing' as const) },
  ),
  serviceDeployment: fc.option(serviceDeployment, { nil: undefined }),
})

/** Looks from 2 to 40 seconds apart: the stale minute passes within some sequences and not in others. */
const polls: fc.Arbitrary<Snapshot[]> = fc
  .array(fc.tuple(poll, fc.integer({ min: 2_000, max: 40_000 })), { minLength: 1, maxLength: 8 })
  .map(steps => {
    let at = 0
    return steps.map(([poll, gap]) => {
      at += gap
      return { at, ...poll }
    })
  })

/** The poll that decides, and how. */
function decide(
  snapshots: readonly Snapshot[],
): { result: DeploymentResult; snapshot: Snapshot } | undefined {
  let state: EvaluationState = initialEvaluation
  for (const snapshot of snapshots) {
    const { verdict, state: next } = evaluate(tracked, state, snapshot)
    if (verdict.kind === 'decided') return { result: verdict.result, snapshot }
    state = next
  }
  return undefined
}

/** Checks every decision of this kind; a run that never reached one would prove nothing. */
function whenever(
  kind: DeploymentResult['kind'],
  holds: (service: Service, snapshot: Snapshot) => boolean,
): void {
  let reached = 0
  fc.assert(
    fc.property(polls, snapshots => {
      const decision = decide(snapshots)
      if (decision?.result.kind !== kind || decision.snapshot.service === 'missing') return true
      reached += 1
      return holds(decision.snapshot.service, decision.snapshot)
    }),
    { numRuns: 5_000, seed: 20_261_121 },
  )
  expect(reached).toBeGreaterThan(20)
}

const leader = ({ deployments }: Service) => deployments.find(({ status }) => status === 'PRIMARY')

test('succeeded: ours is PRIMARY with our task definition, and a task of it runs', () => {
  whenever('succeeded', service => {
    const primary = leader(service)
    return primary?.id === ours && primary.taskDefinition === revisionArn('web:8') && primary.runningCount > 0
  })
})

test('succeeded: no view shows a rollback, a stop or a failure of ours', () => {
  whenever('succeeded', (service, { serviceDeployment }) => {
    const against = ['STOP', 'ROLLBACK'].some(word => serviceDeployment?.status.startsWith(word))
    const bound = serviceDeployment?.targetRevisionArn === serviceRevisionArn(ours)
    return !(against && bound) && leader(service)?.rolloutState !== 'FAILED'
  })
})

test('idle: the service wants no task', () => {
  whenever('idle', service => service.desiredCount === 0 && leader(service)?.id === ours)
})

test('rolled-back: a deployment from before ours is PRIMARY', () => {
  whenever('rolled-back', service => leader(service)?.id === before)
})

test('superseded: a deployment that is neither ours nor from before is PRIMARY, or ECS went back from it', () => {
  whenever('superseded', service => {
    const isThere = service.deployments.some(({ id }) => id === theirs)
    return leader(service)?.id === theirs || (isThere && leader(service)?.id === before)
  })
})

test('failed: a view of our deployment says so', () => {
  whenever('failed', (service, { serviceDeployment }) => {
    const classic = service.deployments.some(
      ({ id, rolloutState }) => id === ours && rolloutState === 'FAILED',
    )
    return (
      classic || ['STOPPED', 'ROLLBACK_FAILED', 'STOP_REQUESTED'].includes(serviceDeployment?.status ?? '')
    )
  })
})

test('judging changes nothing that it was given, and says the same when requested again', () => {
  fc.assert(
    fc.property(polls, snapshots => {
      let state: EvaluationState = initialEvaluation
      for (const snapshot of snapshots) {
        const given = structuredClone({ tracked, state, snapshot })
        const first = evaluate(tracked, state, snapshot)
        expect(evaluate(tracked, state, snapshot)).toStrictEqual(first)
        expect({ tracked, state, snapshot }).toStrictEqual(given)
        state = first.state
      }
    }),
    { numRuns: 300, seed: 20_261_121 },
  )
})
