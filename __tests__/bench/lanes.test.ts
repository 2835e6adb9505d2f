import { expect, test } from '@jest/globals'
import { inLanes } from '../../bench/lanes.js'

test('tasks run in at most as many lanes as given, and the results keep the order of the tasks', async () => {
  let now = 0
  let most = 0
  const task = (turns: number) => async () => {
    now += 1
    most = Math.max(most, now)
    for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate)
    now -= 1
    return turns
  }

  expect(await inLanes(2, [5, 1, 3, 1].map(task))).toEqual([5, 1, 3, 1])
  expect(most).toBe(2)
})

test('a failing task fails the whole run', async () => {
  await expect(inLanes(2, [async () => 1, () => Promise.reject(new Error('broken'))])).rejects.toThrow(
    'broken',
  )
})
