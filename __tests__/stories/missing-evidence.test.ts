/** Evidence that is not there any more, or not yet: one line for each, and the verdict as it is. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import type { RecordedRequest } from '../../simulator/protocol/recorded-request.js'
import type { Played } from '../support/play.js'
import { playWeb, verdict, webOf } from '../support/web-stories.js'

/** ECS forgets each stopped task as soon as it was listed: the list still names it, the description does not. */
function forget(world: World, { operation, input }: RecordedRequest): void {
  if (operation !== 'ListTasks' || (input as { desiredStatus?: string }).desiredStatus !== 'STOPPED') return
  for (const task of world.tasks.values()) if (task.counted) world.tasks.delete(task.arn)
}

function noticesOf(played: Played): readonly string[] {
  return played.log.filter(line => line.startsWith('  ℹ ') || line.startsWith('  ⚠ '))
}

const crashing = { exitsAfterSeconds: 2, exitCode: 1, logs: ['Error: no'] }
const moved = { listens: { 5201: { '/health': 200 } }, logs: ['Running on http://0.0.0.0:5201'] }

test('tasks that ECS has forgotten: the events and the log still show why they failed', async () => {
  const played = await playWeb({ software: moved, onAnswered: forget })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'health-check' })
  expect(verdict(played)).toMatch(
    /why {9}3 tasks of the service failed the load balancer health check \(GET :5001\/health\); the container listens on 5201 \(its log says "Running on http:\/\/0\.0\.0\.0:5201"\)\./,
  )
  expect(noticesOf(played)).toStrictEqual([
    '  ℹ ECS counts 3 failed tasks of the deployment, but no longer lists them: what is reported comes from its events.',
  ])
})

test('ECS counts more unreadable tasks than its events name', async () => {
  const played = await playWeb({
    software: moved,
    onAnswered: (world, request) => {
      forget(world, request)
      const [first] = webOf(world).events.filter(({ message }) => message.includes('is unhealthy in'))
      const messages = first && /\(task \w+\)/.exec(first.message)?.[0]
      if (messages)
        webOf(world).events = webOf(world).events.filter(
          ({ message }) => !/is unhealthy in/.test(message) || message.includes(messages),
        )
    },
  })
  expect(verdict(played)).toMatch(/why {9}task [0-9a-f]{8} of the service failed/)
})

test('tasks that may not be read: the events show the same', async () => {
  const played = await playWeb({
    software: moved,
    faults: [{ kind: 'access-denied', operations: ['ListTasks', 'DescribeTasks'] }],
  })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'health-check' })
  expect(verdict(played)).toContain('(GET :5001/health); the container listens on 5201')
  expect(noticesOf(played)).toStrictEqual([
    expect.stringContaining('The tasks of the deployment could not be read: allow ecs:ListTasks'),
  ])
})

test('tasks that ECS has forgotten, and events that do not say why: what ECS says of the whole', async () => {
  const played = await playWeb({
    software: crashing,
    settings: { countExitAfterRunning: true, deprovisioningMs: 1 },
    onAnswered: forget,
  })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'other' })
  expect(verdict(played)).toContain(
    'Service deployment rolled back because the circuit breaker threshold was exceeded.',
  )
  expect(noticesOf(played)).toStrictEqual([
    '  ℹ ECS counts 3 failed tasks of the deployment, but no longer lists them: what is reported comes from its events.',
  ])
})

test.each<{ readonly name: string; readonly lose: (world: World) => void; readonly expected: string }>([
  {
    name: 'a log group that is deleted before it is read',
    lose: world => world.logs.deleteGroup('/ecs/web'),
    expected: 'The log of app is not shown: there is no log group /ecs/web.',
  },
  {
    name: 'a stream that does not exist yet',
    lose: world => world.logs.find('/ecs/web')?.streams.clear(),
    expected: 'The log of app is not shown: it has no log stream (yet).',
  },
])('$name', async ({ lose, expected }) => {
  const played = await playWeb({
    software: crashing,
    onUngroup: world => {
      const isOver = [...world.services.values()].some(({ serviceDeployments }) =>
        serviceDeployments.some(({ status }) => status.startsWith('ROLLBACK')),
      )
      if (isOver) lose(world)
    },
  })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'container-exit' })
  expect(verdict(played)).toContain('app exited with code 1.')
  expect(noticesOf(played)).toStrictEqual([`  ℹ ${expected}`])
})
