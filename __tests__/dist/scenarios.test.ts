/** The committed bundles: every scenario through dist/index.js and dist/post.js in processes of their own. */
import { expect, test } from '@jest/globals'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { failureStories, missingFacts } from '../support/failure-stories.js'
import { playStep } from '../support/play-step.js'

// They wait most of the time: some at once.
test.concurrent.each(Object.values(scenarios))('$name: $outcome', async scenario => {
  const { main, post } = await playStep(scenario)
  expect(main.outputs.outcome).toBe(scenario.outcome)
  for (const [name, expected] of Object.entries(scenario.expect)) {
    const matching = expected instanceof RegExp ? expect.stringMatching(expected) : expected
    expect([name, main.outputs[name]]).toEqual([name, matching])
  }
  expect(post?.exitCode).toBe(0)
  for (const story of failureStories.filter(one => one.scenario === scenario.name)) {
    expect(main.outputs['failure-class']).toBe(story.failureClass)
    expect(missingFacts(story, main.summary)).toStrictEqual([])
  }
})
