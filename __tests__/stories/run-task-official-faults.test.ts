/** The faults of the official deploy action (2.6.3, index.js) in its one-off task, by number, and that they do not happen here. */
import { describe, expect, test } from '@jest/globals'
import {
  expectUntouched,
  filesWith,
  oneOffTasks,
  playMigration,
  registerJob,
} from '../support/migration-stories.js'
import { changesIn } from '../support/play.js'
import { acceptedInputs, text, verdict, webOf } from '../support/web-stories.js'

describe('what the official action gets wrong', () => {
  const router = {
    name: 'router',
    image: 'router:1',
    essential: false,
    memoryReservation: 64,
  }
  const withRouter = (stopSeconds: number, more: object = {}, ...others: readonly object[]) => ({
    files: filesWith({ ...router, ...more }, ...others),
    also: (world: Parameters<typeof registerJob>[0]) => {
      world.images.add('router:1', { stopSeconds })
      world.images.add('agent:1', {})
    },
  })
  const routed = { name: 'agent', image: 'agent:1', essential: false, memoryReservation: 64 }

  test('1: exit codes of all containers must be 0, here a log router that is killed does not count', async () => {
    const played = await playMigration(withRouter(60))
    const [task] = oneOffTasks(played.world)
    expect(task?.containers.map(({ exitCode }) => exitCode)).toStrictEqual([0, 137])
    expect(played.outputs).toMatchObject({ outcome: 'succeeded', 'run-task-exit-code': '0' })
  })

  test('1: an essential one that FireLens routes through does not count either', async () => {
    const firelens = { essential: true, firelensConfiguration: { type: 'fluentbit' } }
    const logConfiguration = { logDriver: 'awsfirelens', options: {} }
    const played = await playMigration(withRouter(60, firelens, { ...routed, logConfiguration }))
    expect(played.outputs).toMatchObject({ outcome: 'succeeded', 'run-task-exit-code': '0' })
  })

  test('1: another essential container that is killed fails, and the report says what to change', async () => {
    const played = await playMigration(withRouter(60, { essential: true }))
    expectUntouched(played)
    expect(verdict(played)).toContain('ECS killed router because app had ended: set its essential to false')
  })

  test('2: the message is [null], here it has exit code, reason and log', async () => {
    const played = await playMigration({ migration: { exitCode: 2, logs: ['boom'] } })
    expect(verdict(played)).not.toContain('null')
    expect(verdict(played)).not.toContain('undefined')
    expect(verdict(played)).toContain('exited with code 2')
    expect(text(played)).toContain('boom')
  })

  test('3: a container that never ran has exit code undefined, here none, and its reason is named', async () => {
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

  test('4: the network of the service is not used, here it is', async () => {
    const played = await playMigration()
    const { networkConfiguration } = webOf(played.world).deployments[0]?.revision.attributes ?? {}
    expect(networkConfiguration).toBeDefined()
    expect(acceptedInputs(played, 'RunTask')).toMatchObject([{ networkConfiguration }])
  })

  test('5: the task runs before the service is looked at, here a wrong name ends before it', async () => {
    const played = await playMigration({ inputs: { service: 'wbe' } })
    expect(played.outputs.outcome).toBe('refused')
    expect(changesIn(played.requests)).toStrictEqual([])
    expect(oneOffTasks(played.world)).toHaveLength(0)
  })

  test('6: the first failure of RunTask hides the others, here all are named', async () => {
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

  test('6: a task that was started beside a failure is left without a word, here its ARN is told', async () => {
    const failures = [{ arn: 'arn:aws:ecs:eu-west-1:123456789012:container-instance/0c1d', reason: 'AGENT' }]
    const played = await playMigration({
      onAnswer: (operation, response) => {
        if (operation === 'RunTask') Object.assign(response, { failures })
      },
    })
    expectUntouched(played)
    const [task] = oneOffTasks(played.world)
    expect(played.outputs['run-task-arn']).toBe(JSON.stringify([task?.arn]))
    expect(verdict(played)).toContain(`${task?.arn} runs and goes on`)
  })

  test('a task that ends between two polls is not missed', async () => {
    const played = await playMigration({
      settings: { provisioningMs: 100, activatingMs: 100, deprovisioningMs: 100 },
      software: { pullSeconds: 0.1 },
      migration: { startSeconds: 0.2, exitsAfterSeconds: 0.5 },
    })
    expect(played.outputs).toMatchObject({ outcome: 'succeeded', 'run-task-exit-code': '0' })
  })

  test('7: polls pause for up to 600 s, here its end is known within seconds', async () => {
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
  test('8: propagate-tags is not sent, here the task gets the tags of its definition', async () => {
    const played = await playMigration({ inputs: { 'propagate-tags': 'TASK_DEFINITION' } })
    expect(acceptedInputs(played, 'RunTask')).toMatchObject([{ propagateTags: 'TASK_DEFINITION' }])
  })
})
