import { expect, test } from '@jest/globals'
import { memoryFor } from '../../../simulator/ecs/rules/fargate-rules.js'

test.each([
  { cpu: 256, from: 512, to: 2048, sizes: 3 },
  { cpu: 512, from: 1024, to: 4096, sizes: 4 },
  { cpu: 1024, from: 2048, to: 8192, sizes: 7 },
  { cpu: 2048, from: 4096, to: 16_384, sizes: 13 },
  { cpu: 4096, from: 8192, to: 30_720, sizes: 23 },
  { cpu: 8192, from: 16_384, to: 61_440, sizes: 12 },
  { cpu: 16_384, from: 32_768, to: 122_880, sizes: 12 },
])('$cpu CPU units go with $sizes sizes from $from to $to MiB', ({ cpu, from, to, sizes }) => {
  const memory = memoryFor(cpu)

  expect([memory[0], memory.at(-1), memory.length]).toStrictEqual([from, to, sizes])
})

test('other numbers of CPU units go with none', () => {
  expect(memoryFor(300)).toStrictEqual([])
})
