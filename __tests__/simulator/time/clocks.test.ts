import { expect, test } from '@jest/globals'
import { ScaledClock } from '../../../simulator/time/scaled-clock.js'
import { VirtualClock } from '../../../simulator/time/virtual-clock.js'

test('a virtual clock stops until a test advances it', async () => {
  const clock = new VirtualClock(1000)
  clock.advance(250)
  await clock.wait(50)

  expect(clock.now()).toBe(1300)
  expect(() => clock.advance(-1)).toThrow('time moves forwards, not by -1 ms')
})

test('a scaled clock runs faster by the given factor', async () => {
  const start = Date.UTC(2026, 0, 15)
  const clock = new ScaledClock({ speed: 100, start })
  const before = performance.now()
  await clock.wait(10_000)
  const simulated = clock.now() - start
  const real = performance.now() - before

  expect(simulated).toBeGreaterThanOrEqual(9_900)
  expect(simulated / real).toBeGreaterThan(50)
  expect(simulated / real).toBeLessThan(200)
})

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('speed %p is refused', speed => {
  expect(() => new ScaledClock({ speed })).toThrow('speed must be a number from 0')
})

test('a scaled clock can be advanced, and its speed changed; at speed 0 time stands still', async () => {
  const clock = new ScaledClock({ speed: 0, start: 1_000 })
  await clock.wait(60_000)
  expect(clock.now()).toBe(1_000)
  clock.advance(500)
  expect(clock.now()).toBe(1_500)
  clock.setSpeed(1_000_000)
  clock.setSpeed(0)
  const later = clock.now()
  expect(later).toBeGreaterThanOrEqual(1_500)
  expect(clock.now()).toBe(later)
  expect(() => clock.advance(-1)).toThrow('time moves forwards')
})
