/** The worlds are sound by themselves: names, references, and courses that can be checked. */
import { expect, test } from '@jest/globals'
import { referencesIn } from '../../conformance/references.js'
import { worlds } from '../../conformance/worlds.js'

const settings = ['cluster', 'family', 'service', 'tags', 'network']

test('the names differ', () => {
  const names = worlds.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test.each(worlds)(
  '$name refers only to settings and to what was saved before',
  ({ steps, needsTargetGroup }) => {
    const known = new Set([...settings, ...(needsTargetGroup ? ['targetGroup'] : [])])
    const unknown: string[] = []
    for (const { name, input, save = {} } of steps) {
      unknown.push(
        ...referencesIn(input)
          .filter(reference => !known.has(reference))
          .map(each => `${name}: ${each}`),
      )
      for (const saved of Object.keys(save)) known.add(saved)
    }
    expect(unknown).toStrictEqual([])
    expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length)
  },
)

test.each(worlds)(
  'every fact of $name has a source and is checked at a step that exists',
  ({ steps, course }) => {
    const names = steps.map(({ name }) => name)
    expect(course.filter(({ step, source }) => !names.includes(step) || source === '')).toStrictEqual([])
    expect(course.length).toBeGreaterThan(3)
  },
)

test.each(worlds)('whatever $name creates has the tag of the run', ({ steps }) => {
  const creating = steps.filter(({ operation }) => /^(?:Create|Register|RunTask)/.test(operation))
  expect(creating.filter(({ input }) => input.tags !== '<tags>').map(({ name }) => name)).toStrictEqual([])
  expect(creating.length).toBeGreaterThan(0)
})
