import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { containerLimits } from '../../../../../src/core/checks/definition/container-limits.js'
import { aCheckContext, checkMessages, withContainer } from '../../../../support/check-builders.js'

const noFiles = (softLimit: number, hardLimit: number) => ({
  ulimits: [{ name: 'nofile', softLimit, hardLimit }],
})

test.each([
  { name: 'equal limits', container: noFiles(65_536, 65_536), says: [] },
  { name: 'no limit at all', container: noFiles(-1, -1), says: [] },
  { name: 'a hard limit that is unlimited', container: noFiles(65_536, -1), says: [] },
  {
    name: 'a soft limit above the hard one',
    container: noFiles(65_537, 65_536),
    says: ['refused: container app: the soft limit of nofile is 65537, above its hard limit 65536'],
  },
  {
    name: 'the shortest and the longest restart period',
    container: { restartPolicy: { enabled: true, restartAttemptPeriod: 60 } },
    says: [],
  },
  {
    name: 'a restart period that is too long',
    container: { restartPolicy: { enabled: true, restartAttemptPeriod: 1801 } },
    says: ['refused: container app: restartAttemptPeriod is 1801, but ECS accepts only 60 to 1800 seconds'],
  },
  { name: 'the longest timeouts of Fargate', container: { startTimeout: 120, stopTimeout: 120 }, says: [] },
  {
    name: 'a stop timeout that is too long for Fargate',
    container: { stopTimeout: 121 },
    says: [
      'refused: container app: stopTimeout is 121, but the valid values for Fargate are 2 to 120 seconds',
    ],
  },
  {
    name: 'timeouts that Fargate does not have',
    container: { startTimeout: 121, stopTimeout: 1 },
    says: [
      'warning: container app: startTimeout is 121, but the valid values for Fargate are 2 to 120 seconds',
      'warning: container app: stopTimeout is 1, but the valid values for Fargate are 2 to 120 seconds',
    ],
  },
])('$name', ({ container, says }) => {
  const around = { requiresCompatibilities: ['FARGATE'] }
  const context = aCheckContext({ definition: withContainer(container, around) })
  expect(checkMessages(runCheck(containerLimits, context))).toStrictEqual(says)
})
