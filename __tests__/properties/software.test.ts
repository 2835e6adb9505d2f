/** The truth about any software in any service, when nobody interferes and the way to AWS is good. */
import { expect, test } from '@jest/globals'
import { isDeep } from '../support/tier.js'
import { checkWorlds } from './check-worlds.js'

test('any software, any service', async () => {
  const { outcomes } = await checkWorlds(
    'any software, any service',
    { acts: 0, faults: 0, cancels: false },
    300,
  )
  if (!isDeep) return
  expect(Object.keys(outcomes).sort()).toEqual(
    expect.arrayContaining(['failed', 'idle', 'rolled-back', 'succeeded', 'timed-out']),
  )
})
