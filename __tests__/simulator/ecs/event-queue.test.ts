import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { EventQueue } from '../../../simulator/ecs/event-queue.js'

test('events happen in order of time, and simultaneous events in the order in which they were added', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), times => {
      const queue = new EventQueue()
      const happened: [number, number][] = []
      times.forEach((time, index) => {
        queue.add(time, () => happened.push([time, index]))
      })
      for (let due = queue.takeDue(20); due !== undefined; due = queue.takeDue(20)) due.run()

      expect(happened).toStrictEqual(
        times.map((time, index) => [time, index]).sort(([a = 0, i = 0], [b = 0, j = 0]) => a - b || i - j),
      )
    }),
  )
})

test('future events stay', () => {
  const queue = new EventQueue()
  queue.add(10, () => undefined)

  expect(queue.takeDue(9)).toBeUndefined()
  expect(queue.takeDue(10)?.at).toBe(10)
  expect(queue.size).toBe(0)
})
