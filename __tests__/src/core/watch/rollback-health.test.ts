/** Whether a deployment is spared although the user wants a rollback. Times are seconds before now. */
import { expect, test } from '@jest/globals'
import type { Deployment } from '../../../../src/core/ecs/service.js'
import type { Task } from '../../../../src/core/ecs/task.js'
import type { TargetHealth } from '../../../../src/core/resources/target-health.js'
import { mayBeHealthy, rollbackHealth } from '../../../../src/core/watch/rollback-health.js'
import { aTracked } from '../../../support/rollout-builders.js'
import { aDeployment, aService, thePrevious } from '../../../support/service-builders.js'
import { aStoppedTask, aTask } from '../../../support/task-builders.js'

const now = 10_000_000
const failed = (since: number) =>
  aStoppedTask({ stopCode: 'EssentialContainerExited', stoppedAt: now - since * 1_000 })
const up = aTask({ startedAt: now - 60_000 })
const starting = aTask({ lastStatus: 'PENDING' })

interface Row {
  readonly name: string
  readonly ours?: Partial<Deployment>
  readonly stopped?: readonly Task[]
  readonly running?: readonly Task[]
  readonly is: boolean
}

test.each<Row>([
  { name: 'with tasks up according to the service', ours: { runningCount: 2 }, is: true },
  { name: 'with tasks up according to a read of them', running: [up, up], is: true },
  { name: 'that lacks a task', ours: { runningCount: 1 }, is: false },
  { name: 'with a task that starts', ours: { runningCount: 2, pendingCount: 1 }, is: false },
  { name: 'with a task that failed lately', ours: { runningCount: 2 }, stopped: [failed(119)], is: false },
  { name: 'with a task that failed two minutes ago', ours: { runningCount: 2 }, stopped: [failed(120)], is: true },
  { name: 'with a failure that only ECS counts', ours: { runningCount: 2, failedTasks: 1 }, is: false },
  { name: 'with an old failure that ECS still counts', ours: { runningCount: 2, failedTasks: 1 }, stopped: [failed(600)], is: true },
  { name: 'with tasks up according to the service but not to a read of them', ours: { runningCount: 2 }, running: [up, starting], is: false },
  { name: 'with an unhealthy task', running: [up, aTask({ healthStatus: 'UNHEALTHY' })], is: false },
])('a deployment $name may be healthy: $is', ({ ours = {}, stopped = [], running, is }) => {
  const service = aService({ desiredCount: 2, deployments: [aDeployment(ours), thePrevious()] })
  expect(mayBeHealthy({ tracked: aTracked(), service, stopped, running }, now)).toBe(is)
}) // biome-ignore format: one table

const target = (id: string, state: string): TargetHealth => ({
  id,
  state,
  port: 80,
  reason: undefined,
  description: undefined,
  revision: undefined,
})
const at = (address: string, task: Partial<Task> = {}) => aTask({ addresses: [address], ...task })
const two = [at('10.0.0.1'), at('10.0.0.2')]
const old = target('10.0.0.9', 'healthy')
const healthy = aTask({ healthStatus: 'HEALTHY' })
const both = [target('10.0.0.1', 'healthy'), target('10.0.0.2', 'healthy')]

test.each<{
  name: string
  running?: readonly Task[] | undefined
  stopped?: readonly Task[]
  targets?: readonly (readonly TargetHealth[] | undefined)[]
  checksContainers?: boolean
  is: string
}>([
  { name: 'both targets are healthy', targets: [[...both, old]], is: 'healthy' },
  { name: 'both are healthy, since an old failure', targets: [both], stopped: [failed(600)], is: 'healthy' },
  { name: 'one target is initial', targets: [[target('10.0.0.1', 'healthy'), target('10.0.0.2', 'initial'), old]], is: 'not-healthy' },
  { name: 'one target is unhealthy', targets: [[target('10.0.0.1', 'healthy'), target('10.0.0.2', 'unhealthy'), old]], is: 'not-healthy' },
  { name: 'one target is not registered yet', targets: [[target('10.0.0.1', 'healthy'), old]], is: 'not-healthy' },
  { name: 'an old target is unhealthy', targets: [[...both, target('10.0.0.9', 'unhealthy')]], is: 'healthy' },
  { name: 'the other group of a blue/green deployment is idle', targets: [both, []], is: 'healthy' },
  { name: 'one of two groups finds one unhealthy', targets: [both, [target('10.0.0.1', 'unhealthy'), target('10.0.0.2', 'healthy')]], is: 'not-healthy' },
  { name: 'no load balancer asks for it (unused)', targets: [[target('10.0.0.1', 'unused'), target('10.0.0.2', 'unused')]], is: 'healthy' },
  { name: 'targets are instances, all of them healthy', running: [up, up], targets: [[target('i-1', 'healthy'), target('i-2', 'draining')]], is: 'healthy' },
  { name: 'targets are instances, one of them initial', running: [up, up], targets: [[target('i-1', 'healthy'), target('i-2', 'initial')]], is: 'not-healthy' },
  { name: 'tasks may not be read, and all targets are healthy', running: undefined, targets: [both], is: 'healthy' },
  { name: 'targets may not be read', targets: [undefined], is: 'unknown' },
  { name: 'targets of one of two groups may not be read', targets: [both, undefined], is: 'unknown' },
  { name: 'targets may not be read, and a task has failed', targets: [undefined], stopped: [failed(600)], is: 'not-healthy' },
  { name: 'there is no load balancer', is: 'healthy' },
  { name: 'there is no load balancer, and a task has failed', stopped: [failed(600)], is: 'not-healthy' },
  { name: 'a container health check has no result yet', checksContainers: true, running: [at('10.0.0.1', { healthStatus: 'UNKNOWN' })], is: 'not-healthy' },
  { name: 'a container health check passes', checksContainers: true, running: [at('10.0.0.1', { healthStatus: 'HEALTHY' })], is: 'healthy' },
  { name: 'every container health check passes since an old failure', running: [healthy, healthy], stopped: [failed(600)], is: 'healthy' },
  { name: 'not every container health check passes since an old failure', running: [healthy, up], stopped: [failed(600)], is: 'not-healthy' },
  { name: 'targets may not be read, and every container health check passes since an old failure', targets: [undefined], running: [healthy, healthy], stopped: [failed(600)], is: 'unknown' },
  { name: 'no container has a health check', running: [at('10.0.0.1', { healthStatus: 'UNKNOWN' })], is: 'healthy' },
])('$name: $is', ({ targets = [], stopped = [], checksContainers = false, is, ...row }) => {
  const running = 'running' in row ? row.running : two
  expect(rollbackHealth({ running, stopped }, { targets, checksContainers })).toBe(is)
}) // biome-ignore format: one table
