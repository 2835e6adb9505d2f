import { canceled, deployed, type Outcome, planned, registered } from '../../src/core/outcome/outcome.js'
import { type Rollout, unwatchedRollout } from '../../src/core/outcome/rollout.js'
import { nothingServes } from '../../src/core/outcome/serving.js'
import { defaultBreaker } from '../../src/core/settings/breaker.js'
import { triggeredAlarms } from './alarm-builders.js'
import {
  crashed,
  entries,
  failingRollout,
  servesAgain,
  stuckRollout,
  stuckTimeOut,
  undecidedRollout,
  unhealthy,
} from './failing-rollouts.js'
import { noCapacity, outage, reduced, unread } from './impacts.js'
import { pausedOutcomes } from './paused-outcomes.js'
import { aRefusal, aRefusedPlan } from './refused-plan.js'
import {
  anOutcome,
  aPlan,
  aPlannedImage,
  aRegistration,
  aRevision,
  aServicePlan,
  aTracked,
  breakerChange,
  complete,
  image,
  onlyRuns,
  serving,
  tasksOf,
} from './rollout-builders.js'
import { aCompetingDeployment, aTarget, revisionArn, targetGroupArn } from './service-builders.js'
import { thresholdExceeded } from './snapshots.js'
import { successes } from './success.js'
import { unknownOutcomes } from './unknown-outcomes.js'

const serving7: Partial<Rollout> = { serving: serving('web:7') }
const breakerStops = { ...defaultBreaker, enable: true, rollback: false }
const nothingBefore = aTracked({ before: [], previous: undefined })
const firstRevision = { revision: aRevision({ images: [aPlannedImage()] }) }
const firstPlan = aServicePlan({ changes: [], previous: undefined })
const healthyTargets = ['10.0.1.17', '10.0.2.30'].map(id =>
  aTarget({ id, port: 5001, revision: revisionArn('web:7') }),
)
const web = { cluster: 'prod', service: 'web' }
const web8 = { arn: revisionArn('web:8'), revision: '8' }
const unchanged = aServicePlan({ changes: [] })
const thePlan = aPlan({
  revision: aRevision({
    images: [
      aPlannedImage({ from: image('1f3c9e0') }),
      aPlannedImage({ container: 'envoy', to: 'public.ecr.aws/envoy/envoy:v1.30' }),
    ],
  }),
  services: [
    aServicePlan({
      changes: [
        { sign: '~', path: 'app.image', from: image('1f3c9e0'), to: image('9be21c4') },
        { sign: '~', path: 'app.environment.LOG_LEVEL', hidden: true },
        { sign: '+', path: 'app.portMappings.5201/tcp' },
        { sign: '~', path: 'cpu', from: '256', to: '512' },
        { sign: '+', path: 'envoy' },
      ],
    }),
  ],
  checks: [
    { id: 'service-active', result: 'passed', text: '', next: '' },
    {
      id: 'rollback-target',
      result: 'warning',
      text: 'no deployment of this service is COMPLETED: if this one fails, ECS has nothing to roll back to',
      next: 'Watch this deployment; once one has succeeded, ECS can roll back to it.',
    },
  ],
})

