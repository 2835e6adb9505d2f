import { healthy } from './healthy.js'
import type { Scenario } from './scenario.js'

const { 'serving-task-definition-arn': _serving, ...expect } = healthy.expect

export const expiredCredentials: Scenario = {
  ...healthy,
  name: 'expired-credentials',
  title: 'The session of the role ends before the deployment does: what became of it cannot be known.',
  outcome: 'unknown',
  during: 'Every call is refused from 60 seconds after UpdateService on.',
  faults: [{ kind: 'expired-credentials', after: { operation: 'UpdateService', ms: 60_000 } }],
  expect,
}
