/** A container that passes its health check and dies afterwards: ECS completes the deployment, and it is no success. */
import { expect, test } from '@jest/globals'
import { autoScale, resourceIdOf } from '../../simulator/ecs/behavior/auto-scaling.js'
import type { Software } from '../../simulator/ecs/resources/software.js'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { playWeb, stops, text, verdict, webOf } from '../support/web-stories.js'

const ecsAlone = { 'circuit-breaker': 'keep', 'fail-fast-after': '0', 'wait-for-minutes': '12' }

test.each([45, 50, 55, 60, 65, 70, 75])(
  'never green: every task dies %i seconds after its start',
  async seconds => {
    const software = { exitsAfterSeconds: seconds, exitCode: 1 }
    const played = await playWeb({ software, inputs: ecsAlone })
    expect(played.passed).toBe(false)
    expect(played.outputs.outcome).toBe('timed-out')
    expect(played.outputs['failure-class']).toBe('container-exit')
    expect(verdict(played)).toContain(
      'ECS completed the deployment of web:8, but its tasks did not stay up within 12 minutes; nothing rolls it back.',
    )
  },
)

test.each([
  { name: 'every task exits', software: { exitsAfterSeconds: 60, exitCode: 1 }, failureClass: 'container-exit' },
  { name: 'every task runs out of memory', software: { exitsAfterSeconds: 60, outOfMemory: true }, failureClass: 'out-of-memory' },
  { name: 'every task gets sick', software: { unhealthyAfterSeconds: 45 }, failureClass: 'health-check', drain: 60 },
  { name: 'every task of a service that wants one exits', desiredCount: 1, software: { exitsAfterSeconds: 60, exitCode: 1 }, failureClass: 'container-exit' },
  { name: 'every task exits, and service deployments may not be read', software: { exitsAfterSeconds: 60, exitCode: 1 }, failureClass: 'container-exit', denied: ['ListServiceDeployments', 'DescribeServiceDeployments'] },
  { name: 'every task exits, with a circuit breaker that does not roll back', breaker: 'stop', software: { exitsAfterSeconds: 60, exitCode: 1 }, failureClass: 'container-exit' },
])('failed within minutes: ECS completed it, and $name', async ({ software, failureClass, desiredCount = 2, drain = 30, breaker = 'keep', denied }) => {
  const played = await playWeb({
    software,
    history: { desiredCount, targetGroup: { deregistrationDelaySeconds: drain } },
    faults: denied ? [{ kind: 'access-denied', operations: denied }] : [],
    inputs: { 'circuit-breaker': breaker, 'fail-fast-after': '3' },
  })
  expect(played.outputs).toMatchObject({ outcome: 'failed', 'failure-class': failureClass })
  expect(played.took).toBeLessThan(12 * 60_000)
  expect(played.requests.length).toBeLessThan(300)
  expect(stops(played)).toBe(0)
  expect(verdict(played)).toContain(
    'ECS completed the deployment of web:8, but its tasks keep failing, and nothing rolls it back;',
  )
  expect(verdict(played)).toContain('To go back to web:7, set rollback: web:7, or run:')
  expect(played.log).toContainEqual(
    expect.stringMatching(/^ +aws ecs update-service --cluster prod --service web --task-definition web:7 --region eu-west-1$/),
  )
  expect(text(played)).toMatch(/web:8 keeps failing: \d+ of its tasks have failed since ECS completed the deployment/)
  if (!denied) expect(played.summary).toMatch(/completed after \d+:\d\d, but its tasks keep failing/)
}) // biome-ignore format: one table

const unreadable: Fault = { kind: 'access-denied', operations: ['ListTasks', 'DescribeTasks'] }

test('failed within minutes: ECS completed it, every task exits, and tasks may not be read', async () => {
  const played = await playWeb({
    software: { exitsAfterSeconds: 60, exitCode: 1 },
    faults: [unreadable],
    inputs: { 'circuit-breaker': 'keep' },
  })
  expect(played.outputs.outcome).toBe('failed')
  expect(played.took).toBeLessThan(6 * 60_000)
  expect(text(played)).toContain('it has just replaced tasks: waiting for two minutes without a new one')
  expect(verdict(played)).toContain(
    'ECS has started 4 tasks to replace others since it completed the deployment; why tasks failed could not be read.',
  )
  expect(verdict(played)).toContain('To go back to web:7, set rollback: web:7, or run:')
})

test('green: ECS completed it, nothing was replaced, and tasks may not be read', async () => {
  const played = await playWeb({ faults: [unreadable], inputs: { 'circuit-breaker': 'keep' } })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(played.took).toBeLessThan(140_000)
})

test.each([
  { name: 'the list of its tasks', operations: ['ListTasks'] },
  { name: 'the look at its tasks', operations: ['DescribeTasks'] },
])('never green: every task dies, and $name is refused twice for no reason', async ({ operations }) => {
  const played = await playWeb({
    software: { exitsAfterSeconds: 60, exitCode: 1 },
    inputs: ecsAlone,
    faults: [{ kind: 'expired-credentials', operations, times: 2 }],
  })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(verdict(played)).not.toContain('could not be read')
})

