/** AWS promises no order of `deployments`: another one changes neither what happens nor a word of what is said. */
import { expect, test } from '@jest/globals'
import type { Settings } from '../../simulator/ecs/settings.js'
import type { World } from '../../simulator/ecs/world.js'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import {
  commit,
  imageOf,
  register,
  replayHistory,
  workingSoftware,
} from '../../simulator/scenarios/web-service.js'
import { type Played, play, type Story } from '../support/play.js'
import { type StoryOverrides, update, webStory } from '../support/web-stories.js'

const slowDrain = { targetGroup: { deregistrationDelaySeconds: 480 } }

/** web:7, whose tasks drain, and two releases since. */
function deployOften(world: World): void {
  const now = world.now
  replayHistory(world, { desiredCount: 2, until: now - 4 * 60_000, ...slowDrain })
  for (const [index, tag] of ['a000001', 'a000002'].entries()) {
    world.images.add(imageOf(tag), workingSoftware)
    register(world, tag)
    update(world, { taskDefinition: 'web', deploymentConfiguration: { maximumPercent: 1_000 } })
    world.advanceTo(now - (2 - 2 * index) * 60_000)
  }
}

const afterOften = (story: StoryOverrides): Story => ({
  ...webStory(story),
  setUp: world => {
    deployOften(world)
    world.images.add(imageOf(commit), { ...workingSoftware, ...story.software })
    story.also?.(world)
  },
})

const stories: readonly { readonly name: string; readonly story: Story; readonly outcome: string }[] = [
  { name: 'a rollback', story: scenarios['port-mismatch'] as Story, outcome: 'rolled-back' },
  { name: 'a first deployment', story: scenarios['first-deployment'] as Story, outcome: 'failed' },
  { name: 'somebody deploys meanwhile', story: scenarios.superseded as Story, outcome: 'superseded' },
  { name: 'older ones that drain', story: afterOften({}), outcome: 'succeeded' },
  {
    name: 'older ones that drain, and a rollback',
    story: afterOften({ software: movedSoftware }),
    outcome: 'rolled-back',
  },
  {
    name: 'older ones that drain, and time is up',
    story: afterOften({
      software: movedSoftware,
      inputs: { 'circuit-breaker': 'keep', 'fail-fast-after': '0', 'wait-for-minutes': '4' },
    }),
    outcome: 'timed-out',
  },
  {
    name: 'older ones that drain, and somebody deploys',
    story: afterOften({
      also: world =>
        world.after(50_000, () => {
          register(world, 'a000001')
          update(world, { taskDefinition: 'web' })
        }),
    }),
    outcome: 'superseded',
  },
  {
    name: 'canceled while one that failed still has tasks',
    story: { ...afterOften({ software: movedSoftware }), cancelAfter: 200_000, post: 'follows' },
    outcome: 'cancelled',
  },
]

const orders: readonly Settings['deploymentOrder'][] = ['oldest-first', 'by-id']

const said = ({ log, outputs, summary, postNotices }: Played) => {
  const { 'task-definition': _, ...rest } = outputs
  return { log, outputs: rest, summary, postNotices }
}

test.each(stories)('$name', async ({ story, outcome }) => {
  const usual = await play(story)
  expect(usual.outputs.outcome).toBe(outcome)
  for (const deploymentOrder of orders) {
    const played = await play({ ...story, settings: { ...story.settings, deploymentOrder } })
    expect(said(played)).toStrictEqual(said(usual))
  }
})
