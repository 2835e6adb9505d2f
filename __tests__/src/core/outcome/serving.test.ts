import { expect, test } from '@jest/globals'
import type { ServingEvidence } from '../../../../src/core/outcome/revision-health.js'
import { type RevisionTasks, type Serving, whatServes } from '../../../../src/core/outcome/serving.js'
import type { TargetHealthSnapshot } from '../../../../src/core/resources/target-health.js'
import { aTracked, onlyRuns, serving, tasksOf } from '../../../support/rollout-builders.js'
import {
  aCompetingDeployment,
  aDeployment,
  aLoadBalancer,
  aService,
  aTarget,
  before,
  ours,
  revisionArn,
  thePrevious,
} from '../../../support/service-builders.js'
import { aTask } from '../../../support/task-builders.js'

const now = 600_000
const balanced = { loadBalancers: [aLoadBalancer({ targetGroups: ['web'] })] }
const both = [aDeployment({ runningCount: 2 }), thePrevious()]

function targets(group: string, states: Readonly<Record<string, string>>): TargetHealthSnapshot {
  const list = Object.entries(states).map(([id, state]) => aTarget({ id, state }))
  return { at: now, group, targets: list }
}

/** With an address of its own. */
const at = (address: string, startedBy: string, overrides = {}) =>
  aTask({ startedBy, addresses: [address], startedAt: 0, ...overrides })
const four = [at('8a', ours), at('8b', ours), at('7a', before), at('7b', before)]
const tasks8 = (healthStatus: string | undefined, startedAt = 0) =>
  [1, 2].map(() => aTask({ startedAt, healthStatus }))
const weighted = { ...balanced, strategy: 'CANARY', deployments: both }
const healthy = targets('web', { '8a': 'healthy', '8b': 'healthy', '7a': 'healthy', '7b': 'healthy' })
const none = (...others: readonly RevisionTasks[]): Serving => ({ kind: 'none', others })
const of8 = (more: Partial<RevisionTasks>) => tasksOf('web:8', more)
const of7 = (more: Partial<RevisionTasks>) => tasksOf('web:7', more)

