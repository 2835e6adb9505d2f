/** A rollback whose own tasks fail: how far it is, why, and what to do, and nothing that is down is said to serve. */
import { expect, test } from '@jest/globals'
import { finish } from '../../simulator/ecs/behavior/service-deployment-status.js'
import type { Software } from '../../simulator/ecs/resources/software.js'
import { primaryOf } from '../../simulator/ecs/state/service.js'
import type { World } from '../../simulator/ecs/world.js'
import { call, imageOf, targetGroupArn, workingSoftware } from '../../simulator/scenarios/web-service.js'
import { headingOf, playWeb, type StoryOverrides, text, verdict, webOf } from '../support/web-stories.js'

const crashing = { exitsAfterSeconds: 2, exitCode: 1, logs: ['Error: no'] }
const oldImage = imageOf('1f3c9e0')
const gap = {
  desiredCount: 1,
  service: { deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 100 } },
}
const gone = (world: World) => world.images.expire(oldImage)
/** The tag moves once the deployment has begun: what starts later gets other software. */
const broken =
  (software: Partial<Software>, after = 10_000) =>
  (world: World) =>
    world.after(after, () => {
      world.images.openRepository(oldImage.split(':')[0] ?? '').tagMutability = { kind: 'MUTABLE' }
      world.images.add(oldImage, { ...workingSoftware, ...software })
    })
const inputs = { preflight: 'warn', 'wait-for-minutes': '12' }

const unpulled = /CannotPullContainerError|could not pull/

test.each<
  StoryOverrides & {
    readonly name: string
    readonly rollback: RegExp
    readonly as: string
    readonly title?: string
    readonly step: RegExp
    readonly logs: RegExp
  }
>([
  {
    name: 'fail-fast, and the old image is gone',
    history: gap,
    also: gone,
    as: 'image-pull',
    rollback: /\d of \d failed tasks of web:7 could not pull web:1f3c9e0/,
    step: /For web:7: .* For web:8: Fix the error/,
    logs: unpulled,
  },
  {
    name: 'the circuit breaker, and the old revision fails its health check, too',
    history: gap,
    also: broken({ listens: { 5001: { '/': 200 } } }),
    inputs: { 'fail-fast-after': '0' },
    as: 'health-check',
    rollback:
      /failed tasks? of web:7 failed the load balancer health check \(404 on GET :5001\/health\)|task \w+ of web:7 failed the load balancer health check/,
    step: /For web:7: Serve the health check path/,
    logs: /Task failed ELB health checks/,
  },
  {
    name: 'somebody asks for it, and the old program exits',
    history: gap,
    software: {},
    also: world => {
      broken({ exitsAfterSeconds: 1, exitCode: 78, logs: ['config: no database'] })(world)
      world.after(100_000, () => {
        const serviceDeploymentArn = webOf(world).serviceDeployments.at(-1)?.arn
        call(world, 'StopServiceDeployment', { serviceDeploymentArn, stopType: 'ROLLBACK' })
      })
    },
    inputs: { 'bake-time-minutes': '10' },
    as: 'container-exit',
    rollback: /failed tasks of web:7 ended because app exited with code 78; .*config: no database/,
    step: /For web:7: .*log of app/,
    logs: /Essential container in task exited/,
  },
])('$name', async ({ rollback, as, step, logs, name: _, ...story }) => {
  const played = await playWeb({ software: crashing, ...story, inputs: { ...inputs, ...story.inputs } })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(headingOf(played)).toBe('timed out, rollback to `web:7` does not finish: 0 of 1 healthy')
  expect(verdict(played)).toContain('the rollback to web:7 does not finish: 0 of 1 healthy.')
  expect(verdict(played)).toMatch(new RegExp(`^ +rollback +.*${rollback.source}`, 'm'))
  expect(verdict(played)).toMatch(new RegExp(`^ +next +.*${step.source}`, 'm'))
  expect(verdict(played)).toMatch(/^ +serves +nothing: no/m)
  expect(played.outputs['serving-task-definition-arn']).toBe('')
  expect(played.summary).toContain(`**Why the rollback fails (\`${as}\`):**`)
  expect(text(played)).toMatch(new RegExp(`task [0-9a-f]{8} of web:7 failed: .*(?:${logs.source})`))
  expect(text(played) + played.summary).not.toContain('still serves')
  const [service] = JSON.parse(played.outputs.result ?? '').services
  expect(service.deployment.rollback).toMatchObject({
    taskDefinitionArn: expect.stringMatching(/web:7$/),
    causes: [expect.objectContaining({ class: as })],
  })
})

