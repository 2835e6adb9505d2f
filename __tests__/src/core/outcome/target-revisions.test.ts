/** Whose the targets are that a load balancer showed, and where that stays open. */
import { expect, test } from '@jest/globals'
import type { Task } from '../../../../src/core/ecs/task.js'
import { buildRollout } from '../../../../src/core/outcome/build-rollout.js'
import type { WatchRecord } from '../../../../src/core/outcome/watch-record.js'
import { aServicePlan, aSnapshot, aTracked } from '../../../support/rollout-builders.js'
import {
  aCompetingDeployment,
  aDeployment,
  aService,
  aTarget,
  revisionArn,
  targetGroupArn,
  thePrevious,
} from '../../../support/service-builders.js'
import { aStoppedTask, taskArn } from '../../../support/task-builders.js'

const ourAddress = '10.0.1.8'
const theirAddress = '10.0.1.7'

/** One that ran from 0:10 to 1:40. */
const ours = (more: Partial<Task> = {}): Task =>
  aStoppedTask({ addresses: [ourAddress], createdAt: 10_000, stoppedAt: 100_000, ...more })

interface Row {
  readonly name: string
  readonly sightings?: Partial<WatchRecord>
  readonly tasks?: readonly Task[]
  readonly denied?: boolean
  /** of the target at our address, and of the one at the other */
  readonly at?: number
  readonly state?: string
  readonly of: readonly (string | undefined)[]
}

const stillUp = aService({ deployments: [aDeployment({ runningCount: 2 }), thePrevious()] })

test.each<Row>([
  { name: 'by the addresses of our tasks, and of whom else there was', of: ['web:8', 'web:7'] },
  { name: 'an address that our task had no more', at: 101_000, of: ['web:7', 'web:7'] },
  {
    name: 'an address of which the target still drains',
    at: 101_000,
    state: 'draining',
    of: ['web:8', 'web:7'],
  },
  { name: 'an address that our task had not yet', at: 9_000, of: ['web:7', 'web:7'] },
  {
    name: 'two revisions were there before',
    sightings: { tracked: aTracked({ deployedBefore: [revisionArn('web:7'), revisionArn('web:6')] }) },
    of: ['web:8', undefined],
  },
  {
    name: 'someone else deployed',
    sightings: {
      result: { kind: 'superseded', by: aCompetingDeployment(), stateWhenSuperseded: 'undecided' },
    },
    of: ['web:8', undefined],
  },
  {
    name: 'no deployment replaced the failure',
    sightings: { result: { kind: 'failed', running: 0, reason: 'x', replacedBy: undefined } },
    of: ['web:8', 'web:7'],
  },
  {
    name: 'another deployment replaced the failure',
    sightings: { result: { kind: 'failed', running: 0, reason: 'x', replacedBy: aCompetingDeployment() } },
    of: ['web:8', undefined],
  },
  {
    name: 'our tasks run, without a read of them',
    sightings: { last: aSnapshot({ service: stillUp }) },
    of: ['web:8', undefined],
  },
  {
    name: 'targets are instances, which may run tasks of other services',
    tasks: [ours({ addresses: [] })],
    of: [undefined, undefined],
  },
  { name: 'the role may not read tasks', tasks: [], denied: true, of: [undefined, undefined] },
])('$name: $of', ({ sightings, tasks = [ours()], denied = false, at = 50_000, state = 'healthy', of }) => {
  const targets = [ourAddress, theirAddress].map(id => aTarget({ id, port: 5001, state }))
  const rollout = buildRollout({
    plan: aServicePlan(),
    definition: {},
    secrets: [],
    tracked: aTracked(),
    last: aSnapshot({ service: aService({ deployments: [thePrevious()] }) }),
    result: { kind: 'rolled-back', serving: revisionArn('web:7') },
    endedAt: 204_000,
    capacity: [],
    tasks: {
      all: tasks,
      stopped: tasks,
      running: undefined,
      healthy: new Map(),
      others: new Set([taskArn('77')]),
      denied,
    },
    targets: [{ at, group: targetGroupArn, targets }],
    alarms: new Map(),
    timeline: [],
    serviceDeploymentArn: undefined,
    unconfirmedReason: undefined,
    stoppedBecause: undefined,
    wait: undefined,
    rollback: undefined,
    ...sightings,
  })
  const [look] = rollout.targets ?? []
  expect(look?.targets.map(({ revision }) => revision)).toStrictEqual(
    of.map(name => name && revisionArn(name)),
  )
})
