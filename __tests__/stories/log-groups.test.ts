/** The groups of the log: each title once, and none that holds nothing. */
import { expect, test } from '@jest/globals'
import { playMigration } from '../support/migration-stories.js'
import type { Played } from '../support/play.js'
import { playWeb } from '../support/web-stories.js'

const asItIs = { 'task-definition': '', 'container-name': '', image: '', 'task-definition-arn': 'web:6' }
const withoutService = { service: '', cluster: '' }

test.each<{ name: string; run: () => Promise<Played>; groups: readonly string[] }>([
  { name: 'a deployment', run: () => playWeb({}), groups: ['Plan', 'Register', 'Deploy', 'Watch'] },
  {
    name: 'a one-off task before it',
    run: () => playMigration(),
    groups: ['Plan', 'Register', 'Task of web:8', 'Deploy', 'Watch'],
  },
  {
    name: 'a revision as it is, which is not registered',
    run: () => playWeb({ inputs: asItIs }),
    groups: ['Plan', 'Deploy', 'Watch'],
  },
  {
    name: 'a registration that deploys nothing',
    run: () => playWeb({ inputs: withoutService }),
    groups: ['Plan', 'Register'],
  },
])('$name: $groups', async ({ run, groups }) => {
  const { log } = await run()
  expect(log.filter(line => line.startsWith('▸ '))).toEqual(groups.map(title => `▸ ${title}`))
})