test.each<{
  name: string
  service?: Parameters<typeof aService>[0]
  evidence?: Partial<ServingEvidence>
  expected: Serving
}>([
  {
    name: 'new targets that are not healthy yet do not serve',
    service: { ...balanced, deployments: both },
    evidence: { tasks: four, snapshots: [targets('web', { '8a': 'initial', '8b': 'unhealthy', '7a': 'healthy', '7b': 'healthy' })] },
    expected: { ...serving(of7({ healthy: 2 })), others: [of8({ healthy: 0 })] },
  },
  {
    name: 'both serve while both have healthy targets',
    service: { ...balanced, deployments: both },
    evidence: { tasks: four, snapshots: [targets('web', { '8a': 'healthy', '8b': 'initial', '7a': 'healthy', '7b': 'healthy' })] },
    expected: serving(of8({ healthy: 1 }), of7({ healthy: 2 })),
  },
  {
    name: 'tasks and targets that drain do not serve, although ECS counts the tasks',
    service: { ...balanced, deployments: both },
    evidence: { tasks: four.slice(0, 2), snapshots: [targets('web', { '8a': 'healthy', '8b': 'healthy', '7a': 'draining', '7b': 'draining' })] },
    expected: serving(of8({ healthy: 2 })),
  },
  {
    name: 'a target that drains does not serve, although its task is still meant to run',
    service: { ...balanced, deployments: both },
    evidence: { tasks: four, snapshots: [targets('web', { '8a': 'healthy', '8b': 'healthy', '7a': 'draining', '7b': 'draining' })] },
    expected: { ...serving(of8({ healthy: 2 })), others: [of7({ healthy: 0 })] },
  },
  {
    name: 'nothing serves where every target is unhealthy',
    service: { ...balanced, deployments: both },
    evidence: { tasks: four, snapshots: [targets('web', { '8a': 'unhealthy', '8b': 'unhealthy', '7a': 'unhealthy', '7b': 'unhealthy' })] },
    expected: none(of8({ healthy: 0 }), of7({ healthy: 0 })),
  },
  {
    name: 'a task that is a target of two groups must be healthy in both',
    service: { loadBalancers: [aLoadBalancer({ targetGroups: ['web'] }), aLoadBalancer({ targetGroups: ['internal'] })], deployments: [aDeployment({ runningCount: 2 })] },
    evidence: { tasks: four.slice(0, 2), snapshots: [targets('web', { '8a': 'healthy', '8b': 'healthy' }), targets('internal', { '8a': 'healthy', '8b': 'unhealthy' })] },
    expected: serving(of8({ healthy: 1 })),
  },
  {
    name: '100% of the traffic: the new one serves',
    service: weighted,
    evidence: { trafficWeight: 100, tasks: four, snapshots: [healthy] },
    expected: { ...serving(of8({ healthy: 2, traffic: 100 })), others: [of7({ healthy: 2, traffic: 0 })] },
  },
  {
    name: 'no traffic yet: the old one serves, although the new one is healthy',
    service: weighted,
    evidence: { trafficWeight: 0, tasks: four, snapshots: [healthy] },
    expected: { ...serving(of7({ healthy: 2, traffic: 100 })), others: [of8({ healthy: 2, traffic: 0 })] },
  },
  {
    name: 'a share of the traffic: both serve',
    service: weighted,
    evidence: { trafficWeight: 20, tasks: four, snapshots: [healthy] },
    expected: serving(of8({ healthy: 2, traffic: 20 }), of7({ healthy: 2, traffic: 80 })),
  },
  {
    name: 'traffic to unhealthy targets serves nobody',
    service: weighted,
    evidence: { trafficWeight: 20, tasks: four, snapshots: [targets('web', { '8a': 'unhealthy', '8b': 'unhealthy', '7a': 'healthy', '7b': 'healthy' })] },
    expected: { ...serving(of7({ healthy: 2, traffic: 80 })), others: [of8({ healthy: 0, traffic: 20 })] },
  },
  {
    name: 'traffic where the health is not known',
    service: weighted,
    evidence: { trafficWeight: 100 },
    expected: { ...serving(of8({ traffic: 100 })), others: [of7({ traffic: 0 })] },
  },
  {
    name: 'a weight that a rolling update may report says nothing',
    service: { ...weighted, strategy: 'ROLLING' },
    evidence: { trafficWeight: 0, tasks: four, snapshots: [healthy] },
    expected: serving(of8({ healthy: 2 }), of7({ healthy: 2 })),
  },
  {
    name: 'healthy containers serve without a load balancer',
    service: { deployments: [aDeployment({ runningCount: 2 })] },
    evidence: { tasks: tasks8('HEALTHY', now) },
    expected: serving(of8({ healthy: 2 })),
  },
  {
    name: 'containers without a result of their check do not',
    service: { deployments: [aDeployment({ runningCount: 2 })] },
    evidence: { tasks: tasks8('UNKNOWN'), checked: new Set([revisionArn('web:8')]) },
    expected: onlyRuns('web:8'),
  },
  {
    name: 'containers without a check serve once they are up for 40 seconds',
    service: { deployments: [aDeployment({ runningCount: 2 })] },
    evidence: { tasks: tasks8('UNKNOWN', now - 40_000) },
    expected: serving('web:8'),
  },
  {
    name: 'and not before',
    service: { deployments: [aDeployment({ runningCount: 2 })] },
    evidence: { tasks: tasks8('UNKNOWN', now - 39_000) },
    expected: none(of8({})),
  },
  {
    name: 'where tasks could not be read: what has completed serves',
    expected: serving('web:7'),
  },
  {
    name: 'and what still rolls out is not known to',
    service: { deployments: both },
    expected: { ...serving('web:7'), others: [of8({})] },
  },
  {
    name: 'where only that runs, nothing is known',
    service: { deployments: [aDeployment({ runningCount: 2 })] },
    expected: { kind: 'unknown', others: [of8({})] },
  },
  {
    name: 'no target is healthy: nothing serves, whoever has tasks',
    service: { ...balanced, deployments: both },
    evidence: { snapshots: [targets('web', { a: 'unhealthy', b: 'draining' })] },
    expected: none(of8({ healthy: 0 }), of7({ healthy: 0 })),
  },
  {
    name: 'instances as targets of the only revision',
    service: { ...balanced, deployments: [thePrevious({ status: 'PRIMARY' })] },
    evidence: { snapshots: [targets('web', { 'i-1': 'healthy', 'i-2': 'initial', 'i-3': 'draining' })] },
    expected: serving(of7({ healthy: 1 })),
  },
  {
    name: 'instances as targets of two revisions: what has completed',
    service: { ...balanced, deployments: both },
    evidence: { snapshots: [targets('web', { 'i-1': 'healthy', 'i-2': 'healthy' })] },
    expected: { ...serving('web:7'), others: [of8({})] },
  },
  {
    name: 'more targets than tasks: somebody else registers there, too',
    service: { ...balanced, deployments: [thePrevious({ status: 'PRIMARY' })] },
    evidence: { snapshots: [targets('web', { a: 'healthy', b: 'unhealthy', c: 'healthy' })] },
    expected: serving('web:7'),
  },
  {
    name: 'one of several groups could not be read',
    service: { loadBalancers: [aLoadBalancer(), aLoadBalancer({ targetGroups: ['internal'] })], deployments: [thePrevious({ status: 'PRIMARY' })] },
    evidence: { snapshots: [targets('internal', {})] },
    expected: serving('web:7'),
  },
  {
    name: 'tasks of every deployment of the same revision',
    service: { desiredCount: 3, deployments: [thePrevious({ id: ours, runningCount: 1 }), thePrevious()] },
    expected: serving(of7({ running: 3 })),
  },
  {
    name: 'a task says itself which revision it runs',
    service: { deployments: [aCompetingDeployment(), thePrevious()] },
    evidence: { tasks: [aTask({ startedBy: 'ecs-svc/1', taskDefinition: revisionArn('web:7'), startedAt: 0 })] },
    expected: serving(of7({ running: 1 })),
  },
  {
    name: 'a deployment without tasks does not serve',
    service: { deployments: [thePrevious({ status: 'PRIMARY', runningCount: 0 })] },
    expected: none(),
  },
  { name: 'a service that is scaled to zero', service: { desiredCount: 0 }, expected: none() },
])('$name', ({ service, evidence, expected }) => {
  const found = whatServes({
    service: aService(service),
    tracked: aTracked(),
    trafficWeight: undefined,
    tasks: undefined,
    snapshots: [],
    checked: new Set(),
    now,
    ...evidence,
  })
  expect(found).toStrictEqual(expected)
}) // biome-ignore format: one table
