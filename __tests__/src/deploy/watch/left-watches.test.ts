/** Once one of several watches ends all, the others are left before anything else is read. */
import { expect, test } from '@jest/globals'
import { watch } from '../../../../src/deploy/watch/watch.js'
import { idlePorts } from '../../../support/idle-ports.js'
import { aTracked } from '../../../support/rollout-builders.js'
import { aDeployment, aService, aServiceDeployment } from '../../../support/service-builders.js'
import { aStubEcs } from '../../../support/stub-ecs.js'
import { noFailFast } from '../../../support/watch-builders.js'

/** `api` fails at the first poll, which shows that the completion of `web` is near. */
test('a service whose decision is near does not delay it', async () => {
  let now = 0
  const rest = {
    tracked: aTracked(),
    service: aService(),
    options: noFailFast,
    answeredHook: undefined,
    eventsBefore: [],
    targetGroups: [],
    checkedContainers: [],
    secrets: [],
    resumed: undefined,
    stoppedBecause: undefined,
  }
  const web = aService({ deployments: [aDeployment({ runningCount: 2 })] })
  const api = aService({ deployments: [aDeployment({ rolloutState: 'FAILED' })] })
  const statusOf = (name: string) => (name === 'api' ? 'ROLLBACK_FAILED' : 'IN_PROGRESS')
  const ecs = aStubEcs({
    describeServices: async targets => targets.map(({ service }) => (service === 'api' ? api : web)),
    findServiceDeployment: async ({ service }) =>
      aServiceDeployment({ arn: service, status: statusOf(service) }),
    describeServiceDeployments: async arns =>
      arns.map(arn => aServiceDeployment({ arn, status: statusOf(arn) })),
  })
  const clock = {
    now: () => now,
    random: () => 0.5,
    sleep: async (milliseconds: number) => {
      now += milliseconds
    },
  }
  const ports = {
    ecs,
    clock,
    canceled: new AbortController().signal,
    loadBalancers: idlePorts.loadBalancers,
    alarms: { describe: async () => new Map() },
  }
  const requests = ['web', 'api'].map(service => ({ ...rest, target: { cluster: 'prod', service } }))
  const states = await watch(ports, requests, {
    log: { line: () => {}, annotate: () => {} },
    isOver: all => all.some(({ end }) => end?.result.kind === 'failed'),
  })
  expect(states.map(({ end }) => end?.result.kind)).toStrictEqual([undefined, 'failed'])
  expect(now).toBe(states[1]?.end?.at)
})
