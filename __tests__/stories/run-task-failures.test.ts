/** A one-off task that fails, is lost or left behind: no service is updated, and the report says what is known. */
import { describe, expect, test } from '@jest/globals'
import type { Task } from '../../simulator/ecs/state/task.js'
import { call } from '../../simulator/scenarios/web-service.js'
import { expectUntouched, oneOffTasks, playMigration } from '../support/migration-stories.js'
import { changesIn, type Played } from '../support/play.js'
import { associateCapacityProviders, text, verdict } from '../support/web-stories.js'

const notUpdated = ['RegisterTaskDefinition', 'RunTask']

describe('the migration fails', () => {
  const migration = { exitCode: 3, logs: ['3 migrations', 'ERROR: column "total" does not exist'] }

  test('with class, exit code, the last lines and the service as it was', async () => {
    const played = await playMigration({ migration })
    expectUntouched(played)
    expect(changesIn(played.requests)).toStrictEqual(notUpdated)
    expect(played.outputs).toMatchObject({
      outcome: 'refused',
      revision: '8',
      'run-task-exit-code': '3',
      'failure-class': 'container-exit',
      'failure-reason': expect.stringContaining('app exited with code 3'),
    })
    expect(verdict(played)).toMatch(
      /^✗ refused: the one-off task [0-9a-f]{8} of web:8 failed, so nothing was deployed; web:7 serves as before\.\n {2}why +the one-off task ended because app exited with code 3; its log ends with "ERROR: column "total" does not exist"/,
    )
    expect(played.summary).toContain('### ❌ web on prod: refused, the one-off task failed')
    expect(played.summary).toMatch(/\| `[0-9a-f]{8}` \| `web:8` \| `EssentialContainerExited` \|/)
    expect(played.summary).toContain('Last lines of the log of the task')
    expect(played.annotations[0]?.message).toContain('app exited with code 3')
    expect(JSON.parse(played.outputs.result ?? '')).toMatchObject({
      outcome: 'refused',
      task: { result: 'failed', exitCode: 3, container: 'app', stopCode: 'EssentialContainerExited' },
      services: [{ outcome: 'refused', deployment: null }],
    })
  })

  test('and says nothing of the values that it was given', async () => {
    const secret = 'hunter2-correct-horse'
    const overrides = [
      {
        name: 'app',
        command: ['bin/migrate', '--to', 'latest'],
        environment: [{ name: 'PW', value: secret }],
      },
    ]
    const played = await playMigration({
      migration: { exitCode: 1, logs: [`connecting with ${secret}`, `ERROR: ${secret} is wrong`] },
      inputs: { 'run-task-command': '', 'run-task-container-overrides': JSON.stringify(overrides) },
    })
    expectUntouched(played)
    expect(text(played)).toContain('ERROR: *** is wrong')
    const everything = [
      text(played),
      played.summary,
      JSON.stringify([played.outputs, played.annotations]),
    ].join()
    expect(everything).not.toContain(secret)
  })

  test('before a record of a deployment is opened on GitHub', async () => {
    const played = await playMigration({
      migration,
      inputs: { environment: 'prod', 'github-token': 'ghs_token' },
    })
    expect(played.requests.filter(({ service }) => service === 'github')).toStrictEqual([])
  })
})

describe('RunTask', () => {
  test('whose answer is lost starts no second task', async () => {
    const played = await playMigration({
      faults: [{ kind: 'connection-reset', operations: ['RunTask'], when: 'after-effect', times: 2 }],
    })
    expect(played.outputs).toMatchObject({ outcome: 'succeeded', 'run-task-exit-code': '0' })
    expect(oneOffTasks(played.world)).toHaveLength(1)
    const tokens = played.requests
      .filter(({ operation }) => operation === 'RunTask')
      .map(({ input }) => (input as { clientToken: string }).clientToken)
    expect(tokens).toHaveLength(3)
    expect(new Set(tokens).size).toBe(1)
  })

  test('that is never answered leaves it unknown, and the service as it was', async () => {
    const played = await playMigration({
      faults: [{ kind: 'connection-reset', operations: ['RunTask'], when: 'after-effect' }],
    })
    expectUntouched(played)
    expect(played.outputs.outcome).toBe('unknown')
    expect(verdict(played)).toContain(
      'it is not known whether the one-off task of web:8 runs, so nothing was deployed',
    )
    expect(verdict(played)).toContain('aws ecs list-tasks --cluster prod --family web --region eu-west-1')
  })

  test('that is lost, and then refused, is not sent again', async () => {
    const played = await playMigration({
      faults: [
        { kind: 'server-error', operations: ['RunTask'], when: 'after-effect', times: 1 },
        { kind: 'access-denied', operations: ['RunTask'], skip: 1 },
      ],
    })
    expectUntouched(played)
    expect(played.outputs.outcome).toBe('unknown')
    expect(played.requests.filter(({ operation }) => operation === 'RunTask')).toHaveLength(2)
  })

  test('that is denied names the permission, and is sent once', async () => {
    const played = await playMigration({ faults: [{ kind: 'access-denied', operations: ['RunTask'] }] })
    expectUntouched(played)
    expect(played.outputs).toMatchObject({ outcome: 'refused', 'failure-class': 'permissions' })
    expect(verdict(played)).toContain('ecs:RunTask')
    expect(played.requests.filter(({ operation }) => operation === 'RunTask')).toHaveLength(1)
  })

  test('that ECS refuses is quoted', async () => {
    const played = await playMigration({
      also: world => associateCapacityProviders(world, ['FARGATE']),
      inputs: { 'run-task-capacity-provider-strategy': '[{"capacityProvider": "mine"}]' },
    })
    expectUntouched(played)
    expect(verdict(played)).toContain('a capacity provider that is not associated with the cluster')
  })
})

