import { expect, test } from '@jest/globals'
import { stageOf } from '../../../../src/core/ecs/service-deployment.js'
import { aServiceDeployment } from '../../../support/service-builders.js'

test.each([
  { status: 'PENDING', stage: 'ongoing' },
  { status: 'IN_PROGRESS', stage: 'ongoing' },
  { status: 'STOP_REQUESTED', stage: 'stopping' },
  { status: 'ROLLBACK_REQUESTED', stage: 'rolling-back' },
  { status: 'ROLLBACK_IN_PROGRESS', stage: 'rolling-back' },
  { status: 'SUCCESSFUL', stage: 'successful' },
  { status: 'STOPPED', stage: 'stopped' },
  { status: 'ROLLBACK_SUCCESSFUL', stage: 'rolled-back' },
  { status: 'ROLLBACK_FAILED', stage: 'rollback-failed' },
  { status: 'FAILED', stage: 'ongoing' },
  { status: '', stage: 'ongoing' },
])('$status means $stage', ({ status, stage }) => {
  expect(stageOf(aServiceDeployment({ status }))).toBe(stage)
})
