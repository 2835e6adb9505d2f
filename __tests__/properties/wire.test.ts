/** The truth over a bad wire: throttled, refused, cut, slow, half answered, and others interfere as well. */
import { expect, test } from '@jest/globals'
import { isDeep } from '../support/tier.js'
import { checkWorlds } from './check-worlds.js'

test('a bad wire', async () => {
  const { outcomes } = await checkWorlds('a bad wire', { acts: 2, faults: 4, cancels: true }, 400)
  if (!isDeep) return
  expect(Object.keys(outcomes).sort()).toEqual(
    expect.arrayContaining(['cancelled', 'refused', 'rolled-back', 'succeeded', 'timed-out', 'unknown']),
  )
})
