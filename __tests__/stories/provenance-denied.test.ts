/** A role that may register and not tag: the revision goes without its provenance, which is said once. */
import { expect, test } from '@jest/globals'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import type { Played } from '../support/play.js'
import { playWeb, type StoryOverrides } from '../support/web-stories.js'

const faults: StoryOverrides['faults'] = [{ kind: 'access-denied', operations: ['TagResource'] }]
const resource = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:*'

/** Every registration that was tried: whether it had tags, and what ECS answered. */
function registrations({ requests }: Played): string[] {
  return requests
    .filter(({ operation }) => operation === 'RegisterTaskDefinition')
    .map(({ input, status }) => `${(input as object & { tags?: [] }).tags ? 'tagged' : 'untagged'} ${status}`)
}

test.each([
  { name: 'that works', software: {}, outcome: 'succeeded' },
  { name: 'that fails', software: movedSoftware, outcome: 'rolled-back' },
])('a revision $name is $outcome, as it would be with tags', async ({ software, outcome }) => {
  const played = await playWeb({ software, faults, inputs: { preflight: 'warn' } })
  expect(played.outputs.outcome).toBe(outcome)
  expect(registrations(played)).toStrictEqual(['tagged 400', 'untagged 200'])
  const printed = `The revision was registered without provenance tags: the role lacks ecs:TagResource on ${resource}. Allow it, or set provenance-tags: false.`
  expect(played.log.filter(line => line.includes('ecs:TagResource'))).toStrictEqual([`  ⚠ ${printed}`])
  expect(played.annotations).toContainEqual({ level: 'warning', title: 'ECS deployment', message: printed })
})

test('tags of the user are no gift: without permission nothing is registered', async () => {
  const played = await playWeb({ faults, inputs: { tags: 'team=web' } })
  expect(played.outputs).toMatchObject({ outcome: 'refused', 'failure-class': 'permissions' })
  expect(played.outputs['failure-reason']).toContain(`ecs:TagResource on ${resource}`)
  expect(registrations(played)).toStrictEqual(['tagged 400', 'tagged 400'])
})

test('a role that may tag nothing can do everything else', async () => {
  const played = await playWeb({ faults, inputs: { 'provenance-tags': 'false' }, idleFaults: 'allowed' })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(registrations(played)).toStrictEqual(['untagged 200'])
})
