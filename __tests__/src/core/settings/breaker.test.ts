import { expect, test } from '@jest/globals'
import type { Threshold } from '../../../../src/core/ecs/service.js'
import { defaultBreaker, showBreaker, showThreshold, tripsAt } from '../../../../src/core/settings/breaker.js'

const bounded = (value: number): Threshold => ({ type: 'BOUNDED_PERCENT', value })
const unbounded = (value: number): Threshold => ({ type: 'UNBOUNDED_PERCENT', value })
const count = (value: number): Threshold => ({ type: 'COUNT', value })

test.each([
  { threshold: bounded(50), desired: 0, trips: 3 },
  { threshold: bounded(50), desired: 1, trips: 3 },
  { threshold: bounded(50), desired: 6, trips: 3 },
  { threshold: bounded(50), desired: 7, trips: 4 },
  { threshold: bounded(50), desired: 25, trips: 13 },
  { threshold: bounded(50), desired: 399, trips: 200 },
  { threshold: bounded(50), desired: 400, trips: 200 },
  { threshold: bounded(50), desired: 800, trips: 200 },
  { threshold: bounded(1), desired: 5000, trips: 50 },
  { threshold: bounded(7), desired: 100, trips: 7 },
  { threshold: bounded(29), desired: 100, trips: 29 },
  { threshold: bounded(100), desired: 2, trips: 3 },
  { threshold: unbounded(50), desired: 800, trips: 400 },
  { threshold: unbounded(50), desired: 0, trips: 1 },
  { threshold: unbounded(50), desired: 1, trips: 1 },
  { threshold: unbounded(50), desired: 3, trips: 2 },
  { threshold: count(5), desired: 1, trips: 5 },
  { threshold: count(5), desired: 800, trips: 5 },
  { threshold: count(1), desired: 2, trips: 1 },
])('$threshold.type $threshold.value at $desired tasks trips at $trips', ({ threshold, desired, trips }) => {
  expect(tripsAt(threshold, desired)).toBe(trips)
})

test.each([
  { setting: defaultBreaker, text: 'off' },
  { setting: { ...defaultBreaker, rollback: true }, text: 'off' },
  { setting: { ...defaultBreaker, enable: true }, text: 'on without rollback' },
  { setting: { ...defaultBreaker, enable: true, rollback: true }, text: 'on with rollback' },
])('reads $text', ({ setting, text }) => {
  expect(showBreaker(setting)).toBe(text)
})

test.each([
  { threshold: bounded(50), desired: 2, text: '3 failed tasks (50% of 2, at least 3)' },
  { threshold: bounded(50), desired: 25, text: '13 failed tasks (50% of 25)' },
  { threshold: bounded(50), desired: 800, text: '200 failed tasks (50% of 800, at most 200)' },
  { threshold: unbounded(50), desired: 800, text: '50% of 800 tasks failing' },
  { threshold: count(1), desired: 800, text: '1 failed task' },
])('the arithmetic reads $text', ({ threshold, desired, text }) => {
  expect(showThreshold(threshold, desired)).toBe(text)
})
