/** fail-fast-after stops what is doomed and nothing that is only slow, unlucky, or not to be rolled back. */
import { expect, test } from '@jest/globals'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import { scenarios } from '../../simulator/scenarios/scenarios.js'
import { play, type Story } from '../support/play.js'
import { playWeb, type StoryOverrides, stops, text, verdict, webOf } from '../support/web-stories.js'

const keep = { 'circuit-breaker': 'keep' }
const crash = { exitsAfterSeconds: 1, exitCode: 1 }

test.each<StoryOverrides & { readonly name: string }>([
  { name: 'the breaker is off and no task becomes healthy', software: movedSoftware, inputs: keep },
  { name: 'the breaker is off and every task crashes', software: crash, inputs: keep },
  {
    name: 'the breaker counts to 50',
    software: movedSoftware,
    inputs: { 'circuit-breaker-threshold': '50' },
  },
  {
    name: 'tasks become healthy and die again, which the breaker never counts',
    software: { exitsAfterSeconds: 40, exitCode: 1 },
    history: { targetGroup: { deregistrationDelaySeconds: 300 } },
  },
])('stopped once and rolled back: $name', async unusual => {
  const played = await playWeb(unusual)
  expect(played.passed).toBe(false)
  expect(played.outputs).toMatchObject({
    outcome: 'rolled-back',
    'serving-task-definition-arn': expect.stringMatching(/web:7$/),
  })
  expect(stops(played)).toBe(1)
  expect(played.took).toBeLessThan(8 * 60_000)
  expect(text(played)).toMatch(/stopping the deployment \(fail-fast-after\): \d+ of its tasks had failed/)
  expect(verdict(played)).toContain('web:8 was stopped early and rolled back; web:7 serves.')
  expect(webOf(played.world).deployments[0]?.revision.taskDefinition.arn).toMatch(/web:7$/)
})

test.each<StoryOverrides & { readonly name: string; readonly outcome: string }>([
  {
    name: 'a slow start',
    outcome: 'succeeded',
    software: { startSeconds: 240 },
    history: { service: { healthCheckGracePeriodSeconds: 400 } },
    inputs: { 'fail-fast-after': '1' },
  },
  {
    name: 'fail-fast-after: 0',
    outcome: 'timed-out',
    software: movedSoftware,
    inputs: { ...keep, 'fail-fast-after': '0', 'wait-for-minutes': '10' },
  },
  {
    name: 'circuit-breaker: stop, which wants no rollback',
    outcome: 'failed',
    software: movedSoftware,
    inputs: { 'circuit-breaker': 'stop', 'circuit-breaker-threshold': '8' },
  },
])('never stopped: $name', async ({ outcome, ...unusual }) => {
  const played = await playWeb(unusual)
  expect(played.outputs.outcome).toBe(outcome)
  expect(stops(played)).toBe(0)
  expect(text(played)).not.toContain('fail-fast-after')
})

/** The first tasks of a rollout meet something that the later ones do not. */
function badStarts(bad: number): StoryOverrides {
  return {
    history: { desiredCount: 20 },
    meanwhile: world => {
      const ours = world.tasksOf(webOf(world)).filter(task => task.taskDefinition.arn.endsWith('web:8'))
      for (const task of ours.slice(0, bad)) {
        if (task.lastStatus !== 'RUNNING' || task.desiredStatus !== 'RUNNING') continue
        task.desiredStatus = 'STOPPED'
        task.lastStatus = 'STOPPED'
        task.stopCode = 'EssentialContainerExited'
        task.stoppedReason = 'Essential container in task exited'
        task.stoppingAt = world.now
        task.stoppedAt = world.now
        world.scheduleRun(webOf(world), 0)
      }
    },
  }
}

test('never stopped: two failed starts of twenty, which the report mentions', async () => {
  const played = await playWeb({ ...badStarts(2), inputs: { 'fail-fast-after': '2' } })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(stops(played)).toBe(0)
  expect(verdict(played)).toContain('although some of its tasks failed in the meantime')
})

/** What befell the first tasks of our deployment is not the revision's fault. */
const misfortunes = [
  {
    name: 'Fargate has no capacity',
    stopCode: 'TaskFailedToStart',
    stoppedReason:
      'Capacity is unavailable at this time. Please try again later or in a different availability zone',
  },
  {
    name: 'no container instance has room',
    stopCode: 'TaskFailedToStart',
    stoppedReason: 'RESOURCE:MEMORY',
  },
  {
    name: 'Spot takes the hosts',
    stopCode: 'SpotInterruption',
    stoppedReason: 'Your Spot Task was interrupted.',
  },
  { name: 'a person stops them', stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user' },
  {
    name: 'scaling stops them',
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)',
  },
] as const