test('old tasks that start, run and exit again: where none is healthy at the end, the outage is not over', async () => {
  const played = await playWeb({
    software: crashing,
    history: {
      desiredCount: 2,
      service: {
        loadBalancers: [],
        deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 100 },
      },
    },
    also: broken({ exitsAfterSeconds: 25, exitCode: 1 }),
    inputs: { ...inputs, 'wait-for-minutes': '6' },
  })
  expect(verdict(played)).toMatch(/nothing healthy serves /)
  expect(verdict(played)).toMatch(/^ +impact +no running task is healthy\.$/m)
  expect(verdict(played)).toMatch(/^ +serves +nothing: no running task is healthy$/m)
  const [service] = JSON.parse(played.outputs.result ?? '').services
  expect(service.deployment.impact).toMatchObject({ kind: 'outage', to: null })
})

const alarm = 'web-5xx'

test('an alarm rolls back, and the old image is gone: the alarm is why, and the image is why it does not finish', async () => {
  const played = await playWeb({
    history: { ...gap, service: { ...gap.service } },
    also: world => {
      gone(world)
      world.setAlarm(alarm, 'OK')
      world.after(110_000, () => world.setAlarm(alarm, 'ALARM'))
    },
    inputs: { ...inputs, alarms: alarm, 'bake-time-minutes': '10' },
  })
  expect(played.outputs).toMatchObject({ outcome: 'timed-out', 'failure-class': 'alarm' })
  expect(verdict(played)).toMatch(/^ +why +.*alarm web-5xx/m)
  expect(verdict(played)).toMatch(/^ +rollback +.*of web:7 could not pull web:1f3c9e0/m)
  expect(verdict(played)).toContain('rollback to web:7 does not finish: 0 of 1 healthy')
})

test('one old task still runs from before: it serves, and the other cannot come back', async () => {
  const played = await playWeb({
    software: crashing,
    history: {
      desiredCount: 2,
      service: { deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 } },
    },
    also: gone,
    inputs,
  })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(played.summary).toContain('timed out, rollback to `web:7` does not finish: 1 of 2 healthy')
  expect(verdict(played)).toMatch(/^ +serves +web:7, 1 of 2 healthy$/m)
  expect(played.outputs['serving-task-definition-arn']).toMatch(/web:7$/)
})

test('tasks of the rollback fail, and then it gets through: rolled back, and the log says both', async () => {
  const played = await playWeb({
    software: crashing,
    history: gap,
    also: world => {
      gone(world)
      world.after(240_000, () => world.images.add(oldImage, workingSoftware))
    },
    inputs: { preflight: 'warn' },
  })
  expect(played.outputs.outcome).toBe('rolled-back')
  expect(headingOf(played)).toBe('rolled back, `web:7` serves')
  expect(text(played)).toMatch(/task [0-9a-f]{8} of web:7 failed: .*CannotPull/)
  expect(verdict(played)).not.toMatch(/^ +rollback/m)
})

test('a rollback that is only slow is in progress when the wait ends, and nothing of it has failed', async () => {
  const played = await playWeb({
    software: crashing,
    history: gap,
    also: broken({ pullSeconds: 900 }),
    inputs: { ...inputs, 'wait-for-minutes': '6' },
  })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(verdict(played)).toContain('the rollback to web:7 was still in progress: 0 of 1 healthy')
  expect(headingOf(played)).toBe('timed out, no task is running')
  expect(verdict(played)).not.toMatch(/^ +rollback/m)
})

