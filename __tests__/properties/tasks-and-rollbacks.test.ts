/** Migrations, verifications and rollbacks in worlds by chance: what goes back never migrates, and nothing stays changed. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { migratingSoftware } from '../../simulator/scenarios/migration.js'
import { softwareWithVersion } from '../../simulator/scenarios/verification.js'
import { commit, files, imageOf, taskDefinition } from '../../simulator/scenarios/web-service.js'
import { oneOffTasks } from '../support/migration-stories.js'
import { changesIn, type Played } from '../support/play.js'
import { playVerification } from '../support/verification-stories.js'
import { webOf } from '../support/web-stories.js'
import { chance } from './check-worlds.js'

const command = ['bin/migrate', '--to', 'latest']
const job = { ...taskDefinition('web', { command, portMappings: [] }), family: 'migrate' }

const operations = fc.constantFrom(
  'RegisterTaskDefinition',
  'RunTask',
  'DescribeTasks',
  'DescribeTaskDefinition',
)

const fault = fc.record({
  kind: fc.constantFrom('server-error', 'connection-reset'),
  operations: operations.map(one => [one]),
  when: fc.constantFrom('before-effect', 'after-effect'),
  skip: fc.nat({ max: 3 }),
  times: fc.integer({ min: 1, max: 2 }),
}) as fc.Arbitrary<Fault>

const world = fc.record({
  goal: fc.constantFrom('deploy', 'deploy', 'deploy', 'go back'),
  definition: fc.constantFrom('own', 'file'),
  exitCode: fc.constantFrom(0, 0, 0, 1),
  pageStatus: fc.constantFrom(200, 500),
  onVerifyFailure: fc.constantFrom('fail', 'rollback'),
  bump: fc.constantFrom('', '3'),
  faults: fc.array(fault, { maxLength: 2 }),
  cancelAfter: fc.option(fc.integer({ min: 0, max: 600_000 }), { nil: undefined }),
  seed: fc.integer({ min: 1, max: 10_000 }),
})

type RandomWorld = typeof world extends fc.Arbitrary<infer T> ? T : never

async function playIn({ bump, cancelAfter, definition, exitCode, faults, ...rest }: RandomWorld) {
  const { goal, onVerifyFailure, pageStatus, seed } = rest
  const page = softwareWithVersion(commit, { status: pageStatus })
  const back = { rollback: 'previous', 'task-definition': '', 'container-name': '', image: '' }
  return playVerification({
    seed,
    faults,
    idleFaults: 'allowed',
    files: { ...files, 'migrate.json': JSON.stringify(job) },
    also: one =>
      one.images.add(imageOf(commit), { ...page, commands: migratingSoftware({ exitCode }).commands ?? {} }),
    inputs: {
      'run-task': 'true',
      ...(definition === 'file'
        ? { 'run-task-definition': 'migrate.json' }
        : { 'run-task-command': JSON.stringify(command) }),
      'verify-for-seconds': '30',
      'verify-contains': goal === 'deploy' ? commit : '',
      'on-verify-failure': onVerifyFailure,
      'bump-desired-count': bump,
      ...(goal === 'go back' ? back : {}),
    },
    ...(cancelAfter === undefined ? {} : { cancelAfter }),
  })
}

function violations(played: Played, { goal }: RandomWorld): string[] {
  const tasks = oneOffTasks(played.world)
  const changes = changesIn(played.requests)
  const isUpdated = changes.includes('UpdateService')
  const [task] = tasks
  const hasSucceeded =
    task?.lastStatus === 'STOPPED' && task.containers.every(({ exitCode }) => exitCode === 0)
  const isBack = goal === 'go back'
  const all: Readonly<Record<string, boolean>> = {
    'the migration runs once at most': tasks.length <= 1,
    'a rollback runs none and registers nothing':
      !isBack || !changes.some(one => one === 'RunTask' || one === 'RegisterTaskDefinition'),
    'no service is updated without its success': isBack || !isUpdated || hasSucceeded,
    'it is not started after a service was updated':
      !isUpdated || changes.lastIndexOf('RunTask') < changes.indexOf('UpdateService'),
    'without an update, the service is as it was': isUpdated || webOf(played.world).deployments.length === 1,
    'the desired count is what it was': webOf(played.world).desiredCount === 2,
    'what the task ran is reported':
      tasks.length === 0 || played.outputs['run-task-definition-arn'] === task?.taskDefinition.arn,
  }
  return Object.keys(all).filter(name => !all[name])
}

test('a rollback never migrates, a service needs the success of its migration, and the desired count comes back', async () => {
  const { numRuns, seed } = chance('tasks and rollbacks', 120)
  await fc.assert(
    fc.asyncProperty(world, async one => {
      const played = await playIn(one)
      const broken = violations(played, one)
      if (broken.length > 0) throw new Error([...broken, ...played.log].join('\n'))
    }),
    { numRuns, seed },
  )
  expect(numRuns).toBeGreaterThan(0)
})
