/** What the verification after a rollout comes to. */
import type { Outcome } from '../../src/core/outcome/outcome.js'
import type { VerificationRollback } from '../../src/core/outcome/rollback-attempt.js'
import type { FailedVerification, VerificationResult } from '../../src/core/outcome/verification-result.js'
import { anOutcome, serving, tasksOf } from './rollout-builders.js'
import { revisionArn } from './service-builders.js'
import { taskArn } from './task-builders.js'

const url = 'https://web.example.com/version?…'
const verified: VerificationResult = {
  kind: 'verified',
  url: { url, requests: 4, took: 15_000 },
  task: undefined,
}

const failed: FailedVerification = {
  kind: 'failed',
  proof: 'disproven',
  reason: `${url}: 502 instead of 200: "Bad Gateway | ::error::x" (24 of 24 requests in 1:55)`,
  url: { url, requests: 24, took: 115_000 },
  task: undefined,
}

const unproven: FailedVerification = {
  kind: 'failed',
  proof: 'unproven',
  reason: 'the verifying task 5e1c383c of web:8 did not end within 5 minutes and goes on',
  url: undefined,
  task: {
    kind: 'timed-out',
    arn: taskArn('5e1c383c'),
    definition: 'web:8',
    minutes: 5,
    status: 'RUNNING',
  },
}

function failedOutcome(
  verification: FailedVerification,
  verificationRollback: VerificationRollback,
): Outcome {
  const outcome = anOutcome(
    { kind: 'failed', running: 2, reason: verification.reason, completedAt: 204_000 },
    {
      verification,
      verificationRollback,
      serving: serving(tasksOf('web:8', { running: 2 })),
      impact: { kind: 'unknown', reason: 'unverified' },
    },
  )
  return { ...outcome, verification }
}

export const verificationOutcomes: Readonly<Record<string, Outcome>> = {
  'succeeded-verified': {
    ...anOutcome({ kind: 'succeeded', running: 2 }, { verification: verified }),
    verification: verified,
  },
  'failed-verification': failedOutcome(failed, { kind: 'not-wanted' }),
  'failed-verification-unproven': failedOutcome(unproven, { kind: 'unproven' }),
  'failed-verification-denied': failedOutcome(failed, {
    kind: 'not-sent',
    why: 'the role deploy may not call ecs:UpdateService on service/prod/web',
  }),
  'rolled-back-verification': {
    ...anOutcome(
      { kind: 'rolled-back', serving: revisionArn('web:7'), reason: failed.reason },
      {
        verification: failed,
        verificationRollback: { kind: 'begun', to: revisionArn('web:7'), isTimedOut: false },
        serving: serving(tasksOf('web:7', { running: 2 })),
        impact: { kind: 'unknown', reason: 'unverified' },
        timeline: [
          {
            at: 319_000,
            text: 'the verification failed: rolling back to web:7',
            event: { kind: 'rolling-back', to: 'web:7' },
          },
          {
            at: 440_000,
            text: 'web:7 completed, 2 of 2 running',
            event: { kind: 'ended', as: 'rolled-back' },
          },
        ],
        endedAt: 440_000,
      },
    ),
    verification: failed,
  },
  'cancelled-verification': anOutcome(
    { kind: 'cancelled', rollback: { kind: 'left' } },
    {
      verification: {
        kind: 'cancelled',
        reason: 'the workflow was canceled',
        url: failed.url,
        task: undefined,
      },
    },
  ),
}
