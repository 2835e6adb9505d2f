import { expect, test } from '@jest/globals'
import { respond, type Software } from '../../../simulator/ecs/resources/software.js'
import {
  healthCheckFailure,
  type TargetGroup,
  TargetGroups,
} from '../../../simulator/ecs/resources/target-groups.js'
import type { Scenario } from '../../../simulator/scenarios/scenario.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import {
  commit,
  imageOf,
  openTargetGroup,
  workingSoftware,
} from '../../../simulator/scenarios/web-service.js'
import { deploy, Stage } from '../support/stage.js'

const software: Software = { startSeconds: 4, unhealthyAfterSeconds: 60, listens: { 80: { '/health': 204 } } }

function group(more: Partial<TargetGroup> = {}): TargetGroup {
  return new TargetGroups().add({ arn: 'arn', path: '/health', matcher: '200-299', ...more })
}

test.each([
  { name: 'within the matcher', seconds: 10, port: 80, more: {}, reason: undefined },
  {
    name: 'not in the matcher',
    seconds: 10,
    port: 80,
    more: { matcher: '200,302' },
    reason: 'Health checks failed with these codes: [204]',
  },
  {
    name: 'another path',
    seconds: 10,
    port: 80,
    more: { path: '/' },
    reason: 'Health checks failed with these codes: [404]',
  },
  { name: 'nothing listens', seconds: 10, port: 81, more: {}, reason: 'Health checks failed' },
  { name: 'not up yet', seconds: 3, port: 80, more: {}, reason: 'Health checks failed' },
  {
    name: 'sick by now',
    seconds: 60,
    port: 80,
    more: {},
    reason: 'Health checks failed with these codes: [503]',
  },
  {
    name: 'TCP needs only a connection',
    seconds: 60,
    port: 80,
    more: { protocol: 'TCP' as const },
    reason: undefined,
  },
])('$name: $reason', ({ seconds, port, more, reason }) => {
  const target = group(more)

  expect(healthCheckFailure(target, respond(software, { port, path: target.path, seconds }))).toBe(reason)
})

test('a health check with its own port checks that port and not the traffic port', () => {
  const healthy = scenarios.healthy as Scenario
  const stage = Stage.of(healthy)
  openTargetGroup(stage.world, { port: 9000 })
  stage.world.images.add(imageOf(commit), {
    ...workingSoftware,
    listens: { 5001: {}, 9000: { '/health': 200 } },
  })
  const { arn } = deploy(stage, healthy)
  stage.passUntil(() => stage.serviceDeployment(arn).finishedAt !== undefined)

  expect(stage.serviceDeployment(arn).status).toBe('SUCCESSFUL')
})

test('a task that becomes unhealthy after the deployment is replaced, and the deployment stays COMPLETED', () => {
  const healthy = scenarios.healthy as Scenario
  const stage = Stage.of(healthy)
  stage.world.images.add(imageOf(commit), { ...workingSoftware, unhealthyAfterSeconds: 900 })
  deploy(stage, healthy)
  stage.pass(1080)

  expect(stage.messages()).toContainEqual(
    expect.stringMatching(
      /^\(service web\) has started 2 tasks: \(task \S+\) \(task \S+\)\. Amazon ECS replaced 2 tasks due to an unhealthy status\.$/,
    ),
  )
  expect(stage.service().deployments).toMatchObject([
    { rolloutState: 'COMPLETED', failedTasks: 0, desiredCount: 2 },
  ])
})
