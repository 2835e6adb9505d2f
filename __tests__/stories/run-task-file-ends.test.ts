/** A one-off task of a file that never starts: what was registered is said, and nothing of it that is secret. */
import { expect, test } from '@jest/globals'
import { files, taskDefinition } from '../../simulator/scenarios/web-service.js'
import {
  expectUntouched,
  type MigrationStory,
  oneOffTasks,
  playMigration,
} from '../support/migration-stories.js'
import { changesIn } from '../support/play.js'
import { text, verdict } from '../support/web-stories.js'

const job = {
  ...taskDefinition('web', { command: ['bin/migrate', '--to', 'latest'], portMappings: [] }),
  family: 'migrate',
}

const playFile = ({ inputs, ...story }: MigrationStory) =>
  playMigration({
    files: { ...files, 'migrate.json': JSON.stringify(job) },
    ...story,
    inputs: { 'run-task-command': '', 'run-task-definition': 'migrate.json', ...inputs },
  })

const slow = { kind: 'latency', ms: 5_000, operations: ['RegisterTaskDefinition'], times: 1 } as const

test.each([
  {
    name: 'during the first registration',
    skip: 0,
    says: /web:8 is registered, the service was not changed/,
  },
  {
    name: 'during the second',
    skip: 1,
    says: /web:8 and migrate:1 are registered, the service was not changed/,
  },
])('canceled $name: no task runs', async ({ says, skip }) => {
  const played = await playFile({ faults: [{ ...slow, skip }], cancelAfter: 4_000 })
  expectUntouched(played)
  expect(oneOffTasks(played.world)).toStrictEqual([])
  expect(changesIn(played.requests)).toHaveLength(skip + 1)
  expect(played.outputs.outcome).toBe('cancelled')
  expect(verdict(played)).toMatch(says)
})

const owner = 'winter palace orchard'

test.each([
  { name: 'refused', reason: 'RESOURCE:ENI', isShown: true },
  { name: 'refused with a value', reason: `no capacity for ${owner} here`, isShown: false },
])('values of run-task-tags are in no report: $name', async ({ isShown, reason }) => {
  const played = await playFile({
    inputs: { 'run-task-tags': `[{"key":"owner","value":"${owner}"}]` },
    onAnswer: (operation, response) => {
      if (operation !== 'RunTask') return
      Object.assign(response, { tasks: [], failures: [{ arn: 'arn:aws:ecs:eu-west-1:1:x', reason }] })
    },
  })
  const shown = [text(played), played.summary, JSON.stringify(played.outputs)].join('\n')
  expect(shown.includes(reason)).toBe(isShown)
  expect(shown).not.toContain(owner)
})

test('a task that cannot be requested is refused before anything is registered', async () => {
  const played = await playFile({ inputs: { 'run-task-container-overrides': '[{"name":"db"}]' } })
  expectUntouched(played)
  expect(changesIn(played.requests)).toStrictEqual([])
})
