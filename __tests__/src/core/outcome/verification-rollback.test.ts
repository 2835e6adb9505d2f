import { expect, test } from '@jest/globals'
import { withStoppedDeployment } from '../../../../src/core/outcome/verification-rollback.js'
import { withVerification } from '../../../../src/core/outcome/verified.js'
import { type Watched, watchedOf } from '../../../../src/core/outcome/watched.js'
import type { WatchResult } from '../../../../src/core/watch/watch-result.js'
import { aRevision, aServicePlan } from '../../../support/rollout-builders.js'
import { revisionArn } from '../../../support/service-builders.js'
import { verificationOutcomes } from '../../../support/verification-outcomes.js'
import { aWatch } from '../../../support/watch-builders.js'

const { verification } = verificationOutcomes['failed-verification'] ?? {}

function watched(result: WatchResult): Watched {
  return watchedOf({ ...aWatch(), end: { result, at: 60_000 } }, aServicePlan(), aRevision())
}

test.each<{ readonly name: string; readonly result: WatchResult; readonly kind: WatchResult['kind'] }>([
  { name: 'completed', result: { kind: 'succeeded', running: 2 }, kind: 'failed' },
  { name: 'completed without tasks', result: { kind: 'idle' }, kind: 'failed' },
  {
    name: 'rolled back',
    result: { kind: 'rolled-back', serving: revisionArn('web:7'), reason: undefined },
    kind: 'rolled-back',
  },
])('a deployment that failed its verification and was stopped, but is $name: $kind', ({ kind, result }) => {
  if (!verification) throw new TypeError('no verification')
  const failed = withVerification(watched({ kind: 'started', stage: 'BAKE_TIME' }), verification, undefined)
  const stopped = withStoppedDeployment(failed, watched(result), { to: revisionArn('web:7') })
  expect(stopped.result).toMatchObject({ kind, reason: expect.stringContaining('502 instead of 200') })
  expect(stopped.rollout.verificationRollback?.kind).toBe(kind === 'failed' ? 'not-sent' : 'begun')
})
