/** The truth while others deploy, scale, stop, delete and cancel at any moment. */
import { expect, test } from '@jest/globals'
import { isDeep } from '../support/tier.js'
import { checkWorlds } from './check-worlds.js'

test('others interfere', async () => {
  const { outcomes } = await checkWorlds('others interfere', { acts: 3, faults: 0, cancels: true }, 400)
  if (!isDeep) return
  expect(Object.keys(outcomes).sort()).toEqual(
    expect.arrayContaining(['cancelled', 'rolled-back', 'succeeded', 'superseded', 'timed-out', 'unknown']),
  )
})
