/** `verify-task-command`: a one-off task of the new revision, inside its network, judges it after the rollout. */
import { expect, test } from '@jest/globals'
import type { Software } from '../../simulator/ecs/resources/software.js'
import { softwareWithVersion } from '../../simulator/scenarios/verification.js'
import { call, cluster, commit, port } from '../../simulator/scenarios/web-service.js'
import { oneOffTasks } from '../support/migration-stories.js'
import { changesIn, type Played } from '../support/play.js'
import { complaints } from '../support/schemas.js'
import { pagesRequested, playVerification, type VerificationStory } from '../support/verification-stories.js'
import { acceptedInputs, deployed, text, update, verdict } from '../support/web-stories.js'

const command = 'bin/smoke --all'

interface TaskStory extends VerificationStory {
  readonly smoke?: Partial<Software>
}

function playTask({ inputs, smoke, ...rest }: TaskStory): Promise<Played> {
  const passing = { startSeconds: 5, exitsAfterSeconds: 10, exitCode: 0, logs: ['GET / 200'], ...smoke }
  return playVerification({
    software: { ...softwareWithVersion(commit), commands: { [command]: passing } },
    ...rest,
    inputs: { 'verify-url': '', 'verify-contains': '', 'verify-task-command': command, ...inputs },
  })
}

const resultOf = ({ outputs }: Played) => JSON.parse(outputs.result ?? '')

test('exit code 0 verifies it, in the network of the service and with its log', async () => {
  const played = await playTask({})
  expect(played.outputs).toMatchObject({ outcome: 'succeeded', 'run-task-arn': '', 'run-task-exit-code': '' })
  expect(changesIn(played.requests)).toStrictEqual(['RegisterTaskDefinition', 'UpdateService', 'RunTask'])
  expect(acceptedInputs(played, 'RunTask')[0]).toMatchObject({
    taskDefinition: expect.stringMatching(/\/web:8$/),
    launchType: 'FARGATE',
    overrides: { containerOverrides: [{ name: 'app', command: ['bin/smoke', '--all'] }] },
    networkConfiguration: { awsvpcConfiguration: { securityGroups: ['sg-0c4d2e6f8a1b3c5d7'] } },
  })
  expect(text(played)).toContain('app | GET / 200')
  expect(verdict(played)).toMatch(/and is verified\.$/m)
  expect(resultOf(played).verification).toMatchObject({
    result: 'verified',
    url: null,
    task: { result: 'succeeded', exitCode: 0 },
  })
  expect(complaints('result', played.outputs.result)).toStrictEqual([])
})

test('an address and a task: the task runs once the address has answered', async () => {
  const url = { 'verify-url': 'http://web.example.com/version', 'verify-contains': commit }
  const good = await playTask({ inputs: url })
  expect(good.outputs.outcome).toBe('succeeded')
  expect(pagesRequested(good)).toHaveLength(3)
  expect(oneOffTasks(good.world)).toHaveLength(1)
  const bad = await playTask({ inputs: url, answer: () => ({ status: 500, body: '' }) })
  expect(bad.outputs).toMatchObject({ outcome: 'failed', 'failure-class': 'verification' })
  expect(oneOffTasks(bad.world)).toHaveLength(0)
})

test('a migration with the same command is another task', async () => {
  const played = await playTask({ inputs: { 'run-task': 'true', 'run-task-command': command } })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(oneOffTasks(played.world)).toHaveLength(2)
})

test('its exit code disproves the revision: back to what served before', async () => {
  const played = await playTask({
    smoke: { exitCode: 4, logs: ['GET /orders 500', 'password=hunter2-hunter2'] },
    inputs: { 'on-verify-failure': 'rollback' },
  })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'verification' })
  expect(played.outputs['failure-reason']).toMatch(
    /^The verifying task \w{8} of web:8 ended because app exited with code 4/i,
  )
  expect(verdict(played)).toContain('Read the log of the verifying task')
  expect(played.summary).toContain('GET /orders 500')
  expect([text(played), played.summary].join()).not.toContain('hunter2')
  expect(complaints('result', played.outputs.result)).toStrictEqual([])
})

test.each<TaskStory & { readonly name: string; readonly why: RegExp }>([
  {
    name: 'ECS cannot place it',
    also: world => {
      world.capacity.placementFailures = [{ reason: 'Capacity is unavailable at this time.' }]
    },
    why: /ECS could not place the verifying task: Capacity is unavailable/,
  },
  {
    name: 'the role may not run it',
    faults: [{ kind: 'access-denied', operations: ['RunTask'] }],
    why: /[Tt]he verifying task was not started: .* may not call ecs:RunTask/,
  },
  {
    name: 'it does not end in time',
    smoke: { exitsAfterSeconds: 100_000 },
    inputs: { 'wait-for-minutes': '5' },
    why: /[Tt]he verifying task \w{8} of web:8 did not end within 5 minutes and goes on/,
  },
  {
    name: 'somebody stops it',
    smoke: { exitsAfterSeconds: 1_000 },
    onAnswered: (world, { operation }) => {
      if (operation !== 'RunTask') return
      world.after(60_000, () => {
        for (const { arn } of oneOffTasks(world)) call(world, 'StopTask', { cluster, task: arn })
      })
    },
    why: /[Tt]he verifying task \w{8} of web:8/,
  },
])('$name: red, and nothing is rolled back', async ({ name: _, why, ...story }) => {
  const played = await playTask({ ...story, inputs: { ...story.inputs, 'on-verify-failure': 'rollback' } })
  expect(played.outputs).toMatchObject({ outcome: 'failed', 'failure-class': 'verification' })
  expect(played.outputs['failure-reason']).toMatch(why)
  expect(verdict(played)).toContain('nothing rolls it back, because nothing proves it wrong; web:8 serves')
  expect(deployed(played)).toHaveLength(1)
  expect(complaints('result', played.outputs.result)).toStrictEqual([])
})

test('the rollout fails: no task runs', async () => {
  const played = await playTask({ software: { listens: { [port + 1]: { '/': 200 } } } })
  expect(played.outputs.outcome).toBe('rolled-back')
  expect(oneOffTasks(played.world)).toHaveLength(0)
})

test('a canceled workflow leaves it alone, and says so', async () => {
  const played = await playTask({ smoke: { exitsAfterSeconds: 1_000 }, cancelAfter: 200_000 })
  expect(played.outputs.outcome).toBe('cancelled')
  expect(resultOf(played).verification).toMatchObject({ result: 'cancelled', task: { result: 'cancelled' } })
  expect(oneOffTasks(played.world)[0]?.desiredStatus).toBe('RUNNING')
})

test('a dry run shows the request without its values', async () => {
  const played = await playTask({ inputs: { 'dry-run': 'true' } })
  expect(text(played)).toMatch(/verify {6}task web, new: app with its own command · FARGATE/)
  expect(played.summary).toContain('RunTask of the verification (values hidden)')
  expect(JSON.parse(played.outputs.plan ?? '').verification).toMatchObject({ url: null, task: { count: 1 } })
  expect(complaints('plan', played.outputs.plan)).toStrictEqual([])
  expect(changesIn(played.requests)).toStrictEqual([])
})

test('a count of 0 is raised, verified and restored', async () => {
  const played = await playTask({
    also: world => update(world, { desiredCount: 0 }),
    inputs: { 'bump-desired-count': '1' },
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(oneOffTasks(played.world)).toHaveLength(1)
})
