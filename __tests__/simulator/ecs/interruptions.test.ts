import { expect, test } from '@jest/globals'
import { type Interruption, interrupt, interruptions } from '../../../simulator/ecs/behavior/interruptions.js'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { targetGroupArn } from '../../../simulator/scenarios/web-service.js'
import { deploy, Stage } from '../support/stage.js'

const healthy = scenarios.healthy as Scenario

function rollout(options: ConstructorParameters<typeof Stage>[0] = {}) {
  const stage = Stage.of(healthy, options)
  const { arn } = deploy(stage, healthy)
  stage.pass(60)
  const ours = () =>
    [...stage.world.tasks.values()].filter(({ taskDefinition }) => taskDefinition.arn.endsWith('web:8'))
  return { stage, arn, ours }
}

test.each(Object.keys(interruptions) as Interruption[])(
  '%s: the task stops in those words, is replaced, and counts for nothing',
  how => {
    const { stage, arn, ours } = rollout()
    for (const task of ours()) interrupt(stage.world, task, how)
    stage.pass(60)
    const { code, reason } = interruptions[how]
    const [stopped] = stage.tasks('STOPPED').filter(task => task.taskDefinitionArn.endsWith('web:8'))
    expect(stopped).toMatchObject({ stopCode: code, stoppedReason: reason })
    expect(stage.serviceDeployment(arn).deploymentCircuitBreaker.failureCount).toBe(0)
    expect(ours().length).toBe(4)
  },
)

test.each([
  { order: 'newest-first', revisions: ['8', '7'] },
  { order: 'oldest-first', revisions: ['7', '8'] },
] as const)('deployments, $order', ({ order, revisions }) => {
  const { stage } = rollout({ settings: { deploymentOrder: order } })
  const listed = stage.service().deployments as readonly { readonly taskDefinition: string }[]
  expect(listed.map(({ taskDefinition }) => taskDefinition.split(':').at(-1))).toEqual(revisions)
})

test('a target group that is deleted: its targets are healthy no more, ECS says so once, and nothing completes', () => {
  const { stage, arn } = rollout()
  stage.pass(30)
  stage.world.targetGroups.remove(targetGroupArn)
  stage.pass(600)
  expect(stage.messages().filter(message => message.includes('failed to describe target health'))).toEqual([
    `(service web) failed to describe target health on (target-group ${targetGroupArn}) with (error One or more target groups not found)`,
  ])
  expect(stage.serviceDeployment(arn).status).toBe('IN_PROGRESS')
})
