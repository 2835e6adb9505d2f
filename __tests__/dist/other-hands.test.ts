/** Counts that others set, refusals that pass, reasons that ECS cut, and names that try to be something else. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { files } from '../../simulator/scenarios/web-service.js'
import { changesIn } from '../support/play.js'
import { playStep } from '../support/play-step.js'
import { update, webOf, webStory } from '../support/web-stories.js'

const bumped = { 'bump-desired-count': '4' }

test('what somebody sets to the count of before, after our rollback, stays, in addition to desired-count', async () => {
  const inputs = { 'desired-count': '3', 'bump-desired-count': '5' }
  const { main, requests, world } = await playStep(webStory({ software: movedSoftware, inputs }), {
    when: { matches: /rolling back to web:7/, act: (_, theirs) => update(theirs, { desiredCount: 2 }) },
  })
  expect(main.outputs.outcome).toBe('rolled-back')
  expect(webOf(world).desiredCount).toBe(2)
  expect(changesIn(requests).filter(operation => operation === 'UpdateService')).toHaveLength(1)
})

test.each(['expired-credentials', 'access-denied'] as const)(
  '%s twice while watching: the watch goes on, and the count is restored',
  async kind => {
    const faults = [{ kind, operations: ['DescribeServices'], skip: 6, times: 2 }] as const
    const { main, world } = await playStep(webStory({ inputs: bumped, faults }))
    expect(main.outputs.outcome).toBe('succeeded')
    expect(webOf(world).desiredCount).toBe(2)
  },
)

const [name = '', file = ''] = Object.entries(files)[0] ?? []

function stopWith(world: World, reason: string): void {
  for (const task of world.tasks.values()) {
    if (task.desiredStatus !== 'STOPPED') continue
    for (const container of task.containers) container.reason = reason
  }
}

test('the beginning of a secret at the end of a reason that ECS cut is not shown', async () => {
  const secret = 'Zk7-correct-horse-battery-staple-9Q'
  const start = 'CannotStartContainerError: exec: "'
  const reason = `${start}${'x'.repeat(255 - start.length - 20)}${secret.slice(0, 20)}`
  const definition = JSON.parse(file)
  definition.containerDefinitions[0].environment = [{ name: 'TOKEN', value: secret }]
  const story = {
    ...webStory({
      software: { exitsAfterSeconds: 1, exitCode: 1 },
      also: world => {
        for (let at = 0; at < 600_000; at += 250) world.after(at, () => stopWith(world, reason))
      },
    }),
    files: { [name]: JSON.stringify(definition) },
  }
  const { main } = await playStep(story)
  expect(main.outputs.outcome).toBe('rolled-back')
  expect(main.summary).toContain('CannotStartContainerError')
  expect(`${main.log}${main.summary}${JSON.stringify(main.outputs)}`).not.toContain(secret.slice(0, 8))
})

test('a name with escape codes, bidi overrides and commands of the runner is hidden', async () => {
  const evil = 'X\u001b[31m\u202e::error::boo'
  const definition = JSON.parse(file)
  definition.containerDefinitions[0].environment = [{ name: evil, value: '1' }]
  const { main } = await playStep({ ...webStory({}), files: { [name]: JSON.stringify(definition) } })
  const shown = `${main.log}${main.summary}${main.annotations.map(({ message }) => message)}`
  expect(shown).toContain('(new: ***)')
  expect(shown).not.toContain('boo')
  expect(shown).not.toContain('\u001b')
  expect(shown).not.toContain('\u202e')
  expect(main.annotations.filter(({ message }) => message === 'boo')).toEqual([])
})
