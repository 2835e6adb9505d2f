/** Stories about the service web with a one-off task before its deployment, and what ECS and the user see of it. */

import { expect } from '@jest/globals'
import type { Software } from '../../simulator/ecs/resources/software.js'
import type { Task } from '../../simulator/ecs/state/task.js'
import type { World } from '../../simulator/ecs/world.js'
import { migratingSoftware } from '../../simulator/scenarios/migration.js'
import { call, commit, imageOf, taskDefinition } from '../../simulator/scenarios/web-service.js'
import { changesIn, type Played } from './play.js'
import { playWeb, type StoryOverrides, webOf } from './web-stories.js'

export const command = '["bin/migrate", "--to", "latest"]'

export interface MigrationStory extends StoryOverrides {
  /** what the command does */
  readonly migration?: Partial<Software>
}

export function playMigration({
  inputs,
  migration,
  software,
  ...rest
}: MigrationStory = {}): Promise<Played> {
  return playWeb({
    ...rest,
    software: { ...migratingSoftware(migration), ...software },
    inputs: { 'run-task': 'true', 'run-task-command': command, ...inputs },
  })
}

/** Tasks without a service. */
export function oneOffTasks(world: World): readonly Task[] {
  return [...world.tasks.values()].filter(({ serviceArn }) => serviceArn === undefined)
}

/** Another family, which runs the image of the app. */
export function registerJob(world: World, members: object = {}): void {
  call(world, 'RegisterTaskDefinition', { ...taskDefinition(imageOf(commit)), family: 'migrate', ...members })
}

/** A file with the container `app` and others. */
export function filesWith(...others: readonly object[]): { readonly 'task-definition.json': string } {
  const definition = taskDefinition('web') as { readonly containerDefinitions: readonly object[] }
  const containerDefinitions = [...definition.containerDefinitions, ...others]
  return { 'task-definition.json': JSON.stringify({ ...definition, containerDefinitions }) }
}

/** The service as it was, and one task at most. */
export function expectUntouched(played: Played): void {
  expect(played.passed).toBe(false)
  expect(changesIn(played.requests)).not.toContain('UpdateService')
  expect(webOf(played.world).deployments).toHaveLength(1)
  expect(oneOffTasks(played.world).length).toBeLessThanOrEqual(1)
}
