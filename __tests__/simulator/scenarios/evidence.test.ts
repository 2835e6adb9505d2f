import { expect, test } from '@jest/globals'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { deploy, type ResponseJson, Stage } from '../support/stage.js'

const group = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web-prod/6d0ecf831eec9f09'
const missing = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:9be21c5'

/** What the stopped tasks of the failed deployment say. */
test.each([
  {
    name: 'port-mismatch',
    task: {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: `Task failed ELB health checks in (target-group ${group})`,
    },
    container: { exitCode: 0 },
    absent: [],
    events: [
      /^\(service web\) \(task [0-9a-f]{32}\) \(port 5001\) is unhealthy in \(target-group \S+\) due to \(reason Health checks failed with these codes: \[404\]\)$/,
    ],
  },
  {
    name: 'crash-at-start',
    task: { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited' },
    container: { exitCode: 1 },
    absent: ['startedAt'],
    events: [],
  },
  {
    name: 'image-missing',
    task: {
      stopCode: 'TaskFailedToStart',
      stoppedReason: `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${missing}: ${missing}: not found`,
    },
    container: {
      reason: `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${missing}: ${missing}: not found`,
    },
    absent: ['startedAt'],
    events: [/^\(service web\) is unable to consistently start tasks successfully\.$/],
  },
])('$name leaves its evidence', ({ name, task, container, absent, events }) => {
  const scenario = scenarios[name]
  if (scenario === undefined) throw new Error(`no scenario ${name}`)
  const stage = Stage.of(scenario)
  const { id, arn } = deploy(stage, scenario)
  stage.passUntil(() => stage.serviceDeployment(arn).finishedAt !== undefined)

  const failed = stage
    .tasks('STOPPED')
    .filter((stopped: ResponseJson) => stopped.startedBy === id && stopped.stopCode === task.stopCode)
  expect(failed.length).toBeGreaterThanOrEqual(3)
  for (const stopped of failed.slice(0, 3)) {
    expect(stopped).toMatchObject({
      ...task,
      lastStatus: 'STOPPED',
      desiredStatus: 'STOPPED',
      group: 'service:web',
    })
    expect(stopped.containers[0]).toMatchObject(container)
    for (const member of absent) expect(stopped).not.toHaveProperty(member)
  }
  const messages = stage.messages()
  for (const event of events) expect(messages).toContainEqual(expect.stringMatching(event))
  expect(messages).toContain(`(service web) (deployment ${id}) deployment failed: tasks failed to start.`)
})

test('stopped tasks can be described for an hour and then no longer', () => {
  const stage = Stage.of(scenarios['crash-at-start'] as never)
  const { arn } = deploy(stage, scenarios['crash-at-start'] as never)
  stage.passUntil(() => stage.serviceDeployment(arn).finishedAt !== undefined)
  const tasks = stage.tasks('STOPPED').map((task: ResponseJson) => task.taskArn)

  stage.pass(3000)
  expect(stage.tasks('STOPPED').length).toBe(tasks.length)
  stage.pass(700)
  expect(stage.tasks('STOPPED')).toStrictEqual([])
  expect(stage.call('DescribeTasks', { cluster: 'prod', tasks: tasks.slice(0, 1) }).failures).toStrictEqual([
    { arn: tasks[0], reason: 'MISSING' },
  ])
})

test('a healthy rollout has the messages of a real one, in the same order', () => {
  const stage = Stage.of(scenarios.healthy as never)
  const before = stage.service()
  const { id, arn } = deploy(stage, scenarios.healthy as never)
  const old = before.deployments[0].id
  stage.passUntil(() => stage.service().deployments.length === 1)
  stage.pass(1)

  const known = new Set(before.events.map((event: ResponseJson) => event.id))
  const logged = stage.service().events.filter((event: ResponseJson) => !known.has(event.id))
  expect(logged.map((event: ResponseJson) => withoutTasks(event.message)).toReversed()).toStrictEqual([
    '(service web) has started 2 tasks: (task …) (task …).',
    `(service web) registered 2 targets in (target-group ${group})`,
    '(service web) has stopped 2 running tasks: (task …) (task …).',
    `(service web) deregistered 2 targets in (target-group ${group})`,
    `(service web, taskSet ${old}) has begun draining connections on 2 tasks.`,
    `(service web) (deployment ${id}) deployment completed.`,
    '(service web) has reached a steady state.',
  ])
  expect(stage.serviceDeployment(arn).deploymentCircuitBreaker).toStrictEqual({
    status: 'MONITORING_COMPLETE',
    failureCount: 0,
    threshold: 3,
  })
})

function withoutTasks(message: string): string {
  return message.replaceAll(/\(task [0-9a-f]{32}\)/g, '(task …)')
}