test.each(misfortunes)('never stopped: $name', async ({ stopCode, stoppedReason }) => {
  let hit = 0
  const played = await playWeb({
    inputs: { 'circuit-breaker-threshold': '50', 'fail-fast-after': '1' },
    meanwhile: world => {
      for (const task of world.tasksOf(webOf(world))) {
        if (hit >= 2 || !task.taskDefinition.arn.endsWith('web:8') || task.desiredStatus === 'STOPPED')
          continue
        hit++
        Object.assign(task, { desiredStatus: 'STOPPED', lastStatus: 'STOPPED', stopCode, stoppedReason })
        task.stoppingAt = world.now
        task.stoppedAt = world.now
        world.scheduleRun(webOf(world), 0)
      }
    },
  })
  expect(hit).toBe(2)
  expect(stops(played)).toBe(0)
  expect(played.outputs.outcome).toBe('succeeded')
})

test('never stopped in the dark: where service deployments may not be read, the report says that it could not act', async () => {
  const played = await playWeb({
    software: movedSoftware,
    inputs: { ...keep, 'wait-for-minutes': '10' },
    faults: [{ kind: 'access-denied', operations: ['ListServiceDeployments'] }],
  })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(stops(played)).toBe(0)
  expect(verdict(played)).toContain(
    '⚠ fail-fast-after could not stop the deployment: its service deployment could not be read.',
  )
})

test('never stopped: a first deployment, which could not be rolled back', async () => {
  const first = scenarios['first-deployment'] as Story
  const inputs = { ...first.inputs, 'circuit-breaker-threshold': '50', 'wait-for-minutes': '10' }
  const played = await play({ ...first, inputs })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(stops(played)).toBe(0)
})

test('StopServiceDeployment that is denied is a warning with the permission, and ECS decides', async () => {
  const played = await playWeb({
    software: movedSoftware,
    inputs: { 'circuit-breaker-threshold': '5' },
    faults: [{ kind: 'access-denied', operations: ['StopServiceDeployment'] }],
  })
  expect(played.outputs.outcome).toBe('rolled-back')
  const warnings = played.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
  expect(warnings.join('\n')).toContain('ecs:StopServiceDeployment')
  expect(played.requests.filter(({ operation }) => operation === 'StopServiceDeployment').length).toBe(3)
  expect(verdict(played)).not.toContain('stopped early')
})

test('StopServiceDeployment that is denied once is sent with the next poll', async () => {
  const played = await playWeb({
    software: movedSoftware,
    inputs: keep,
    faults: [{ kind: 'access-denied', operations: ['StopServiceDeployment'], times: 1 }],
  })
  expect(played.outputs.outcome).toBe('rolled-back')
  expect(verdict(played)).toContain('stopped early')
  expect(verdict(played)).not.toContain('ecs:StopServiceDeployment')
})

test('StopServiceDeployment that fails temporarily is sent again', async () => {
  const played = await playWeb({
    software: movedSoftware,
    inputs: keep,
    faults: [
      { kind: 'server-error', operations: ['StopServiceDeployment'], times: 1 },
      {
        kind: 'connection-reset',
        when: 'after-effect',
        operations: ['StopServiceDeployment'],
        skip: 1,
        times: 1,
      },
    ],
  })
  expect(played.outputs.outcome).toBe('rolled-back')
  expect(verdict(played)).toContain('stopped early')
})

test.each<StoryOverrides & { readonly name: string; readonly outcome: string }>([
  {
    name: 'the workflow is cancelled while it asks',
    outcome: 'cancelled',
    cancelAfter: 75_000,
    faults: [{ kind: 'latency', ms: 12_000, operations: ['StopServiceDeployment'] }],
  },
  {
    name: 'the wait is over before ECS answers',
    outcome: 'timed-out',
    inputs: { 'wait-for-minutes': '1', 'fail-fast-after': '1' },
    faults: [{ kind: 'latency', ms: 25_000, operations: ['StopServiceDeployment'] }],
  },
])('what it stopped is not said to be left as it is: $name', async ({ outcome, inputs, ...unusual }) => {
  const played = await playWeb({ ...unusual, software: crash, inputs: { ...keep, ...inputs } })
  expect(played.outputs.outcome).toBe(outcome)
  expect(stops(played)).toBe(1)
  expect(verdict(played)).toContain('a rollback to web:7 was requested')
  expect(verdict(played)).not.toContain('stopping the deployment')
})

test('StopServiceDeployment that is never answered: ECS may have taken it, and the report says no more', async () => {
  const played = await playWeb({
    software: movedSoftware,
    inputs: { ...keep, 'wait-for-minutes': '10' },
    faults: [{ kind: 'server-error', operations: ['StopServiceDeployment'] }],
  })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(verdict(played)).toContain(
    '⚠ fail-fast-after requested a stop of the deployment, but ECS did not confirm it: Service Unavailable.',
  )
})
