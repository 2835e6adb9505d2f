import { expect, test } from '@jest/globals'
import { ApiError } from '../../../../src/core/errors/api-error.js'
import { idlePorts } from '../../../support/idle-ports.js'
import { aServiceDeployment } from '../../../support/service-builders.js'
import { aStubEcs } from '../../../support/stub-ecs.js'
import { watchOne } from '../../../support/watch-one.js'

test.each([
  {
    name: 'found',
    read: async () => aServiceDeployment({ status: 'IN_PROGRESS' }),
    arn: aServiceDeployment().arn,
    notices: 0,
  },
  {
    name: 'denied',
    read: () =>
      Promise.reject(
        new ApiError({
          kind: 'denied',
          operation: 'ecs:ListServiceDeployments',
          code: 'AccessDeniedException',
          message: 'no',
        }),
      ),
    arn: undefined,
    notices: 1,
  },
])('a service deployment that is $name is known when the poll is canceled after it', async row => {
  const workflow = new AbortController()
  let polls = 0
  const { result, rollout, notices } = await watchOne(
    {
      ecs: aStubEcs({
        findServiceDeployment: row.read,
        describeService: () => {
          polls++
          workflow.abort()
          return new Promise(() => {})
        },
      }),
      clock: { now: () => 0, sleep: async () => {}, random: () => 0 },
      canceled: workflow.signal,
      loadBalancers: idlePorts.loadBalancers,
      alarms: { describe: async () => new Map() },
    },
    {
      options: {
        minutes: 30,
        failFastAfter: 3,
        onTimeout: 'fail',
        onCancel: 'leave',
        onPartialFailure: 'leave',
        waitUntil: 'completed',
        interim: undefined,
      },
    },
  )
  expect([polls, result.kind]).toStrictEqual([1, 'cancelled'])
  expect(rollout.serviceDeploymentArn).toBe(row.arn)
  expect(notices).toHaveLength(row.notices)
})
