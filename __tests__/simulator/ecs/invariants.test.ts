import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { imageOf, taskDefinition, workingSoftware } from '../../../simulator/scenarios/web-service.js'
import { breakerOn, type ResponseJson, Stage } from '../support/stage.js'

type Command = { readonly kind: string; readonly after: number; readonly value: number }

const kinds = [
  'deploy-good',
  'deploy-bad',
  'deploy-crash',
  'deploy-missing',
  'scale',
  'force',
  'stop-deployment',
  'stop-task',
  'breaker-off',
  'alarm',
  'all-clear',
  'answer-pause',
]

const commands = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    after: fc.integer({ min: 0, max: 400 }),
    value: fc.integer({ min: 0, max: 6 }),
  }),
  { maxLength: 8 },
)

const images: Readonly<Record<string, string>> = {
  'deploy-good': imageOf('good'),
  'deploy-bad': imageOf('bad'),
  'deploy-crash': imageOf('crash'),
  'deploy-missing': imageOf('missing'),
}

const starts = ['healthy', 'blue-green', 'pause-hook', 'early-success'].map(name => scenarios[name])

function open(seed: number): Stage {
  const stage = Stage.of(starts[seed % starts.length] as Scenario, { seed })
  const alarms = { alarmNames: ['web-5xx'], enable: true, rollback: true }
  stage.call('UpdateService', { cluster: 'prod', service: 'web', deploymentConfiguration: { alarms } })
  stage.world.images.add(imageOf('good'), workingSoftware)
  stage.world.images.add(imageOf('bad'), { ...workingSoftware, listens: { 5001: {} } })
  stage.world.images.add(imageOf('crash'), { ...workingSoftware, exitsAfterSeconds: 1 })
  return stage
}

function perform(stage: Stage, { kind, value }: Command): void {
  const web = { cluster: 'prod', service: 'web' }
  const image = images[kind]
  if (image !== undefined) {
    const { taskDefinition: registered } = stage.call('RegisterTaskDefinition', taskDefinition(image))
    stage.call('UpdateService', {
      ...web,
      taskDefinition: registered.taskDefinitionArn,
      deploymentConfiguration: breakerOn,
    })
  } else if (kind === 'scale') {
    stage.call('UpdateService', { ...web, desiredCount: value })
  } else if (kind === 'force') {
    stage.call('UpdateService', { ...web, forceNewDeployment: true })
  } else if (kind === 'breaker-off') {
    stage.call('UpdateService', {
      ...web,
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: false, rollback: false } },
    })
  } else if (kind === 'no-hooks') {
    stage.call('UpdateService', { ...web, deploymentConfiguration: { lifecycleHooks: [] } })
  } else if (kind === 'alarm' || kind === 'all-clear') {
    stage.world.setAlarm('web-5xx', kind === 'alarm' ? 'ALARM' : 'OK')
  } else if (kind === 'answer-pause') {
    answerPause(stage, value)
  } else if (kind === 'stop-deployment') {
    const [newest] = stage.call('ListServiceDeployments', {
      ...web,
      status: ['IN_PROGRESS'],
    }).serviceDeployments
    if (newest !== undefined)
      stage.call('StopServiceDeployment', { serviceDeploymentArn: newest.serviceDeploymentArn })
  } else {
    const { taskArns } = stage.call('ListTasks', { cluster: 'prod', serviceName: 'web' })
    if (taskArns.length > 0)
      stage.call('StopTask', { cluster: 'prod', task: taskArns[value % taskArns.length] })
  }
}

function answerPause(stage: Stage, value: number): void {
  const { currentServiceDeployment: arn } = stage.service()
  const { lifecycleHookDetails = [], status } = arn === undefined ? {} : stage.serviceDeployment(arn)
  const waiting = lifecycleHookDetails.find((hook: ResponseJson) => hook.status === 'AWAITING_ACTION')
  if (waiting === undefined || status !== 'IN_PROGRESS') return
  const action = value > 3 ? 'ROLLBACK' : 'CONTINUE'
  stage.call('ContinueServiceDeployment', { serviceDeploymentArn: arn, hookId: waiting.hookId, action })
}

