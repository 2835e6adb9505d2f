/** ECS calls a service deployment SUCCESSFUL minutes before its deployment is COMPLETED, or shows that one only much later. */
import { expect, test } from '@jest/globals'
import { playWeb, type StoryOverrides, text, verdict } from '../support/web-stories.js'

const late = { settings: { completedLagMs: 300_000 } } satisfies StoryOverrides
const onlyService = {
  faults: [{ kind: 'access-denied', operations: ['ListServiceDeployments', 'DescribeServiceDeployments'] }],
} satisfies StoryOverrides

test('a success is decided by the service deployment: nobody waits for COMPLETED', async () => {
  const played = await playWeb(late)
  expect(played.outputs.outcome).toBe('succeeded')
  expect(played.took).toBeLessThan(180_000)
})

test('where service deployments may not be read, it comes with COMPLETED, and never before', async () => {
  const played = await playWeb({ ...late, ...onlyService })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(played.took).toBeGreaterThan(360_000)
})

test('where neither is seen in time, it is timed out, and nothing is rolled back', async () => {
  const played = await playWeb({
    ...late,
    ...onlyService,
    inputs: { 'wait-for-minutes': '5', 'on-timeout': 'rollback' },
  })
  expect(played.outputs.outcome).toBe('timed-out')
  expect(verdict(played)).toContain('it was not rolled back because all its tasks are running')
  expect(verdict(played)).toMatch(/^ +why /m)
})

test('tasks that die between the two are no success', async () => {
  const played = await playWeb({ ...late, software: { exitsAfterSeconds: 60, exitCode: 1 } })
  expect(played.outputs).toMatchObject({ outcome: 'failed', 'failure-class': 'container-exit' })
  expect(text(played)).toContain('web:8 keeps failing')
})
