import { expect, test } from '@jest/globals'
import { choose, names } from '../../bench/choice.js'

test.each([
  { name: 'nothing: all of them', args: [], chosen: names, options: [] },
  {
    name: 'options alone: all benchmarks, each with the peer',
    args: ['--peer', 'peer/dist/index.js'],
    chosen: names,
    options: ['--peer', 'peer/dist/index.js'],
  },
  { name: 'one by its name', args: ['watch'], chosen: ['watch'], options: [] },
  {
    name: 'one with options',
    args: ['verdict', '--rounds', '3'],
    chosen: ['verdict'],
    options: ['--rounds', '3'],
  },
])('$name', ({ args, chosen, options }) => {
  expect(choose(args)).toStrictEqual({ chosen, options })
})

test('an unknown benchmark does not mean all of them', () => {
  expect(choose(['verdicts'])).toBeUndefined()
})
