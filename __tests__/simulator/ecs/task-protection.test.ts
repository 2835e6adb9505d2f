import { expect, test } from '@jest/globals'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { deploy, Stage } from '../support/stage.js'

const cluster = 'prod'
const healthy = scenarios.healthy as Scenario

function protect(stage: Stage, tasks: readonly string[], more: object = {}) {
  return stage.call('UpdateTaskProtection', { cluster, tasks, protectionEnabled: true, ...more })
}

function arnsOf(stage: Stage): string[] {
  return stage.call('ListTasks', { cluster, serviceName: 'web' }).taskArns
}

test('a protected task delays the deployment until its protection ends', () => {
  const stage = Stage.of(healthy)
  const [task = ''] = arnsOf(stage)
  const { protectedTasks } = protect(stage, [task], { expiresInMinutes: 30 })
  const started = stage.world.now
  const { arn } = deploy(stage, healthy)
  stage.pass(25 * 60)

  expect(protectedTasks).toStrictEqual([
    { taskArn: task, protectionEnabled: true, expirationDate: (started + 30 * 60_000) / 1000 },
  ])
  expect(stage.serviceDeployment(arn).status).toBe('IN_PROGRESS')
  expect(arnsOf(stage)).toContain(task)
  expect(stage.messages()).toContainEqual(expect.stringContaining('(reason 1 tasks under protection)'))

  stage.pass(10 * 60)
  expect(stage.serviceDeployment(arn).status).toBe('SUCCESSFUL')
  expect(arnsOf(stage)).not.toContain(task)
})

test('without its protection the task is stopped, and the deployment goes on', () => {
  const stage = Stage.of(healthy)
  const tasks = arnsOf(stage).slice(0, 1)
  protect(stage, tasks, { expiresInMinutes: 2880 })
  const { arn } = deploy(stage, healthy)
  stage.pass(20 * 60)
  expect(stage.serviceDeployment(arn).status).toBe('IN_PROGRESS')
  expect(protect(stage, tasks, { protectionEnabled: false }).protectedTasks).toMatchObject([
    { protectionEnabled: false },
  ])
  stage.pass(5 * 60)

  expect(stage.serviceDeployment(arn).status).toBe('SUCCESSFUL')
})

test('more tasks than the service wants are not protected', () => {
  const stage = Stage.of(healthy)
  const old = arnsOf(stage)
  protect(stage, old)
  deploy(stage, healthy)
  stage.pass(60)
  const [added = ''] = arnsOf(stage).filter(arn => !old.includes(arn))

  expect(protect(stage, [added])).toStrictEqual({
    protectedTasks: [],
    failures: [{ arn: added, reason: 'DEPLOYMENT_BLOCKED' }],
  })
  expect(stage.call('GetTaskProtection', { cluster, tasks: old }).protectedTasks).toMatchObject([
    { protectionEnabled: true },
    { protectionEnabled: true },
  ])
})

test('a task of no service, and one that is not there', () => {
  const stage = Stage.of(healthy)
  const { tasks } = stage.call('RunTask', {
    ...{ cluster, taskDefinition: 'web', launchType: 'FARGATE' },
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a'] } },
  })
  const absent = 'arn:aws:ecs:eu-west-1:123456789012:task/prod/00000000000000000000000000000000'

  expect(protect(stage, [tasks[0].taskArn, absent]).failures).toStrictEqual([
    { arn: tasks[0].taskArn, reason: 'TASK_NOT_VALID' },
    { arn: absent, reason: 'MISSING' },
  ])
})

test.each([
  { name: 'no tasks', input: { tasks: [] }, message: 'Tasks cannot be empty.' },
  {
    name: 'too long',
    input: { tasks: ['0'.repeat(32)], expiresInMinutes: 2881 },
    message: 'expiresInMinutes must be between 1 and 2880.',
  },
  { name: 'no id', input: { tasks: ['web'] }, message: 'taskId length should be one of [32,36]' },
])('$name is refused', ({ input, message }) => {
  const stage = Stage.of(healthy)
  expect(() => protect(stage, [], input)).toThrow(message)
})
