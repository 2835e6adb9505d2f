/** Why tasks failed, told from what ECS, the logs and the task definition say together. */
import { expect, test } from '@jest/globals'
import { imageOf, taskDefinition } from '../../simulator/scenarios/web-service.js'
import { acceptedInputs, playWeb, text, verdict } from '../support/web-stories.js'

test('an app that complains and ends: its last words', async () => {
  const software = {
    exitsAfterSeconds: 2,
    exitCode: 1,
    logs: ['booting', '\u001b[31mError: DATABASE_URL is not set\u001b[0m', 'bye'],
  }
  const played = await playWeb({ software })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'container-exit' })
  expect(verdict(played)).toContain(
    'app exited with code 1; its log ends with "Error: DATABASE_URL is not set".',
  )
  expect(acceptedInputs(played, 'GetLogEvents')).toHaveLength(2)
})

test('what turns the direction of writing, rings or ends a string stays out of the last words', async () => {
  const software = { ...crashing, logs: ['Error: \u202egnp.exe\u2066\u0007\u0000 stays\tas it is'] }
  const played = await playWeb({ software })
  expect(verdict(played)).toContain('its log ends with "Error: gnp.exe stays as it is".')
  expect(played.summary).toContain('\nError: gnp.exe stays\tas it is\n')
})

test('an app that moved to another port: where it listens, and which port is checked', async () => {
  const software = { listens: { 5201: { '/health': 200 } }, logs: ['Running on http://0.0.0.0:5201'] }
  const played = await playWeb({ software })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'health-check' })
  expect(verdict(played)).toContain(
    'failed the load balancer health check (GET :5001/health); the container listens on 5201 (its log says "Running on http://0.0.0.0:5201").',
  )
  expect(verdict(played)).toContain(
    'Make the app listen on 5001, or move the port to 5201 as docs/checks.md#moving-a-port of this action says.',
  )
})

test('a success reads no log', async () => {
  const played = await playWeb({})
  expect(played.outputs.outcome).toBe('succeeded')
  expect(acceptedInputs(played, 'GetLogEvents')).toHaveLength(0)
})

const crashing = { exitsAfterSeconds: 2, exitCode: 1, logs: ['Error: no'] }

test('logs that may not be read are one line with the permission, whatever the number of tasks', async () => {
  const played = await playWeb({
    software: crashing,
    faults: [{ kind: 'access-denied', operations: ['GetLogEvents'] }],
  })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'container-exit' })
  const lines = text(played).match(/The log of app is not shown: .*/g)
  expect(lines).toStrictEqual([
    'The log of app is not shown: allow logs:GetLogEvents on the log group /ecs/web.',
  ])
})

test('a container that wrote nothing has no last words, and the verdict stands', async () => {
  const played = await playWeb({ software: { ...crashing, logs: [] } })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'container-exit' })
  expect(verdict(played)).toContain('app exited with code 1.')
})

test('a log group that somebody deletes: ECS says so of the tasks that follow, and so does the report', async () => {
  let deleted = false
  const played = await playWeb({
    inputs: { 'wait-for-minutes': '5' },
    software: crashing,
    onUngroup: world => {
      if (deleted) return
      deleted = true
      world.logs.deleteGroup('/ecs/web')
    },
  })
  expect(played.passed).toBe(false)
  expect(played.outputs['failure-class']).toBe('resource-initialization')
  expect(verdict(played)).toContain('the log group does not exist (/ecs/web)')
})

test('values of the environment do not come back by way of the log', async () => {
  const definition = taskDefinition(imageOf('x')) as { containerDefinitions: { environment: object[] }[] }
  definition.containerDefinitions[0]?.environment.push({ name: 'TOKEN', value: 'tok-5up3r-53cr3t' })
  const played = await playWeb({
    software: { ...crashing, logs: ['Error: the token tok-5up3r-53cr3t is not valid'] },
    files: { 'task-definition.json': JSON.stringify(definition) },
  } as Parameters<typeof playWeb>[0])
  const everything = [text(played), played.summary, ...Object.values(played.outputs)].join('\n')
  expect(everything).toContain('the token *** is not valid')
  expect(everything).not.toContain('tok-5up3r')
})

test('tasks that may not be looked at: what to allow, so that the next time they are', async () => {
  const played = await playWeb({
    software: crashing,
    faults: [{ kind: 'access-denied', operations: ['ListTasks'] }],
  })
  expect(played.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'other' })
  expect(verdict(played)).toContain('; why tasks failed could not be read.')
  expect(verdict(played)).toContain('Allow ecs:ListTasks and ecs:DescribeTasks')
})
