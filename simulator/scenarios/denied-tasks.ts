import { crashAtStart } from './crash-at-start.js'
import type { Scenario } from './scenario.js'

const { 'failure-class': _class, 'failure-reason': _reason, ...expect } = crashAtStart.expect

export const deniedTasks: Scenario = {
  ...crashAtStart,
  name: 'denied-tasks',
  title: 'Every task crashes, and the role may not read tasks: the outcome is known, the reason is not.',
  outcome: 'rolled-back',
  during: 'IAM denies ListTasks and DescribeTasks.',
  faults: [{ kind: 'access-denied', operations: ['ListTasks', 'DescribeTasks'] }],
  expect,
}
