import type { Outcome, Rollout } from '../../src/core/outcome/outcome.js'
import { justStarted } from '../../src/core/outcome/outcome.js'
import type { DeployPlan } from '../../src/core/plan/plan.js'
import type { Happening } from '../../src/core/watch/news.js'
import { crashed, failing, happenings, unhealthy } from './failing.js'
import { aRefusedPlan } from './refused-plan.js'
import { aDeployPlan, anOutcome, aRegisterPlan, aRollout, aTracked, image } from './rollout-builders.js'
import { aService, aStranger, revisionArn, thePrevious } from './service-builders.js'

const serving7: Partial<Rollout> = { serving: revisionArn('web:7') }
const { previous: _, ...nothingBefore } = aTracked({ before: [] })
const { previous: __, ...firstPlan } = aDeployPlan({
  images: [{ container: 'app', to: image('9be21c4') }],
  changes: [],
})

const servesAgain: Happening = {
  at: 242_000,
  text: 'web:7 serves, 2 of 2 running',
  news: { kind: 'ended', as: 'rolled-back' },
}

const thresholdExceeded = 'Service deployment rolled back because the circuit breaker threshold was exceeded.'

const refusal = { kind: 'refused', target: { cluster: 'prod', service: 'web' }, notices: [] } as const

export const outcomes: Readonly<Record<string, Outcome>> = {
  succeeded: anOutcome({ kind: 'succeeded', running: 2 }, { happenings: happenings.slice(0, 1) }),
  'succeeded-first': anOutcome(
    { kind: 'succeeded', running: 1 },
    { tracked: nothingBefore, plan: firstPlan, desiredCount: 1 },
  ),
  'succeeded-with-failures': anOutcome(
    { kind: 'succeeded', running: 2 },
    { failures: [{ ...unhealthy, tasks: unhealthy.tasks.slice(0, 1) }], failedTasks: 1 },
  ),
  idle: anOutcome({ kind: 'idle' }, { desiredCount: 0 }),
  started: {
    kind: 'started',
    rollout: justStarted(aDeployPlan(), { arn: revisionArn('web:8'), revision: '8' }, aTracked()),
    notices: [],
  },
  'no-change': {
    kind: 'no-change',
    plan: aDeployPlan({
      changes: [],
      images: [{ container: 'app', from: image('9be21c4'), to: image('9be21c4') }],
    }),
    serving: revisionArn('web:7'),
    notices: [],
  },
  planned: {
    kind: 'planned',
    plan: aDeployPlan({
      images: [
        { container: 'app', from: image('1f3c9e0'), to: image('9be21c4') },
        { container: 'envoy', to: 'public.ecr.aws/envoy/envoy:v1.30' },
      ],
      changes: [
        { sign: '~', path: 'app.image', from: image('1f3c9e0'), to: image('9be21c4') },
        { sign: '~', path: 'app.environment.LOG_LEVEL', hidden: true },
        { sign: '+', path: 'app.portMappings.5201/tcp' },
        { sign: '~', path: 'cpu', from: '256', to: '512' },
        { sign: '+', path: 'envoy' },
      ],
      checks: [
        { id: 'service-active', result: 'passed', text: '', next: '' },
        {
          id: 'rollback-target',
          result: 'warning',
          text: 'no deployment of this service is COMPLETED: if this one fails, ECS has nothing to roll back to',
          next: 'Watch this deployment; after its first success rollbacks work.',
        },
      ],
    }),
    notices: [
      { level: 'warning', text: 'wait-for-minutes is given, but has no effect: a dry-run watches nothing.' },
    ],
  },
  'planned-registration': { kind: 'planned', plan: aRegisterPlan(), notices: [] },
  'planned-nothing': {
    kind: 'nothing-seen',
    target: { cluster: 'prod', service: 'web' },
    notices: [
      {
        level: 'warning',
        text: 'There are no AWS credentials and no task definition file: nothing could be checked.',
      },
    ],
  },
  registered: {
    kind: 'registered',
    plan: aRegisterPlan(),
    registered: { arn: revisionArn('web:8'), revision: '8' },
    notices: [
      {
        level: 'notice',
        text: 'td.json: read-only members of a described task definition are left out: revision, status.',
      },
    ],
  },
  'refused-inputs': {
    ...refusal,
    problems: [
      { subject: 'circuit-breaker', text: '"maybe" is not one of rollback, stop, keep' },
      { subject: 'wait-for-minutes', text: '"abc" is not a whole number from 1 to 360' },
      {
        subject: 'task-definition',
        text: 'unknown key containerDefinitons; did you mean containerDefinitions?',
        at: { file: 'td.json', line: 3, column: 5 },
      },
    ],
    checks: [],
  },
  'refused-image': {
    ...refusal,
    problems: [],
    checks: [
      { id: 'service-active', result: 'passed', text: '', next: '' },
      {
        id: 'image-moves',
        result: 'refused',
        text: 'container app: web:latest has the tag latest, which moves: the same revision could run other software tomorrow',
        next: 'Give app an image with a tag that is pushed once (the commit), or a digest.',
      },
    ],
  },
  'refused-plan': aRefusedPlan,
  'refused-several': {
    ...aRefusedPlan,
    problems: [
      { subject: 'cluster', text: '"prd" was not found: check the name, the account and the region' },
    ],
    checks: [
      ...aRefusedPlan.checks,
      {
        id: 'fargate-size',
        result: 'refused',
        text: 'Fargate has no size of cpu 256 and memory 4096',
        next: 'Give 256 a memory of 512, 1024 or 2048.',
      },
    ],
  },
  'refused-permission': {
    ...refusal,
    problems: [
      {
        subject: 'permissions',
        text: 'the role may not call iam:PassRole on arn:aws:iam::123456789012:role/exec: allow it',
      },
    ],
    checks: [],
  },
  'refused-after-registration': {
    ...refusal,
    problems: [{ subject: 'ecs:UpdateService', text: 'ECS refuses: TaskDefinition is inactive' }],
    checks: [],
    registered: { arn: revisionArn('web:8'), revision: '8' },
  },
  'rolled-back': anOutcome(
    { kind: 'rolled-back', serving: revisionArn('web:7'), reason: thresholdExceeded },
    { ...failing, ...serving7, happenings: [...happenings, servesAgain], endedAt: 244_000 },
  ),
  'rolled-back-unseen': anOutcome(
    { kind: 'rolled-back', serving: revisionArn('web:7'), reason: thresholdExceeded },
    serving7,
  ),
  'rolled-back-hook': anOutcome(
    {
      kind: 'rolled-back',
      serving: revisionArn('web:7'),
      reason: 'Service deployment rolled back because POST_TEST_TRAFFIC_SHIFT pause hook timed out.',
    },
    serving7,
  ),
  'rolled-back-by-request': anOutcome({ kind: 'rolled-back', serving: revisionArn('web:7') }, serving7),
  'failed-first': anOutcome(
    { kind: 'failed', running: 1, reason: 'No rollback candidate was found to run the rollback.' },
    {
      ...failing,
      failures: [unhealthy, crashed],
      failedTasks: 4,
      tracked: nothingBefore,
      plan: firstPlan,
    },
  ),
  'failed-beside': anOutcome(
    { kind: 'failed', running: 0, reason: 'ECS deployment circuit breaker: tasks failed to start.' },
    { ...failing, ...serving7 },
  ),
  'failed-alarm': anOutcome({ kind: 'failed', running: 2, reason: 'a CloudWatch alarm stopped it' }),
  'superseded-undecided': anOutcome(
    { kind: 'superseded', by: aStranger(), fate: 'undecided' },
    { serving: revisionArn('web:7') },
  ),
  'superseded-completed': anOutcome(
    { kind: 'superseded', by: aStranger({ runningCount: 2 }), fate: 'completed' },
    { serving: revisionArn('web:9') },
  ),
  'superseded-rolling-back': anOutcome(
    { kind: 'superseded', by: aStranger(), fate: 'rolling-back' },
    { ...failing, serving: revisionArn('web:7') },
  ),
  'timed-out': anOutcome(
    { kind: 'timed-out', minutes: 30, aftermath: { kind: 'left' } },
    { ...serving7, endedAt: 1_800_000 },
  ),
  'timed-out-failing': anOutcome(
    { kind: 'timed-out', minutes: 1, aftermath: { kind: 'left' } },
    { ...failing, ...serving7, failedTasks: 3, endedAt: 60_000 },
  ),
  cancelled: anOutcome({ kind: 'cancelled', aftermath: { kind: 'left' } }, { ...serving7, endedAt: 60_000 }),
  'cancelled-rolled-back': anOutcome(
    { kind: 'cancelled', aftermath: { kind: 'rollback-requested' } },
    { ...serving7, endedAt: 60_000 },
  ),
  'cancelled-before': { kind: 'not-begun', target: { cluster: 'prod', service: 'web' }, notices: [] },
  unknown: anOutcome({ kind: 'unknown', reason: 'the AWS credentials are not valid any more' }, serving7),
  'unknown-lost': {
    kind: 'lost',
    plan: aDeployPlan(),
    registered: { arn: revisionArn('web:8'), revision: '8' },
    reason: 'UpdateService was sent, but its answer was lost (TimeoutError: socket hang up)',
    notices: [],
  },
}

