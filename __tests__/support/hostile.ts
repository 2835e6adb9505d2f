/** Outcomes in which every text from elsewhere is one that tries to be something else. */
import type { Outcome } from '../../src/core/outcome/outcome.js'
import type { DeployPlan } from '../../src/core/plan/plan.js'
import { aCondition, anAlarm } from './alarm-builders.js'
import { failing, unhealthy } from './failing.js'
import { refusal } from './refused-plan.js'
import { aDeployPlan, anObserved, anOutcome, aPlannedImage, aRollout, aTracked } from './rollout-builders.js'
import { aService, revisionArn, thePrevious } from './service-builders.js'

/** A text that tries to be something else. */
export const hostile =
  'x `y` | <script>alert(1)</script> ](https://evil.example) **b** @everyone ![i](j)\n::error::z\r\n# h\n| a | b |'

function aPlanSaying(text: string): DeployPlan {
  return aDeployPlan({
    origin: text,
    images: [aPlannedImage({ container: text, from: text, to: text })],
    changes: [{ sign: '~', path: text, from: text, to: text }],
    checks: [{ id: 'image-moves', result: 'warning', text, next: text }],
    observed: anObserved({
      service: aService({ name: text, deployments: [thePrevious({ status: 'PRIMARY' })] }),
    }),
    previous: text,
  })
}

/** A rolled back deployment with this text in every place that a report takes from elsewhere. */
export function anOutcomeSaying(text: string): Outcome {
  const group = { ...unhealthy, reason: text, stopCode: text, container: text, exitCode: 1 }
  const rollout = aRollout({
    ...failing,
    plan: aPlanSaying(text),
    registered: { arn: text, revision: '8' },
    tracked: aTracked({ deploymentId: `ecs-svc/${text}`, previous: text }),
    serviceDeploymentArn: text,
    serving: text,
    failures: [group],
    causes: [{ group, description: text, detail: text, next: text, position: undefined }],
    timeline: [{ at: 1_000, text }],
  })
  return {
    kind: 'ended',
    result: { kind: 'rolled-back', serving: text, reason: text },
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
      { subject: 'task-definition', text, position: { file: text, line: 1, column: 1 } },
    ],
    checks: [{ id: 'image-moves', result: 'refused', text, next: text }],
    registered: { arn: text, revision: '8' },
    plan: aPlanSaying(text),
  }
}

/** The same of a deployment that an alarm failed: its name, its metric and the reason that CloudWatch gives. */
export function anAlarmSaying(text: string): Outcome {
  const condition = aCondition(text, {
    statistic: text,
    comparison: text,
    threshold: 5,
    evaluationPeriods: 1,
  })
  return anOutcome(
    { kind: 'rolled-back', serving: revisionArn('web:7'), reason: text },
    {
      plan: aPlanSaying(text),
      alarms: [text],
      alarmDetails: new Map([[text, anAlarm({ condition, reason: text })]]),
    },
  )
}
