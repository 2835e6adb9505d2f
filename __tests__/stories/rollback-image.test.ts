/** A lifecycle policy deleted the image of the revision to which the circuit breaker would roll back. */
import { expect, test } from '@jest/globals'
import { imageOf } from '../../simulator/scenarios/web-service.js'
import { playWeb, type StoryOverrides, text, verdict } from '../support/web-stories.js'

const also: StoryOverrides['also'] = world => world.images.expire(imageOf('1f3c9e0'))
const crashing = { exitsAfterSeconds: 2, exitCode: 1, logs: ['Error: no'] }
const missing = `the circuit breaker rolls back to web:7, which could start no new task: the image ${imageOf('1f3c9e0')} of container app no longer exists: the repository web has no tag 1f3c9e0`
const said = `rollback-image: ${missing}`

test('a dry run warns of it, and so does the plan of a deployment that succeeds', async () => {
  for (const [inputs, outcome] of [
    [{ 'dry-run': 'true' }, 'planned'],
    [{}, 'succeeded'],
  ] as const) {
    const played = await playWeb({ also, inputs })
    expect(played.outputs.outcome).toBe(outcome)
    expect(text(played)).toContain(`⚠ rollback-image  ${missing}`)
    expect(verdict(played)).not.toContain(said)
  }
})

test('the report of a rollback says it again', async () => {
  const played = await playWeb({ also, software: crashing })
  expect(played.outputs.outcome).toBe('rolled-back')
  expect(verdict(played)).toContain(`⚠ ${said}. Push that image again`)
  expect(played.summary).toContain('rollback-image: the circuit breaker rolls back to')
  expect(played.annotations.filter(({ message }) => message.includes(missing))).toHaveLength(1)
})

test('an image that is there is not mentioned', async () => {
  const played = await playWeb({ software: crashing })
  expect(text(played)).not.toContain('rollback-image')
})

test('a role that may not read ECR is told once what to allow', async () => {
  const faults = [{ kind: 'access-denied', services: ['ecr'] }] as const
  const played = await playWeb({ also, faults, inputs: { 'dry-run': 'true' } })
  expect(played.outputs.outcome).toBe('planned')
  expect(text(played)).toMatch(/ℹ .*rollback-image.* {2}not checked: allow ecr:/)
})