test('canceled while the rollback fails: what is known by then', async () => {
  const played = await playWeb({
    software: crashing,
    history: gap,
    also: gone,
    inputs,
    cancelAfter: 600_000,
  })
  expect(played.outputs.outcome).toBe('cancelled')
  expect(verdict(played)).toContain('the rollback to web:7 does not finish: 0 of 1 healthy')
  expect(verdict(played)).toMatch(/^ +rollback +.*of web:7 could not pull/m)
})

test.each(['on-timeout', 'on-cancel'])(
  '%s: rollback requests it and claims nothing of its tasks',
  async input => {
    const played = await playWeb({
      software: { startSeconds: 1_000 },
      history: { ...gap, service: { ...gap.service, healthCheckGracePeriodSeconds: 1800 } },
      also: gone,
      inputs: { preflight: 'warn', 'wait-for-minutes': '4', [input]: 'rollback' },
      ...(input === 'on-cancel' ? { cancelAfter: 200_000 } : {}),
    })
    expect(verdict(played)).toContain('a rollback to web:7 was requested')
    expect(verdict(played)).toContain('⚠ rollback-image')
    expect(text(played) + played.summary).not.toContain('web:7 still serves')
    expect(verdict(played)).not.toMatch(/^ +rollback /m)
  },
)

test('a role that may not read tasks: the rollback is in progress, and why is not known', async () => {
  const played = await playWeb({
    software: crashing,
    history: gap,
    also: gone,
    inputs: { ...inputs, 'fail-fast-after': '0' },
    faults: [{ kind: 'access-denied', operations: ['ListTasks'] }],
  })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(verdict(played)).toContain('the rollback to web:7 was still in progress: 0 of 1 healthy')
  expect(verdict(played)).toMatch(/^ +serves +nothing: no task is running/m)
})

test('the target group of what is down is not asked about more often', async () => {
  const played = await playWeb({ software: crashing, history: gap, also: gone, inputs })
  const reads = played.requests.filter(({ operation }) => operation === 'DescribeTargetHealth')
  expect(reads.length).toBeLessThanOrEqual(4)
  expect(JSON.stringify(reads.map(({ input }) => input))).toContain(targetGroupArn)
})

/** ROLLBACK_IN_PROGRESS can become ROLLBACK_FAILED (service-deployment); nothing documents when. */
const endsRollback = (world: World) => {
  const check = () => {
    const deployment = webOf(world).serviceDeployments.at(-1)
    if (deployment?.status !== 'ROLLBACK_IN_PROGRESS') return world.after(5_000, check)
    world.after(240_000, () => {
      const reason = 'Service deployment rollback failed because the circuit breaker threshold was exceeded.'
      primaryOf(webOf(world)).rolloutState = 'FAILED'
      finish(world, webOf(world), { deployment, status: 'ROLLBACK_FAILED', reason })
    })
  }
  world.after(5_000, check)
}

test.each([{ rollbackNewId: false }, { rollbackNewId: true }])(
  'ECS ends a rollback to a revision whose tasks fail as well: failed, why of both, and nothing is said to serve: $rollbackNewId',
  async settings => {
    const played = await playWeb({
      software: crashing,
      history: gap,
      settings,
      also: world => {
        gone(world)
        endsRollback(world)
      },
      inputs: { ...inputs, 'wait-for-minutes': '30' },
    })
    expect(played.outputs).toMatchObject({
      outcome: 'failed',
      'failure-class': 'container-exit',
      'serving-task-definition-arn': '',
    })
    expect(text(played)).toMatch(/^ +\d+:\d\d +web:8 failed, and its rollback to web:7 as well$/m)
    expect(verdict(played)).toMatch(/^🚨 failed: nothing healthy serves since .*its rollback to web:7 failed/)
    expect(verdict(played)).toMatch(
      /^ +why +\d of \d failed tasks of web:8 ended because app exited with code 1/m,
    )
    expect(verdict(played)).toMatch(
      /^ +rollback +(?:task \w+|\d of \d failed tasks) of web:7 could not pull web:1f3c9e0/m,
    )
    expect(verdict(played)).toMatch(/^ +next +For web:7: Push web:1f3c9e0.* For web:8: Fix the error/m)
    expect(text(played) + played.summary).not.toMatch(/web:7`? (?:still )?serves/)
  },
)
