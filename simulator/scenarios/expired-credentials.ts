import { healthy } from './healthy.js'
import type { Scenario } from './scenario.js'

const { 'serving-task-definition-arn': _serving, ...expect } = healthy.expect

export const expiredCredentials: Scenario = {
  ...healthy,
  name: 'expired-credentials',
  title: 'The credentials expire before the deployment ends, so its outcome cannot be known.',
  outcome: 'unknown',
  during: 'Every call fails from 60 seconds after UpdateService.',
  faults: [{ kind: 'expired-credentials', after: { operation: 'UpdateService', ms: 60_000 } }],
  expect,
}
