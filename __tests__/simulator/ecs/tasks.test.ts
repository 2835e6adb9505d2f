import { expect, test } from '@jest/globals'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { deploy, type ResponseJson, Stage } from '../support/stage.js'

const healthy = scenarios.healthy as Scenario

test('a task goes through its states in order', () => {
  const stage = Stage.of(healthy)
  const { id } = deploy(stage, healthy)
  stage.passUntil(() => stage.service().pendingCount === 2)
  const task = stage.tasks('RUNNING').find(({ startedBy }: ResponseJson) => startedBy === id) as ResponseJson
  const statuses: string[] = []
  const describe = () => {
    const [found] = stage.call('DescribeTasks', { cluster: 'prod', tasks: [task.taskArn] }).tasks
    if (statuses.at(-1) !== found.lastStatus) statuses.push(found.lastStatus)
    return found.lastStatus
  }
  stage.passUntil(() => describe() === 'RUNNING')
  stage.call('StopTask', { cluster: 'prod', task: task.taskArn, reason: 'enough' })
  stage.passUntil(() => describe() === 'STOPPED')

  expect(statuses).toStrictEqual([
    'PROVISIONING',
    'PENDING',
    'ACTIVATING',
    'RUNNING',
    'DEACTIVATING',
    'STOPPING',
    'DEPROVISIONING',
    'STOPPED',
  ])
  expect(stage.call('DescribeTasks', { cluster: 'prod', tasks: [task.taskArn] }).tasks[0]).toMatchObject({
    startedBy: id,
    group: 'service:web',
    stopCode: 'UserInitiated',
    stoppedReason: 'enough',
    containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 0 }],
  })
})

test('a task that stops before it is up writes no more logs', () => {
  const slow = scenarios['grace-too-short'] as Scenario
  const stage = Stage.of(slow)
  const { id } = deploy(stage, slow)
  let task: ResponseJson | undefined
  stage.passUntil(() => {
    task = stage.tasks('STOPPED').find(({ startedBy }: ResponseJson) => startedBy === id)
    return task?.lastStatus === 'STOPPED'
  })
  stage.pass(300)
  const name = `app/app/${task?.taskArn.split('/').at(-1)}`
  const stream = stage.world.logs.find('/ecs/web')?.streams.get(name)
  expect(stream?.events.map(({ message }) => message)).toStrictEqual([
    'Loading the model (about two minutes)',
  ])
})

test('tasks can be listed by service, by family or by who started them', () => {
  const stage = Stage.of(healthy)
  const { id } = stage.service().deployments[0]
  const list = (input: object) => stage.call('ListTasks', { cluster: 'prod', ...input }).taskArns

  expect(list({ serviceName: 'web' })).toHaveLength(2)
  expect(list({ family: 'web' })).toHaveLength(2)
  expect(list({ startedBy: id })).toHaveLength(2)
  expect(list({ startedBy: 'ecs-svc/1' })).toStrictEqual([])
  expect(list({ serviceName: 'web', desiredStatus: 'STOPPED' })).toStrictEqual([])
  expect(list({ serviceName: 'web', desiredStatus: 'PENDING' })).toStrictEqual([])
  expect(() => list({ serviceName: 'web', startedBy: id })).toThrow('Must specify only one of')
  expect(() => list({ serviceName: 'nope' })).toThrow('Service not found.')
})

test('a standalone task runs, and stops when its process ends', () => {
  const stage = Stage.of(healthy)
  stage.world.images.add('migrate:1', { exitsAfterSeconds: 20, exitCode: 0 })
  stage.call('RegisterTaskDefinition', {
    family: 'migrate',
    containerDefinitions: [{ name: 'job', image: 'migrate:1', memory: 64 }],
  })
  const { tasks, failures } = stage.call('RunTask', {
    cluster: 'prod',
    taskDefinition: 'migrate',
    startedBy: 'release',
  })
  expect(failures).toStrictEqual([])
  stage.pass(90)

  expect(stage.call('DescribeTasks', { cluster: 'prod', tasks: [tasks[0].taskArn] }).tasks[0]).toMatchObject({
    group: 'family:migrate',
    startedBy: 'release',
    lastStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited',
    containers: [{ exitCode: 0 }],
  })
})

test.each([
  { stopSeconds: 5, exitCode: 0, lasts: 5 },
  { stopSeconds: 60, exitCode: 137, lasts: 20 },
])(
  'stopped, a process that needs $stopSeconds s of its stopTimeout of 20 s ends with $exitCode',
  ({ stopSeconds, exitCode, lasts }) => {
    const stage = Stage.of(healthy)
    stage.world.images.add('worker:1', { stopSeconds })
    stage.call('RegisterTaskDefinition', {
      family: 'worker',
      containerDefinitions: [{ name: 'app', image: 'worker:1', memory: 64, stopTimeout: 20 }],
    })
    const [{ taskArn: task }] = stage.call('RunTask', { cluster: 'prod', taskDefinition: 'worker' }).tasks
    const describe = () => stage.call('DescribeTasks', { cluster: 'prod', tasks: [task] }).tasks[0]
    stage.passUntil(() => describe().lastStatus === 'RUNNING')
    stage.call('StopTask', { cluster: 'prod', task })
    stage.passUntil(() => describe().lastStatus === 'STOPPING')
    expect(stage.passUntil(() => describe().lastStatus !== 'STOPPING')).toBe(lasts)
    expect(describe().containers).toMatchObject([{ exitCode }])
  },
)

test('a container health check decides if the task definition has one', () => {
  const stage = Stage.of(healthy)
  const definition = JSON.parse(healthy.files['task-definition.json'] as string)
  definition.containerDefinitions[0].image = 'sick:1'
  definition.containerDefinitions[0].healthCheck = {
    command: ['CMD-SHELL', 'false'],
    interval: 10,
    retries: 2,
  }
  stage.world.images.add('sick:1', {
    listens: { 5001: { '/health': 200 } },
    containerHealthCheckPasses: false,
  })
  const { arn } = deploy(stage, {
    ...healthy,
    files: { 'task-definition.json': JSON.stringify(definition) },
    inputs: { image: 'sick:1' },
  })
  stage.passUntil(() => stage.serviceDeployment(arn).status === 'ROLLBACK_IN_PROGRESS')

  expect(stage.tasks('STOPPED').map(task => task.stoppedReason)).toContain(
    'Task failed container health checks',
  )
  expect(stage.messages()).toContainEqual(
    expect.stringMatching(/^\(service web\) \(task [0-9a-f]{32}\) failed container health checks\.$/),
  )
})
