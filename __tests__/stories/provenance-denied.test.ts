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
  const printed = `The revision was registered without provenance tags. With them, the role deploy may not call ecs:TagResource on ${resource}: allow it (if it has a condition on aws:TagKeys or aws:RequestTag, with all keys), or set provenance-tags: false.`
  expect(played.log.filter(line => line.includes('ecs:TagResource'))).toStrictEqual([`  ⚠ ${printed}`])
  expect(played.annotations).toContainEqual({ level: 'warning', title: 'ECS deployment', message: printed })
})

const byOrganization = {
  clause: 'with an explicit deny in a service control policy',
  remedy: 'ask the administrators of the organization to change it',
}
const byRole = { clause: undefined, remedy: 'allow it' }

test.each([
  { name: 'an organization', operation: 'RegisterTaskDefinition', ...byOrganization },
  { name: 'an organization, for the tags alone', operation: 'TagResource', ...byOrganization },
  { name: 'the role', operation: 'RegisterTaskDefinition', ...byRole },
])(
  'a condition of $name on the keys of tags ($operation): the revision goes without its provenance',
  async ({ operation, clause, remedy }) => {
    const tagKeys = ['ecs-safe-deploy:*']
    const played = await playWeb({
      faults: [{ kind: 'access-denied', operations: [operation], clause, tagKeys }],
      inputs: { tags: 'team=web' },
    })
    expect(played.outputs.outcome).toBe('succeeded')
    expect(registrations(played)).toStrictEqual(['tagged 400', 'tagged 200'])
    const [notice = ''] = played.log.filter(line => line.includes('without provenance tags'))
    expect(notice).toContain(`the role deploy may not call ecs:${operation} on ${resource}`)
    expect(notice).toContain(clause ?? '')
    expect(notice).toContain(`: ${remedy}`)
    expect(notice).toMatch(/, or set provenance-tags: false\.$/)
  },
)

test('denied again without provenance: the first denial is reported', async () => {
  const clause = 'with an explicit deny in a service control policy'
  const played = await playWeb({
    faults: [
      { kind: 'access-denied', operations: ['TagResource'], clause },
      { kind: 'access-denied', operations: ['RegisterTaskDefinition'], skip: 1 },
    ],
  })
  expect(registrations(played)).toStrictEqual(['tagged 400', 'untagged 400'])
  expect(played.outputs['failure-reason']).toContain(
    `may not call ecs:TagResource on ${resource}, ${clause}: ask`,
  )
})

test('a role that may not be passed is no matter of tags', async () => {
  const played = await playWeb({
    faults: [{ kind: 'access-denied', operations: ['RegisterTaskDefinition'], action: 'iam:PassRole' }],
  })
  expect(registrations(played)).toStrictEqual(['tagged 400'])
  expect(played.outputs['failure-reason']).toContain('iam:PassRole')
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