describe('the task goes on', () => {
  const migration = { startSeconds: 20, exitsAfterSeconds: 4_000 }
  const arnOf = ({ world }: Played) => oneOffTasks(world)[0]?.arn

  test('when the wait is over, and its ARN is said', async () => {
    const played = await playMigration({ migration, inputs: { 'wait-for-minutes': '5' } })
    expectUntouched(played)
    expect(played.outputs).toMatchObject({
      outcome: 'timed-out',
      'run-task-arn': JSON.stringify([arnOf(played)]),
    })
    expect(verdict(played)).toContain('did not end within 5 minutes and goes on, so nothing was deployed')
    expect(verdict(played)).toContain(
      `aws ecs describe-tasks --cluster prod --tasks ${arnOf(played)} --region eu-west-1`,
    )
    expect(oneOffTasks(played.world)[0]).toMatchObject({ desiredStatus: 'RUNNING' })
    expect(changesIn(played.requests)).toStrictEqual(notUpdated)
  })

  test('when the workflow is canceled, and its ARN is said', async () => {
    const played = await playMigration({ migration, cancelAfter: 60_000 })
    expectUntouched(played)
    expect(played.outputs.outcome).toBe('cancelled')
    expect(verdict(played)).toContain('nothing was deployed; web:7 serves as before; it goes on')
    expect(verdict(played)).toContain(arnOf(played))
    expect(changesIn(played.requests)).toStrictEqual(notUpdated)
    expect(played.took).toBeLessThan(63_000)
  })

  test('unless it is to be stopped', async () => {
    const played = await playMigration({
      migration,
      cancelAfter: 60_000,
      inputs: { 'run-task-on-cancel': 'stop' },
    })
    expectUntouched(played)
    expect(changesIn(played.requests)).toStrictEqual([...notUpdated, 'StopTask'])
    expect(verdict(played)).toContain('it is being stopped (run-task-on-cancel: stop)')
    expect(oneOffTasks(played.world)[0]).toMatchObject({ stopCode: 'UserInitiated' })
  })

  test('if it may not be stopped, with the reason', async () => {
    const played = await playMigration({
      ...{ migration, cancelAfter: 60_000, inputs: { 'run-task-on-cancel': 'stop' } },
      faults: [{ kind: 'access-denied', operations: ['StopTask'] }],
    })
    expectUntouched(played)
    expect(verdict(played)).toContain('could not be stopped')
    expect(verdict(played)).toContain('ecs:StopTask')
  })
})

describe('the task is lost', () => {
  test('with the credentials', async () => {
    const played = await playMigration({
      migration: { exitsAfterSeconds: 600 },
      faults: [{ kind: 'expired-credentials', after: { operation: 'RunTask', ms: 30_000 } }],
    })
    expectUntouched(played)
    expect(played.outputs.outcome).toBe('unknown')
    expect(verdict(played)).toContain('it is not known how the one-off task')
  })

  test('but not because ECS finds a new task late', async () => {
    const played = await playMigration({ settings: { newTaskLagMs: 20_000 } })
    expect(played.outputs.outcome).toBe('succeeded')
  })

  test('nor because reads fail for a while', async () => {
    const played = await playMigration({
      faults: [
        {
          kind: 'server-error',
          operations: ['DescribeTasks'],
          after: { operation: 'RunTask', ms: 10_000 },
          times: 6,
        },
      ],
    })
    expect(played.outputs.outcome).toBe('succeeded')
  })
})

test('somebody stops the task: whatever its exit code, nothing is deployed', async () => {
  let stopped = false
  const played = await playMigration({
    migration: { startSeconds: 20, exitsAfterSeconds: 900 },
    meanwhile: world => {
      const [task]: readonly Task[] = oneOffTasks(world)
      if (stopped || task?.lastStatus !== 'RUNNING') return
      stopped = true
      call(world, 'StopTask', { cluster: 'prod', task: task.arn, reason: 'not now' })
    },
  })
  expectUntouched(played)
  expect(oneOffTasks(played.world)[0]?.containers).toMatchObject([{ exitCode: 0 }])
  expect(verdict(played)).toContain('(UserInitiated')
  expect(verdict(played)).toContain('Somebody stopped it')
})

test('a log that cannot be read changes nothing but the report', async () => {
  const played = await playMigration({ faults: [{ kind: 'access-denied', operations: ['GetLogEvents'] }] })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(text(played)).toContain('the log of app is not shown any further: allow logs:GetLogEvents')
})
