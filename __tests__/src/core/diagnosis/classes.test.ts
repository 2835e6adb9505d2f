import { expect, test } from '@jest/globals'
import { classOfReason, type FailureClass, nextStep } from '../../../../src/core/diagnosis/classes.js'

const rolledBack = 'Service deployment rolled back because'
test.each([
  { reason: `${rolledBack} the circuit breaker threshold was exceeded.`, failureClass: 'other' },
  {
    reason: `${rolledBack} PRE_SCALE_UP lifecycle hook(s) failed. Lifecycle hook target arn:aws:lambda:eu-west-1:1:function:f returned FAILED status.`,
    failureClass: 'lifecycle-hook',
  },
  { reason: `${rolledBack} POST_TEST_TRAFFIC_SHIFT pause hook timed out.`, failureClass: 'lifecycle-hook' },
  {
    reason: `${rolledBack} PRE_SCALE_UP hook could not be invoked.`,
    failureClass: 'lifecycle-hook',
  },
  {
    reason: 'ECS was unable to parse the response due to: HookStatus must not be null.',
    failureClass: 'lifecycle-hook',
  },
  { reason: 'a CloudWatch alarm stopped it', failureClass: 'alarm' },
  { reason: 'alarm detected.', failureClass: 'alarm' },
  { reason: 'No rollback candidate was found to run the rollback.', failureClass: 'other' },
  { reason: undefined, failureClass: 'other' },
])('the reason of a deployment: $reason', ({ reason, failureClass }) => {
  expect(classOfReason(reason)).toBe(failureClass)
})

const steps: Record<FailureClass, RegExp> = {
  'image-pull': /image was pushed/,
  'resource-initialization': /secrets/,
  'container-exit': /log of app .* exit code 3/,
  'out-of-memory': /memory of app/,
  'health-check': /port and path/,
  placement: /capacity/,
  alarm: /alarm/,
  'lifecycle-hook': /hook/,
  permissions: /permission/,
  verification: /verify-url/,
  'time-limit': /wait-for-minutes/,
  other: /events/,
}
test.each(Object.entries(steps).map(([failureClass, says]) => ({ failureClass, says })))(
  '$failureClass has one thing to do',
  ({ failureClass, says }) => {
    const step = nextStep(failureClass as FailureClass, { container: 'app', exitCode: 3 })
    expect(step).toMatch(says)
    expect(step).toMatch(/^[A-Z].*\.$/)
  },
)