export const outcomes: Readonly<Record<string, Outcome>> = {
  ...successes,
  'succeeded-first': anOutcome(
    { kind: 'succeeded', running: 1 },
    {
      tracked: nothingBefore,
      plan: firstPlan,
      desiredCount: 1,
      serving: serving(tasksOf('web:8', { running: 1 })),
    },
    firstRevision,
  ),
  'succeeded-with-failures': anOutcome(
    { kind: 'succeeded', running: 2 },
    {
      failures: [{ ...unhealthy, tasks: unhealthy.tasks.slice(0, 1) }],
      failedTasks: 1,
    },
  ),
  idle: anOutcome({ kind: 'idle' }, { desiredCount: 0, serving: nothingServes }),
  started: complete(
    deployed({
      plan: aPlan(),
      revision: web8,
      services: [{ kind: 'started', rollout: unwatchedRollout(aServicePlan(), aTracked()) }],
      problems: [],
    }),
  ),
  ...pausedOutcomes,
  'no-change': complete(
    deployed({
      plan: aPlan({
        revision: aRevision({ images: [aPlannedImage({ from: image('9be21c4') })] }),
        services: [unchanged],
      }),
      revision: undefined,
      services: [{ kind: 'unchanged', plan: unchanged, serving: revisionArn('web:7') }],
      problems: [],
    }),
  ),
  planned: complete(planned([web], thePlan), [
    { level: 'warning', text: 'wait-for-minutes is set, but has no effect: a dry run watches nothing.' },
  ]),
  'planned-registration': complete(planned([], aRegistration())),
  'planned-nothing': complete(planned([web], undefined), [
    {
      level: 'warning',
      text: 'There are no AWS credentials and no task definition file: nothing could be checked.',
    },
  ]),
  registered: complete(registered(aRegistration(), web8), [
    {
      level: 'notice',
      text: 'td.json: read-only members of a described task definition are ignored: revision and status.',
    },
  ]),
  'refused-inputs': aRefusal({
    problems: [
      { subject: 'circuit-breaker', text: '"maybe" is not one of rollback, stop, keep' },
      { subject: 'wait-for-minutes', text: '"abc" is not a whole number from 1 to 360' },
      {
        subject: 'task-definition',
        text: 'unknown key containerDefinitons; did you mean containerDefinitions?',
        position: { file: 'td.json', line: 3, column: 5 },
      },
    ],
    checks: [],
  }),
  'refused-image': aRefusal({
    problems: [],
    checks: [
      { id: 'service-active', result: 'passed', text: '', next: '' },
      {
        id: 'image-moves',
        result: 'refused',
        text: 'container app: web:latest has the tag latest, which can move: the same revision could run different software tomorrow',
        next: 'Use a tag for app that is pushed only once (such as the commit), or a digest.',
      },
    ],
  }),
  'refused-plan': aRefusedPlan(),
  'refused-several': aRefusedPlan(
    [{ subject: 'cluster', text: '"prd" was not found: check the name, the account and the region' }],
    [
      {
        id: 'fargate-size',
        result: 'refused',
        text: 'Fargate has no size of cpu 256 and memory 4096',
        next: 'Set memory to 512, 1024 or 2048.',
      },
    ],
  ),
  'refused-permission': aRefusal({
    problems: [
      {
        subject: 'permissions',
        text: 'the role may not call iam:PassRole on arn:aws:iam::123456789012:role/exec: allow it',
      },
    ],
    checks: [],
  }),
  'refused-after-registration': aRefusal({
    problems: [{ subject: 'ecs:UpdateService', text: 'ECS refuses: TaskDefinition is inactive' }],
    checks: [],
    revision: web8,
  }),
  'rolled-back': anOutcome(
    { kind: 'rolled-back', serving: revisionArn('web:7'), reason: thresholdExceeded },
    {
      ...failingRollout,
      ...serving7,
      timeline: [...(failingRollout.timeline ?? []), servesAgain],
      endedAt: 244_000,
      serving: serving(tasksOf('web:7', { healthy: 2 })),
      targets: [{ at: 204_000, group: targetGroupArn, targets: healthyTargets }],
    },
  ),
  'rolled-back-early': anOutcome(
    { kind: 'rolled-back', serving: revisionArn('web:7') },
    {
      ...serving7,
      failures: [{ ...crashed, tasks: unhealthy.tasks }],
      failedTasks: 3,
      stoppedBecause: '3 of its tasks had failed, more than half of all that it started',
      impact: reduced,
    },
  ),
  'rolled-back-unseen': anOutcome(
    { kind: 'rolled-back', serving: revisionArn('web:7'), reason: thresholdExceeded },
    { ...serving7, impact: outage },
  ),
  'rolled-back-hook': anOutcome(
    {
      kind: 'rolled-back',
      serving: revisionArn('web:7'),
      reason: 'Service deployment rolled back because POST_TEST_TRAFFIC_SHIFT pause hook timed out.',
    },
    serving7,
  ),
  'rolled-back-alarm': anOutcome(
    {
      kind: 'rolled-back',
      serving: revisionArn('web:7'),
      reason: 'Service deployment rolled back because an alarm was triggered.',
    },
    { ...serving7, ...triggeredAlarms, impact: { kind: 'unknown', reason: 'alarm' } },
  ),
  'rolled-back-by-request': anOutcome({ kind: 'rolled-back', serving: revisionArn('web:7') }, serving7),
  'failed-first': anOutcome(
    { kind: 'failed', running: 1, reason: 'No rollback candidate was found to run the rollback.' },
    {
      ...failingRollout,
      failures: [unhealthy, crashed],
      failedTasks: 4,
      timeline: entries.map(({ at, text }) => ({ at, text: text.replace(' · web:7 2 running', '') })),
      serving: onlyRuns('web:8', { running: 1 }),
      tracked: nothingBefore,
      plan: firstPlan,
      impact: { ...outage, of: 0, spans: [{ from: 109_000, to: 204_000 }], lasts: true },
    },
    firstRevision,
  ),
  'failed-next-to-serving': anOutcome(
    { kind: 'failed', running: 0, reason: 'ECS deployment circuit breaker: tasks failed to start.' },
    {
      ...failingRollout,
      ...serving7,
      timeline: entries,
      tracked: aTracked({ breaker: breakerStops }),
      plan: aServicePlan({ settings: breakerChange(defaultBreaker, breakerStops) }),
    },
  ),
  'failed-alarm': anOutcome(
    { kind: 'failed', running: 2, reason: 'a CloudWatch alarm stopped it' },
    { impact: { kind: 'unknown', reason: 'alarm' } },
  ),
  'superseded-undecided': anOutcome(
    { kind: 'superseded', by: aCompetingDeployment(), stateWhenSuperseded: 'undecided' },
    { serving: serving('web:7') },
  ),
  'superseded-completed': anOutcome(
    { kind: 'superseded', by: aCompetingDeployment({ runningCount: 2 }), stateWhenSuperseded: 'completed' },
    { serving: serving('web:9'), impact: unread },
  ),
  'superseded-rolling-back': anOutcome(
    { kind: 'superseded', by: aCompetingDeployment(), stateWhenSuperseded: 'rolling-back' },
    { ...failingRollout, serving: serving('web:7') },
  ),
  'timed-out': anOutcome(
    { kind: 'timed-out', minutes: 30, rollback: { kind: 'left' } },
    { ...serving7, endedAt: 1_800_000 },
  ),
  'timed-out-failing': anOutcome(
    { kind: 'timed-out', minutes: 3, rollback: { kind: 'left' } },
    { ...undecidedRollout, ...serving7 },
  ),
  'timed-out-unplaced': anOutcome(
    { kind: 'timed-out', minutes: 5, rollback: { kind: 'left' } },
    {
      ...serving7,
      unplaced: noCapacity,
      endedAt: 300_000,
    },
  ),
  'timed-out-endless-retries': anOutcome(
    { kind: 'timed-out', minutes: 3, rollback: { kind: 'left' } },
    {
      ...undecidedRollout,
      ...serving7,
      tracked: aTracked({ breaker: defaultBreaker }),
      plan: aServicePlan({ settings: breakerChange(defaultBreaker, defaultBreaker) }),
    },
  ),
  'timed-out-rollback-stuck': anOutcome(stuckTimeOut, stuckRollout),
  cancelled: anOutcome({ kind: 'cancelled', rollback: { kind: 'left' } }, { ...serving7, endedAt: 60_000 }),
  'cancelled-rolled-back': anOutcome(
    { kind: 'cancelled', rollback: { kind: 'rollback-requested' } },
    { ...serving7, endedAt: 60_000 },
  ),
  'cancelled-before': complete(canceled([web], undefined)),
  ...unknownOutcomes,
}