function everything(stage: Stage): ResponseJson {
  const service = stage.service()
  const { serviceDeployments } = stage.call('ListServiceDeployments', {
    cluster: 'prod',
    service: 'web',
    maxResults: 100,
  })
  const arns = serviceDeployments.slice(0, 20).map((item: ResponseJson) => item.serviceDeploymentArn)
  return {
    service,
    deployments: stage.call('DescribeServiceDeployments', { serviceDeploymentArns: arns }),
    running: stage.tasks('RUNNING'),
    stopped: stage.tasks('STOPPED').slice(0, 100),
  }
}

/** Plays the commands, with the time between them in steps of so many seconds. */
function play(
  seed: number,
  sequence: readonly Command[],
  step: number,
  inspect: (stage: Stage) => void = () => undefined,
): ResponseJson {
  const stage = open(seed)
  const pass = (seconds: number) => {
    for (let left = seconds; left > 0; left -= step) {
      stage.pass(Math.min(left, step))
      inspect(stage)
    }
  }
  for (const command of sequence) {
    pass(command.after)
    perform(stage, command)
    inspect(stage)
  }
  pass(1200)
  return everything(stage)
}

test('the same calls at the same times give the same history, whether time passes in seconds or in one leap', () => {
  fc.assert(
    fc.property(fc.nat(1000), commands, (seed, sequence) => {
      expect(play(seed, sequence, 10_000)).toStrictEqual(play(seed, sequence, 11))
    }),
    { numRuns: 25 },
  )
})

test('at any time: one PRIMARY, no negative count, sums that add up, room within the limits', () => {
  fc.assert(
    fc.property(fc.nat(1000), commands, (seed, sequence) => {
      let desiredMax = 4
      play(seed, sequence, 9, stage => {
        const service = stage.service()
        desiredMax = Math.max(desiredMax, service.desiredCount)
        check(service, desiredMax)
      })
    }),
    { numRuns: 25 },
  )
})

test('ids are never given twice', () => {
  fc.assert(
    fc.property(fc.nat(1000), commands, (seed, sequence) => {
      const { service, deployments, running, stopped } = play(seed, sequence, 10_000)
      const ids = [
        ...service.events.map((event: ResponseJson) => event.id),
        ...deployments.serviceDeployments.map((item: ResponseJson) => item.serviceDeploymentArn),
        ...deployments.serviceDeployments.map((item: ResponseJson) => item.targetServiceRevision.arn),
        ...[...running, ...stopped].map((task: ResponseJson) => task.taskArn),
      ]
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: 20 },
  )
})

test('after any history, a good deployment with a working image ends COMPLETED if nothing interferes', () => {
  fc.assert(
    fc.property(fc.nat(1000), commands, (seed, sequence) => {
      const last: Command[] = [
        { kind: 'all-clear', after: 1, value: 0 },
        { kind: 'no-hooks', after: 1, value: 0 },
        { kind: 'scale', after: 1, value: 2 },
        { kind: 'deploy-good', after: 10, value: 0 },
      ]
      const { service } = play(seed, [...sequence, ...last], 10_000)

      expect(service).toMatchObject({
        runningCount: 2,
        pendingCount: 0,
        deployments: [{ rolloutState: 'COMPLETED' }],
      })
      expect(service.deployments).toHaveLength(1)
    }),
    { numRuns: 25 },
  )
})

function check(service: ResponseJson, desiredMax: number): void {
  const { deployments } = service
  expect(deployments.filter(({ status }: ResponseJson) => status === 'PRIMARY')).toHaveLength(1)
  expect(deployments[0].status).toBe('PRIMARY')
  expect(service.taskDefinition).toBe(deployments[0].taskDefinition)
  for (const member of ['runningCount', 'pendingCount'] as const) {
    const sum = deployments.reduce((total: number, deployment: ResponseJson) => total + deployment[member], 0)
    expect(service[member]).toBeGreaterThanOrEqual(sum)
  }
  for (const deployment of deployments) {
    for (const member of ['desiredCount', 'runningCount', 'pendingCount', 'failedTasks']) {
      expect(deployment[member]).toBeGreaterThanOrEqual(0)
    }
  }
  if (service.deploymentConfiguration.strategy === 'ROLLING') {
    expect(service.runningCount + service.pendingCount).toBeLessThanOrEqual(2 * desiredMax)
  }
  expect(service.events.length).toBeLessThanOrEqual(100)
}
