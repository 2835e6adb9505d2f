import { expect, test } from '@jest/globals'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { deploy, Stage } from '../support/stage.js'

const healthy = scenarios.healthy as Scenario

function alarms(more: object = {}): object {
  return {
    deploymentConfiguration: {
      deploymentCircuitBreaker: { enable: true, rollback: true },
      alarms: { alarmNames: ['web-5xx', 'web-slow'], enable: true, rollback: true, ...more },
    },
  }
}

test('an alarm during the rollout fails it and rolls it back', () => {
  const stage = Stage.of(healthy)
  const { id, arn } = deploy(stage, healthy, alarms())
  expect(stage.serviceDeployment(arn).alarms).toStrictEqual({
    status: 'MONITORING',
    alarmNames: ['web-5xx', 'web-slow'],
  })
  stage.pass(30)
  stage.world.setAlarm('web-slow', 'ALARM')
  stage.passUntil(() => stage.serviceDeployment(arn).status === 'ROLLBACK_IN_PROGRESS', 10)

  expect(stage.serviceDeployment(arn).alarms).toStrictEqual({
    status: 'TRIGGERED',
    alarmNames: ['web-5xx', 'web-slow'],
    triggeredAlarmNames: ['web-slow'],
  })
  const messages = stage.messages()
  expect(messages).toContain(`(service web) (deployment ${id}) deployment failed: alarm detected.`)
  expect(messages).toContainEqual(
    expect.stringMatching(/^\(service web\) rolling back to deployment ecs-svc\/\d+\.$/),
  )
  expect(stage.serviceDeployment(arn).deploymentCircuitBreaker.status).toBe('MONITORING')
  stage.passUntil(() => stage.serviceDeployment(arn).status === 'ROLLBACK_SUCCESSFUL')
})

test('without the rollback option the deployment fails and stops', () => {
  const stage = Stage.of(healthy)
  const { arn } = deploy(stage, healthy, alarms({ rollback: false }))
  stage.pass(30)
  stage.world.setAlarm('web-5xx', 'ALARM')
  stage.passUntil(() => stage.serviceDeployment(arn).status === 'STOPPED', 20)

  expect(stage.service().deployments[0]).toMatchObject({ status: 'PRIMARY', rolloutState: 'FAILED' })
})

test('an alarm that is in ALARM at the beginning switches the monitoring off', () => {
  const stage = Stage.of(healthy)
  stage.world.setAlarm('web-5xx', 'ALARM')
  const { arn } = deploy(stage, healthy, alarms())
  expect(stage.serviceDeployment(arn).alarms.status).toBe('DISABLED')
  stage.world.setAlarm('web-slow', 'ALARM')
  stage.passUntil(() => stage.serviceDeployment(arn).finishedAt !== undefined)

  expect(stage.serviceDeployment(arn).status).toBe('SUCCESSFUL')
})

test('with alarms a deployment bakes: two deployments are listed until the time is over', () => {
  const stage = Stage.of(healthy)
  const { arn } = deploy(stage, healthy, alarms())
  stage.pass(300)
  expect(
    stage.service().deployments.map(({ runningCount }: { runningCount: number }) => runningCount),
  ).toStrictEqual([2, 0])
  expect(stage.serviceDeployment(arn).status).toBe('IN_PROGRESS')
  stage.passUntil(() => stage.serviceDeployment(arn).status === 'SUCCESSFUL', 120)

  expect(stage.serviceDeployment(arn).alarms.status).toBe('MONITORING_COMPLETE')
})

test('bakeTimeInMinutes is kept to the second, with or without alarms', () => {
  const durations = [0, 7].map(bakeTimeInMinutes => {
    const stage = Stage.of(healthy)
    const { arn } = deploy(stage, healthy, { deploymentConfiguration: { bakeTimeInMinutes } })
    stage.passUntil(() => stage.serviceDeployment(arn).finishedAt !== undefined)
    const { createdAt, finishedAt } = stage.serviceDeployment(arn)
    return finishedAt - createdAt
  }) as [number, number]

  expect(durations[1] - durations[0]).toBeCloseTo(420, 3)
})
