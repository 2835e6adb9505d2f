import { expect, test } from '@jest/globals'
import { Random } from '../../../simulator/ecs/random.js'

const draws = Array.from({ length: 500 }, (_, seed) => new Random(seed))

test('revision digits have 19 or 20 places, fit into 64 bits and sometimes begin with 0', () => {
  const digits = draws.map(random => random.revisionDigits())

  for (const number of digits) {
    expect(number).toMatch(/^\d{19,20}$/)
    expect(BigInt(number)).toBeLessThan(2n ** 64n)
  }
  expect(digits.some(number => number.startsWith('0'))).toBe(true)
  expect(digits.some(number => BigInt(number) > BigInt(Number.MAX_SAFE_INTEGER))).toBe(true)
})

test('ids have the forms of ECS', () => {
  const [random] = draws as [Random]

  expect(random.serviceDeploymentId()).toMatch(/^[A-Za-z0-9_-]{21}$/)
  expect(random.hex(32)).toMatch(/^[0-9a-f]{32}$/)
  expect(random.uuid()).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
})

test('one seed always draws the same, another one something else', () => {
  expect(new Random(5).hex(32)).toBe(new Random(5).hex(32))
  expect(new Random(5).hex(32)).not.toBe(new Random(6).hex(32))
})
