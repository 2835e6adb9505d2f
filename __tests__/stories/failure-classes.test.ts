/** For each class of failure a story whose summary names the class, the cause, the evidence and one next step. */
import { expect, test } from '@jest/globals'
import { type Scenario, scenarios } from '../../simulator/scenarios/scenarios.js'
import { failureStories, missingFacts } from '../support/failure-stories.js'
import { play } from '../support/play.js'

test.each(failureStories)('$failureClass: $scenario', async story => {
  const { outputs, summary } = await play(scenarios[story.scenario] as Scenario)
  expect(outputs['failure-class']).toBe(story.failureClass)
  expect(missingFacts(story, summary)).toStrictEqual([])
})
