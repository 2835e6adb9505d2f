import type { Software } from '../ecs/resources/software.js'
import { inWorld } from './in-world.js'
import type { Scenario } from './scenario.js'
import { files, inputs, pushed, taskDefinition, webWorld, workingSoftware } from './web-service.js'

const command = ['bin/migrate', '--to', 'latest']

/** The image of the app also migrates its database. */
export function migratingSoftware(migration: Partial<Software> = {}): Software {
  const migrate: Software = {
    startSeconds: 30,
    exitsAfterSeconds: 40,
    exitCode: 0,
    logs: ['3 migrations to run', '0042_add_orders ok', '0043_index_orders ok', '0044_drop_cart ok'],
    ...migration,
  }
  return { ...workingSoftware, commands: { [command.join(' ')]: migrate } }
}

const migrationInputs = { ...inputs, 'run-task': 'true', 'run-task-command': JSON.stringify(command) }

export const migration: Scenario = {
  name: 'migration',
  title: 'A one-off task of the new revision migrates the database, then the service is updated.',
  outcome: 'succeeded',
  ...inWorld(webWorld({ desiredCount: 2 }, pushed(migratingSoftware()))),
  files,
  inputs: migrationInputs,
  expect: {
    revision: '8',
    'run-task-arn': /^\["arn:aws:ecs:.*:task\/prod\/[0-9a-f]{32}"\]$/,
    'run-task-exit-code': '0',
    'serving-task-definition-arn': /task-definition\/web:8$/,
  },
}

/** Of a family of its own, with the command and more memory. */
const job = { ...taskDefinition('web', { command, portMappings: [] }), family: 'migrate', memory: '2048' }

export const migrationFile: Scenario = {
  ...migration,
  name: 'migration-file',
  title: 'The migration has a file of its own, which is registered after the revision of the service.',
  files: { ...files, 'migrate.json': `${JSON.stringify(job, undefined, 2)}\n` },
  inputs: { ...inputs, 'run-task': 'true', 'run-task-definition': 'migrate.json' },
  expect: { ...migration.expect, 'run-task-definition-arn': /task-definition\/migrate:1$/ },
}

export const migrationFails: Scenario = {
  ...migration,
  name: 'migration-fails',
  title: 'The migration of the database ends with exit code 3: the service is not updated.',
  outcome: 'refused',
  ...inWorld(
    webWorld(
      { desiredCount: 2 },
      pushed(
        migratingSoftware({
          exitCode: 3,
          logs: ['3 migrations to run', '0042_add_orders ok', 'ERROR: column "total" does not exist'],
        }),
      ),
    ),
  ),
  expect: {
    revision: '8',
    'run-task-exit-code': '3',
    'failure-class': 'container-exit',
    'failure-reason': /app exited with code 3/,
    'deployment-id': '',
  },
}