/** A text that tries to be something else. */
export const hostile =
  'x `y` | <script>alert(1)</script> ](https://evil.example) **b** @everyone ![i](j)\n::error::z\r\n# h\n| a | b |'

function aPlanSaying(text: string): DeployPlan {
  return aDeployPlan({
    origin: text,
    images: [{ container: text, from: text, to: text }],
    changes: [{ sign: '~', path: text, from: text, to: text }],
    checks: [{ id: 'image-moves', result: 'warning', text, next: text }],
    observed: {
      target: { cluster: 'prod', service: 'web' },
      service: aService({ name: text, deployments: [thePrevious({ status: 'PRIMARY' })] }),
      live: {},
    },
    previous: text,
  })
}

/** A rolled back deployment with this text in every place that a report takes from elsewhere. */
export function anOutcomeSaying(text: string): Outcome {
  const rollout = aRollout({
    ...failing,
    plan: aPlanSaying(text),
    registered: { arn: text, revision: '8' },
    tracked: aTracked({ deploymentId: `ecs-svc/${text}`, previous: text }),
    serviceDeploymentArn: text,
    serving: text,
    failures: [{ ...unhealthy, reason: text, stopCode: text, container: text, exitCode: 1 }],
    happenings: [{ at: 1_000, text }],
  })
  return {
    kind: 'ended',
    ending: { kind: 'rolled-back', serving: text, reason: text },
    rollout,
    notices: [{ level: 'warning', text }],
  }
}

/** A refusal with this text as what is wrong and where. */
export function aRefusalSaying(text: string): Outcome {
  return {
    ...refusal,
    target: { cluster: text, service: text },
    problems: [
      { subject: text, text },
      { subject: 'task-definition', text, at: { file: text, line: 1, column: 1 } },
    ],
    checks: [{ id: 'image-moves', result: 'refused', text, next: text }],
    registered: { arn: text, revision: '8' },
    plan: aPlanSaying(text),
  }
}
