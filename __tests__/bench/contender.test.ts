import { expect, test } from '@jest/globals'
import { peers, thisAction } from '../../bench/contender.js'
import { chosen, scenarioNamed } from '../../bench/verdict-scenarios.js'
import { healthy } from '../../simulator/scenarios/healthy.js'

test('this action gets the inputs of the scenario and every default of action.yml', async () => {
  const { main, inputsFor } = await thisAction()
  const prepared = inputsFor(healthy)
  if (prepared.kind !== 'ready') throw new Error('left out')

  expect(main).toMatch(/[/\\]dist[/\\]index\.js$/)
  expect(prepared.inputs).toMatchObject({
    ...healthy.inputs,
    'circuit-breaker': 'rollback',
    'fail-fast-after': '3',
  })
  expect(prepared.files).toBe(healthy.files)
})

test('the peer runs with its own pauses and with its shortest ones', () => {
  const [own, shortest] = peers('peer/dist/index.js').map(({ inputsFor }) => inputsFor(healthy))
  if (own?.kind !== 'ready' || shortest?.kind !== 'ready') throw new Error('left out')

  expect(own.inputs).not.toHaveProperty('wait-max-delay-seconds')
  expect(shortest.inputs).toEqual({ ...own.inputs, 'wait-max-delay-seconds': '15' })
  expect(shortest.files).toEqual(own.files)
})

test.each(chosen.map(name => ({ name })))('$name can be asked of every contender', ({ name }) => {
  const kinds = peers('peer/dist/index.js').map(({ inputsFor }) => inputsFor(scenarioNamed(name)).kind)

  expect(kinds).toEqual(['ready', 'ready'])
})
