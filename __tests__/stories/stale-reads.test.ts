/** A read of the service shows for a while what was, long after newer ones: nothing is stopped or left undone for it. */
import { expect, test } from '@jest/globals'
import { currentServiceShape } from '../../simulator/ecs/wire/service-shape.js'
import type { World } from '../../simulator/ecs/world.js'
import type { Story } from '../support/play.js'
import {
  beginning,
  playWeb,
  restores,
  type StoryOverrides,
  stops,
  verdict,
  webOf,
} from '../support/web-stories.js'

/** From so many milliseconds on, DescribeServices answers for half a minute as it did after this operation. */
function goesBack(to: string, from: number): Pick<Story, 'onAnswered'> {
  let old: object | undefined
  return {
    onAnswered: (world, { operation }) => {
      const web = webOf(world)
      if (operation === to) old ??= currentServiceShape(world, web)
      const isDue = world.now >= beginning + from && web.stale.length === 0
      if (old && isDue) web.stale = [{ until: world.now + 30_000, shape: old }]
    },
  }
}

const polls = [
  { shows: 'the service before our deployment', to: 'RegisterTaskDefinition' },
  { shows: 'our deployment before its first task', to: 'UpdateService' },
]

/** Three of the ten tasks that run crash a minute after the beginning. */
function threeCrash(): Pick<Story, 'meanwhile'> {
  let left = 3
  return {
    meanwhile: world => {
      const web = webOf(world)
      if (world.now < beginning + 60_000) return
      for (const task of world.tasksOf(web)) {
        const isOurs = task.taskDefinition.arn.endsWith('web:8') && task.lastStatus === 'RUNNING'
        if (!isOurs || left === 0) continue
        left--
        Object.assign(task, { desiredStatus: 'STOPPED', lastStatus: 'STOPPED', stoppedAt: world.now })
        task.stopCode = 'EssentialContainerExited'
        task.stoppedReason = 'Essential container in task exited'
        world.scheduleRun(web, 0)
      }
    },
  }
}

test.each(polls)('fail-fast counts the tasks that run, where a read shows $shows', async ({ to }) => {
  const played = await playWeb({
    ...threeCrash(),
    ...goesBack(to, 62_000),
    history: { desiredCount: 10 },
    inputs: { 'circuit-breaker-threshold': '50' },
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(stops(played)).toBe(0)
  expect(verdict(played)).toContain('although some of its tasks failed in the meantime')
})

const drains = { targetGroup: { deregistrationDelaySeconds: 900 } }

for (const { shows, to } of polls)
  test.each<StoryOverrides & { readonly name: string }>([
    { name: 'on-cancel', cancelAfter: 100_000, inputs: { 'on-cancel': 'rollback' } },
    { name: 'on-timeout', inputs: { 'on-timeout': 'rollback', 'wait-for-minutes': '2' } },
  ])(`$name: rollback spares tasks that are all up, where a read shows ${shows}`, async unusual => {
    const played = await playWeb({ ...unusual, ...goesBack(to, 97_000), history: drains })
    expect(stops(played)).toBe(0)
    expect(verdict(played)).toContain(
      'it was not rolled back because all its tasks are running and their targets are healthy',
    )
  })

test('neither the deployment nor its tasks can be read: nothing is rolled back blindly', async () => {
  const played = await playWeb({
    ...goesBack('RegisterTaskDefinition', 97_000),
    history: drains,
    cancelAfter: 106_000,
    inputs: { 'on-cancel': 'rollback' },
    faults: [{ kind: 'access-denied', operations: ['ListTasks'] }],
  })
  expect(stops(played)).toBe(0)
  expect(verdict(played)).toContain('it was not rolled back because it could not be read')
})

/** Gone for one answer of DescribeServices, once ECS calls our deployment successful. */
function missingOnce(): Pick<Story, 'onAnswered'> {
  let hidden: ReturnType<typeof webOf> | undefined
  let requests = false
  const isOver = (world: World) => webOf(world).serviceDeployments.at(-1)?.status === 'SUCCESSFUL'
  return {
    onAnswered: (world, { operation }) => {
      if (hidden && operation === 'DescribeServices') {
        world.services.set(hidden.arn, hidden)
        hidden = undefined
      } else if (!requests && operation === 'DescribeTargetHealth' && isOver(world)) {
        requests = true
        hidden = webOf(world)
        world.services.delete(hidden.arn)
      }
    },
  }
}

test('one answer that the service is MISSING does not leave the desired count raised', async () => {
  const played = await playWeb({ ...missingOnce(), inputs: { 'bump-desired-count': '4' } })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(restores(played)).toEqual([2])
  expect(verdict(played)).toContain('The desired count is back at 2.')
})
