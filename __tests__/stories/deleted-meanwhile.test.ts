/** What the deployment needs is there when it is planned, and is deleted while it rolls out. */
import { expect, test } from '@jest/globals'
import { commit, imageOf, targetGroupArn } from '../../simulator/scenarios/web-service.js'
import { playWeb, text, verdict } from '../support/web-stories.js'

const registering = 'elasticloadbalancing:RegisterTargets'

test('the image, before a task has pulled it', async () => {
  const played = await playWeb({
    also: world => world.after(10_000, () => world.images.expire(imageOf(commit))),
  })
  expect(text(played)).not.toContain('image-missing')
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'image-pull' })
  expect(verdict(played)).toMatch(/could not pull web:9be21c4; \S+\/web has no tag 9be21c4/)
})

test('the image, when one task of four has pulled it: the others cannot start, and the old ones come back', async () => {
  const played = await playWeb({
    history: { desiredCount: 4, service: { deploymentConfiguration: { maximumPercent: 125 } } },
    also: world => world.after(40_000, () => world.images.expire(imageOf(commit))),
  })
  expect(played.outputs).toMatchObject({
    outcome: 'rolled-back',
    'failure-class': 'image-pull',
    'serving-task-definition-arn': expect.stringMatching(/web:7$/),
  })
  expect(text(played)).toContain('web:8 1 running')
  expect(verdict(played)).toMatch(/(\d) of \1 failed tasks of web:8 could not pull web:9be21c4/)
})

test.each([
  { when: 'before a task registers', ms: 20_000, cannot: 'register the tasks in target group web-prod' },
  {
    when: 'when all targets were healthy',
    ms: 90_000,
    cannot: 'read the health of the tasks in target group web-prod',
  },
])('the target group, $when: never green', async ({ ms, cannot }) => {
  const played = await playWeb({
    history: { targetGroup: { deregistrationDelaySeconds: 120 } },
    also: world => world.after(ms, () => world.targetGroups.remove(targetGroupArn)),
    inputs: { 'wait-for-minutes': '6' },
  })
  expect(played.outputs).toMatchObject({ outcome: 'timed-out', 'failure-class': 'health-check' })
  expect(verdict(played)).toContain(`ECS cannot ${cannot}: One or more target groups not found`)
  expect(verdict(played)).toContain('Create target group web-prod again')
})

test('the permission of the role with which ECS registers targets', async () => {
  const played = await playWeb({
    also: world =>
      world.after(20_000, () => {
        world.targetGroups.registrationError = `User: arn:aws:sts::123456789012:assumed-role/ecsInfrastructureRole/ecs-service-scheduler is not authorized to perform: ${registering} on resource: ${targetGroupArn} because no identity-based policy allows the ${registering} action`
      }),
    inputs: { 'wait-for-minutes': '6' },
  })
  expect(played.outputs).toMatchObject({ outcome: 'timed-out', 'failure-class': 'permissions' })
  expect(verdict(played)).toContain(`Allow ${registering} to the role ecsInfrastructureRole.`)
})
