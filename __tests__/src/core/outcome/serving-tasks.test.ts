import { expect, test } from '@jest/globals'
import type { Service } from '../../../../src/core/ecs/service.js'
import { type ServingTasks, servingTasks } from '../../../../src/core/outcome/serving-tasks.js'
import type { TargetHealthSnapshot } from '../../../../src/core/resources/target-health.js'
import { servingCount } from '../../../support/rollout-builders.js'
import {
  aDeployment,
  aLoadBalancer,
  aService,
  aTarget,
  revisionArn,
  thePrevious,
} from '../../../support/service-builders.js'

function look(at: number, ...states: string[]): TargetHealthSnapshot {
  return { at, group: 'web', targets: states.map((state, nth) => aTarget({ id: `10.0.0.${nth}`, state })) }
}

const back = aService({ deployments: [thePrevious({ status: 'PRIMARY' })] })
const atEnd = look(200, 'healthy', 'healthy', 'draining')

test.each<{
  name: string
  service?: Service | undefined
  serving?: string
  targets?: TargetHealthSnapshot[]
  seen: ServingTasks | undefined
}>([
  { name: 'what ECS counts', seen: servingCount(2, 2) },
  { name: 'what the load balancer says', targets: [atEnd], seen: servingCount(2, 2, 2) },
  {
    name: 'not what it said before the end',
    targets: [look(100, 'unhealthy')],
    seen: servingCount(2, 2),
  },
  {
    name: 'not where it may mean tasks of another revision',
    service: aService({ deployments: [aDeployment({ runningCount: 1 }), thePrevious()] }),
    targets: [atEnd],
    seen: servingCount(2, 2),
  },
  {
    name: 'not where several target groups say different things',
    targets: [atEnd, look(200, 'unhealthy')],
    seen: servingCount(2, 2),
  },
  {
    name: 'not where one of several target groups was asked',
    service: aService({
      loadBalancers: [aLoadBalancer(), aLoadBalancer({ port: 9001, targetGroups: ['internal'] })],
      deployments: [thePrevious({ status: 'PRIMARY' })],
    }),
    targets: [atEnd],
    seen: servingCount(2, 2),
  },
  {
    name: 'all of several target groups were asked, and one has targets',
    service: aService({
      loadBalancers: [aLoadBalancer({ targetGroups: ['web', 'green'] })],
      deployments: [thePrevious({ status: 'PRIMARY' })],
    }),
    targets: [atEnd, { ...look(200), group: 'green' }],
    seen: servingCount(2, 2, 2),
  },
  {
    name: 'not where others than its tasks are targets, too',
    targets: [look(200, 'healthy', 'unhealthy', 'healthy')],
    seen: servingCount(2, 2),
  },
  {
    name: 'a task that is no target yet is not healthy',
    targets: [look(200, 'healthy')],
    seen: servingCount(2, 2, 1),
  },
  {
    name: 'every deployment of the same revision',
    service: aService({
      desiredCount: 3,
      deployments: [thePrevious({ id: 'ecs-svc/1', runningCount: 1 }), thePrevious()],
    }),
    seen: servingCount(3, 3),
  },
  { name: 'nothing of a revision without tasks', serving: revisionArn('web:6'), seen: undefined },
  { name: 'nothing of a service that sleeps', service: aService({ desiredCount: 0 }), seen: undefined },
])('$name', ({ service = back, serving = revisionArn('web:7'), targets = [], seen }) => {
  expect(servingTasks({ service, serving, snapshots: targets, at: 200 })).toStrictEqual(seen)
})

test('nothing where nobody looked, or nobody knows what serves', () => {
  expect([
    servingTasks({ service: undefined, serving: revisionArn('web:7'), snapshots: [], at: 200 }),
    servingTasks({ service: back, serving: undefined, snapshots: [], at: 200 }),
  ]).toStrictEqual([undefined, undefined])
})
