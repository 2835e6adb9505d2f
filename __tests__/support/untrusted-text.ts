/** Outcomes in which every text from elsewhere is one that tries to be something else. */
import type { Outcome } from '../../src/core/outcome/outcome.js'
import type { Plan, ServicePlan } from '../../src/core/plan/plan.js'
import { aCondition, anAlarm } from './alarm-builders.js'
import { failingRollout, unhealthy } from './failing-rollouts.js'
import { aRefusal } from './refused-plan.js'
import {
  anObserved,
  anOutcome,
  aPlan,
  aPlannedImage,
  aRevision,
  aServicePlan,
  aTracked,
  tasksOf,
} from './rollout-builders.js'
import { aService, revisionArn, thePrevious } from './service-builders.js'

/** A text that tries to be something else. */
export const untrustedText =
  'x `y` | <script>alert(1)</script> ](https://evil.example) **b** @everyone ![i](j)\n::error::z\r\n# h\n| a | b |'

function aServicePlanSaying(text: string): ServicePlan {
  return aServicePlan({
    changes: [{ sign: '~', path: text, from: text, to: text }],
    observed: anObserved({
      service: aService({ name: text, deployments: [thePrevious({ status: 'PRIMARY' })] }),
    }),
    previous: text,
  })
}

function planSaying(text: string): Partial<Plan> {
  return {
    revision: aRevision({
      origin: text,
      images: [aPlannedImage({ container: text, from: text, to: text })],
    }),
    checks: [{ id: 'image-moves', result: 'warning', text, next: text }],
  }
}

/** A rolled back deployment with this text in every place that a report takes from elsewhere. */
export function anOutcomeWithText(text: string): Outcome {
  const group = { ...unhealthy, reason: text, stopCode: text, container: text, exitCode: 1 }
  const outcome = anOutcome(
    { kind: 'rolled-back', serving: text, reason: text },
    {
      ...failingRollout,
      plan: aServicePlanSaying(text),
      tracked: aTracked({ deploymentId: `ecs-svc/${text}`, taskDefinition: text, previous: text }),
      serviceDeploymentArn: text,
      serving: { kind: 'revisions', revisions: [tasksOf('web:7', { taskDefinition: text })], others: [] },
      failures: [group],
      causes: [{ group, description: text, detail: text, next: text, position: undefined }],
      timeline: [{ at: 1_000, text }],
    },
    planSaying(text),
  )
  return { ...outcome, notices: [{ level: 'warning', text }] }
}

/** A refusal with this text as what is wrong and where. */
export function aRefusalWithText(text: string): Outcome {
  return aRefusal({
    targets: [{ cluster: text, service: text }],
    problems: [
      { subject: text, text },
      { subject: 'task-definition', text, position: { file: text, line: 1, column: 1 } },
    ],
    checks: [{ id: 'image-moves', result: 'refused', text, next: text }],
    revision: { arn: text, revision: '8' },
    plan: aPlan({ services: [aServicePlanSaying(text)], ...planSaying(text) }),
  })
}

/** The same of a deployment that an alarm failed: its name, its metric and the reason that CloudWatch gives. */
export function anAlarmWithText(text: string): Outcome {
  const condition = aCondition(text, {
    statistic: text,
    comparison: text,
    threshold: 5,
    evaluationPeriods: 1,
  })
  return anOutcome(
    { kind: 'rolled-back', serving: revisionArn('web:7'), reason: text },
    {
      plan: aServicePlanSaying(text),
      alarms: [text],
      alarmDetails: new Map([[text, anAlarm({ condition, reason: text })]]),
    },
    planSaying(text),
  )
}
