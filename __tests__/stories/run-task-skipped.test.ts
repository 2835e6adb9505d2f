/** Runs that deploy nothing new have no one-off task, and say so. */
import { expect, test } from '@jest/globals'
import { imageOf } from '../../simulator/scenarios/web-service.js'
import { playMigration } from '../support/migration-stories.js'
import { changesIn } from '../support/play.js'
import { text } from '../support/web-stories.js'

test('nothing to deploy, nothing to run', async () => {
  const played = await playMigration({ inputs: { 'skip-unchanged': 'true', image: imageOf('1f3c9e0') } })
  expect([played.outputs.outcome, changesIn(played.requests)]).toStrictEqual(['no-change', []])
  expect(text(played)).toContain('The one-off task does not run, because there is nothing new to deploy.')
})

test('a rollback runs no task', async () => {
  const played = await playMigration({
    inputs: { rollback: '6', image: '', 'task-definition': '', 'container-name': '', 'run-task-command': '' },
  })
  expect(changesIn(played.requests)).toStrictEqual(['UpdateService'])
  expect(text(played)).toContain('The one-off task does not run, because this is a rollback.')
})
