/** Altered answers about tasks, task definitions, images and all else that a deployment reads. */
import { expect, test } from '@jest/globals'
import { baselines, testAlteredAnswers } from './altered-answers.js'

test('the stories end as they should when no answer is altered', () => {
  const outcomes = [...baselines.values()].map(({ outcome, desiredCount }) => [outcome, desiredCount])
  expect(outcomes).toStrictEqual([
    ['succeeded', 2],
    ['rolled-back', 2],
  ])
})

testAlteredAnswers('of everything else')
