/** What users of the official action suffer from with its one-off task. */
import { describe, expect, test } from '@jest/globals'
import {
  expectUntouched,
  filesWith,
  oneOffTasks,
  playMigration,
  registerJob,
} from '../support/migration-stories.js'
import { text, verdict } from '../support/web-stories.js'

describe('what other actions get wrong', () => {
  const router = {
    name: 'router',
    image: 'router:1',
    essential: false,
    memoryReservation: 64,
  }
  const withRouter = (stopSeconds: number, more: object = {}) => ({
    files: filesWith({ ...router, ...more }),
    also: (world: Parameters<typeof registerJob>[0]) => world.images.add('router:1', { stopSeconds }),
  })

  test('a log router that is killed does not count', async () => {
    const played = await playMigration(withRouter(60))
    const [task] = oneOffTasks(played.world)
    expect(task?.containers.map(({ exitCode }) => exitCode)).toStrictEqual([0, 137])
    expect(played.outputs).toMatchObject({ outcome: 'succeeded', 'run-task-exit-code': '0' })
  })

  test('an essential one that FireLens routes through does not count either', async () => {
    const firelens = { essential: true, firelensConfiguration: { type: 'fluentbit' } }
    const played = await playMigration(withRouter(60, firelens))
    expect(played.outputs).toMatchObject({ outcome: 'succeeded', 'run-task-exit-code': '0' })
  })

  test('another essential container that is killed fails, and the report says what to change', async () => {
    const played = await playMigration(withRouter(60, { essential: true }))
    expectUntouched(played)
    expect(verdict(played)).toContain('ECS killed router because app had ended: set its essential to false')
  })

  test('the reason is named with exit code, stop code and log, never null', async () => {
    const played = await playMigration({ migration: { exitCode: 2, logs: ['boom'] } })
    expect(verdict(played)).not.toContain('null')
    expect(verdict(played)).not.toContain('undefined')
    expect(verdict(played)).toContain('exited with code 2')
  })

  test('a container that never ran has no exit code, and its reason is named', async () => {
    const played = await playMigration({
      also: world => registerJob(world, { containerDefinitions: [{ name: 'app', image: 'absent/job:1' }] }),
      inputs: { 'run-task-definition': 'migrate' },
    })
    expectUntouched(played)
    expect(played.outputs).toMatchObject({ 'failure-class': 'image-pull', 'run-task-exit-code': '' })
    expect(verdict(played)).toMatch(/could not pull .*job:1/)
    expect(text(played)).toContain('app never ran (TaskFailedToStart)')
    expect(JSON.parse(played.outputs.result ?? '').task.exitCode).toBeNull()
  })

  test('every failure of RunTask is named', async () => {
    const played = await playMigration({
      also: world => {
        world.capacity.placementFailures = [
          { reason: 'RESOURCE:ENI', arn: 'arn:aws:ecs:eu-west-1:123456789012:container-instance/prod/0c1d' },
          { reason: 'AGENT', detail: 'the agent is disconnected' },
        ]
      },
    })
    expectUntouched(played)
    expect(played.outputs).toMatchObject({
      outcome: 'refused',
      'failure-class': 'placement',
      'run-task-arn': '',
    })
    expect(verdict(played)).toContain('RESOURCE:ENI (0c1d); AGENT: the agent is disconnected')
  })

  test('a task that ends between two polls is not missed', async () => {
    const played = await playMigration({
      settings: { provisioningMs: 100, activatingMs: 100, deprovisioningMs: 100 },
      software: { pullSeconds: 0.1 },
      migration: { startSeconds: 0.2, exitsAfterSeconds: 0.5 },
    })
    expect(played.outputs).toMatchObject({ outcome: 'succeeded', 'run-task-exit-code': '0' })
  })

  test('its end is known within seconds', async () => {
    let stoppedAt: number | undefined
    let knownAt: number | undefined
    await playMigration({
      migration: { exitsAfterSeconds: 1_500 },
      meanwhile: world => {
        const [task] = oneOffTasks(world)
        stoppedAt ??= task?.stoppedAt
      },
      onAnswered: (world, { operation }) => {
        if (operation === 'UpdateService') knownAt = world.now
      },
    })
    expect((knownAt ?? 0) - (stoppedAt ?? 0)).toBeLessThan(10_000)
  })
})
