/** A red ending says why, as far as the role may read what shows it. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { playWeb, verdict } from '../support/web-stories.js'
import { chance } from './check-worlds.js'
import { causeOf, stuckStory, stuckWorld } from './stuck-worlds.js'

const red = ['timed-out', 'failed', 'rolled-back', 'superseded', 'unknown']

test('a red ending says why, and what the world waits for where a read that is allowed shows it', async () => {
  const { numRuns, seed } = chance('why a deployment did not get through', 400)
  await fc.assert(
    fc.asyncProperty(stuckWorld, async stuck => {
      const played = await playWeb(stuckStory(stuck))
      const { outcome = '', 'failure-class': failureClass, 'failure-reason': why } = played.outputs
      if (!red.includes(outcome)) return
      const text = played.log.join('\n')
      expect(verdict(played)).toMatch(/^ {2}why +\S/m)
      expect(text).not.toMatch(/\bundefined\b|\bNaN\b|\bno change\b/)
      const cause = causeOf(stuck)
      const isShown = cause.shownBy.every(operation => !stuck.denied.includes(operation))
      if (!isShown || !cause.holds(played)) return
      expect({ why, text }).toMatchObject({ why: expect.stringMatching(cause.why) })
      expect(cause.as).toContain(failureClass)
    }),
    { numRuns, seed },
  )
})