const wrongClocks = [
  { side: 'ahead', skewMs: 240_000 },
  { side: 'behind', skewMs: -240_000 },
]

test.each(wrongClocks)(
  'never green: every task dies, and the clock of the runner is $side',
  async ({ side, skewMs }) => {
    const software = { exitsAfterSeconds: 60, exitCode: 1 }
    const played = await playWeb({ software, skewMs, inputs: ecsAlone })
    expect(played.outputs.outcome).toBe('timed-out')
    expect(text(played)).not.toContain('ended at 0:00')
    expect(verdict(played)).toMatch(new RegExp(`The clock of this machine is 4 minutes ${side}`))
  },
)

test('never green: ECS completed it while the service wanted no task, and one that dies was started since', async () => {
  const played = await playWeb({
    history: { desiredCount: 0, service: { loadBalancers: [] } },
    software: { exitsAfterSeconds: 25, exitCode: 1 },
    inputs: ecsAlone,
    also: world => {
      world.scalableTargets.register({ resourceId: resourceIdOf(webOf(world)), min: 0, max: 2 }, world.now)
      world.after(15_000, () => autoScale(world, webOf(world), 1))
    },
    // The look that would have found it asleep shows what was before.
    settings: { staleReadsMs: 20_000 },
  })
  expect(played.passed).toBe(false)
  expect(text(played)).toContain('its tasks have only just started')
})

test.each<{ name: string; software: Partial<Software>; green: boolean; says?: string; faults?: readonly Fault[] }>([
  { name: 'answers on no port', software: { listens: {} }, green: false, says: 'none of its targets is healthy' },
  { name: 'answers', software: {}, green: true },
  {
    name: 'answers, and one read of the targets fails',
    software: {},
    green: true,
    faults: [{ kind: 'server-error', operations: ['DescribeTargetHealth'], times: 1 }],
  },
  {
    name: 'answers, and the targets may not be read',
    software: {},
    green: true,
    says: 'the success is based on the time that the tasks have been running',
    faults: [{ kind: 'access-denied', operations: ['DescribeTargetHealth'] }],
  },
])('ECS completed it while the service wanted no task, and the task behind a load balancer that was started since $name', async ({ software, green, says, faults = [] }) => {
  const played = await playWeb({
    history: { desiredCount: 0 },
    software,
    faults,
    inputs: { ...ecsAlone, 'wait-for-minutes': '4' },
    also: world => {
      world.scalableTargets.register({ resourceId: resourceIdOf(webOf(world)), min: 0, max: 2 }, world.now)
      world.after(15_000, () => autoScale(world, webOf(world), 1))
    },
    settings: { staleReadsMs: 20_000 },
  })
  expect(played.passed).toBe(green)
  if (says !== undefined) expect(text(played)).toContain(says)
}) // biome-ignore format: one table

test('never green: tasks get sick while the old ones still drain, and their successors are seconds old', async () => {
  const played = await playWeb({
    software: { unhealthyAfterSeconds: 45 },
    history: { targetGroup: { deregistrationDelaySeconds: 300 } },
    inputs: ecsAlone,
  })
  expect(played.passed).toBe(false)
  expect(played.outputs).toMatchObject({ outcome: 'timed-out', 'failure-class': 'health-check' })
  expect(text(played)).toContain('none has been up for two minutes since')
})

test('on-timeout: rollback cannot undo what ECS has completed, and the report says so', async () => {
  const played = await playWeb({
    software: { exitsAfterSeconds: 60, exitCode: 1 },
    inputs: { ...ecsAlone, 'on-timeout': 'rollback' },
  })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(webOf(played.world).deployments[0]?.revision.taskDefinition.arn).toMatch(/web:8$/)
  expect(verdict(played)).toMatch(
    /did not stay up within 12 minutes; it was not rolled back because ECS does not stop a completed deployment\./,
  )
  expect(stops(played)).toBe(0)
})

test.each([
  { clock: 'right' },
  { clock: 'four minutes ahead', skewMs: 240_000 },
  { clock: 'four minutes behind', skewMs: -240_000 },
])(
  'a success after earlier failures is green, says so, and warns, by a clock that is $clock',
  async inputs => {
    const played = await playWeb({
      ...inputs,
      software: { unhealthyAfterSeconds: 20 },
      history: { targetGroup: { deregistrationDelaySeconds: 10 } },
      inputs: { 'fail-fast-after': '0', 'circuit-breaker-threshold': '50' },
      // The cause is mended while ECS goes on trying: a database that came up late.
      meanwhile: world => {
        if (world.now < Date.UTC(2026, 0, 15, 9, 3)) return
        world.images.add('123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:9be21c4', {
          pullSeconds: 12,
          startSeconds: 4,
          listens: { 5001: { '/health': 200 } },
        })
      },
    })
    expect(played.passed).toBe(true)
    expect(played.outputs.outcome).toBe('succeeded')
    expect(verdict(played)).toMatch(
      /2 of 2 running, after \d+:\d\d, although some of its tasks failed in the meantime/,
    )
    expect(played.annotations.filter(({ level }) => level === 'warning').length).toBe(1)
    expect(text(played)).toContain('failed: ')
  },
)
