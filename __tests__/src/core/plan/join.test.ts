import { expect, test } from '@jest/globals'
import { joinedPlan, joinedText, reasonNotToJoin } from '../../../../src/core/plan/join.js'
import type { RevisionPlan } from '../../../../src/core/plan/revision-plan.js'
import type { ServiceSettings } from '../../../../src/core/settings/service-settings.js'
import type { Digests } from '../../../support/join-builders.js'
import { aCandidate, imagesWith } from '../../../support/join-builders.js'
import { aPlan, aRevision, aServicePlan, image } from '../../../support/rollout-builders.js'
import { anEvent, aService, ours, revisionArn, thePrevious } from '../../../support/service-builders.js'

const same = aServicePlan().settings.after
const plan = (after: Partial<ServiceSettings> = {}) => ({
  settings: { before: same, after: { ...same, ...after } },
})
const revision = aRevision()
const definition = revision.definition
const tag = (key: string, value: string) => ({ key, value })

test('it runs just what would be deployed', () => {
  const candidate = aCandidate()
  expect(reasonNotToJoin(revision, plan(), { candidate, resources: { images: new Map() } })).toBeUndefined()
})

test.each([
  { name: 'web:8', same: true },
  { name: 'web:6', same: false },
])('a revision that is deployed as it is: $name', ({ name, same }) => {
  const existing: RevisionPlan = {
    ...revision,
    kind: 'existing',
    arn: revisionArn(name),
    reason: 'source',
    digests: [],
  }
  const why = reasonNotToJoin(existing, plan(), { candidate: aCandidate(), resources: { images: new Map() } })
  expect(why).toBe(same ? undefined : 'web:8 is not what would be deployed')
})

test.each([
  {
    name: 'provenance of another run',
    tags: [tag('ecs-safe-deploy:run', 'https://github.com/o/w/actions/runs/2')],
    same: true,
  },
  { name: 'a tag of the user', tags: [tag('team', 'web')], same: false },
])('tags of its revision: $name', ({ tags, same }) => {
  const candidate = aCandidate({
    revision: { kind: 'found', value: { definition: { ...definition, tags }, registeredBy: undefined } },
  })
  const why = reasonNotToJoin(revision, plan(), { candidate, resources: { images: new Map() } })
  expect(why).toBe(same ? undefined : 'web:8 is not what would be deployed')
})

test.each<{
  readonly name: string
  readonly after: Partial<ServiceSettings>
  readonly why: string | undefined
}>([
  {
    name: 'the breaker',
    after: { breaker: { ...same.breaker, enable: false } },
    why: 'the circuit breaker would be changed',
  },
  {
    name: 'the threshold of the breaker',
    after: { breaker: { ...same.breaker, threshold: { type: 'COUNT', value: 2 } } },
    why: 'the circuit breaker would be changed',
  },
  { name: 'the alarms', after: { alarms: ['web-5xx'] }, why: 'the alarms would be changed' },
  {
    name: 'a percentage and the bake time',
    after: { maximumPercent: 150, bakeTimeInMinutes: 5 },
    why: 'maximumPercent and bakeTimeInMinutes would be changed',
  },
  {
    name: 'the desired count',
    after: { desiredCount: 5, rolloutCount: 5 },
    why: 'desiredCount would be changed',
  },
  { name: 'a count raised for the rollout', after: { rolloutCount: 8 }, why: undefined },
  {
    name: 'a count that is still raised',
    after: { desiredCount: 1, rolloutCount: same.desiredCount },
    why: undefined,
  },
])('settings that would be sent: $name', ({ after, why }) => {
  const context = { candidate: aCandidate(), resources: { images: new Map() } }
  expect(reasonNotToJoin(revision, plan(after), context)).toBe(why)
})

const one = `sha256:${'1'.repeat(64)}`
const other = `sha256:${'2'.repeat(64)}`

test.each<{
  readonly name: string
  readonly tag: string
  readonly digests: Digests
  readonly joins: boolean
}>([
  { name: 'the same digest', tag: 'latest', digests: { now: one, ran: one }, joins: true },
  { name: 'another digest', tag: 'latest', digests: { now: other, ran: one }, joins: false },
  { name: 'no digest in the registry', tag: 'latest', digests: { now: undefined, ran: one }, joins: false },
  { name: 'no digest of the tasks', tag: 'latest', digests: { now: one, ran: undefined }, joins: false },
  {
    name: 'no digest of the tasks, an immutable repository',
    tag: 'latest',
    digests: { now: one, ran: undefined, immutable: true },
    joins: true,
  },
  { name: 'nothing, for a commit', tag: '9be21c4', digests: { now: undefined, ran: undefined }, joins: true },
  {
    name: 'another digest, for a commit that was pushed again',
    tag: '9be21c4',
    digests: { now: other, ran: one },
    joins: false,
  },
])('what is known of a tag: $name', ({ digests, joins, tag }) => {
  const definition = { family: 'web', containerDefinitions: [{ name: 'app', image: image(tag) }] }
  const candidate = aCandidate({
    revision: { kind: 'found', value: { definition, registeredBy: undefined } },
    images: [{ container: 'app', image: image(tag), digest: digests.ran }],
  })
  const resources = { images: imagesWith(image(tag), digests) }
  const why = reasonNotToJoin(aRevision({ definition }), plan(), { candidate, resources })
  expect(why).toEqual(joins ? undefined : expect.stringContaining(`web:${tag} may be another image by now`))
})

test.each([
  { name: 'it has ended', overrides: { hasEnded: true }, why: 'it has just ended' },
  {
    name: 'its revision could not be read',
    overrides: { revision: { kind: 'unavailable', why: 'allow ecs:DescribeTaskDefinition' } as const },
    why: 'web:8 could not be read (allow ecs:DescribeTaskDefinition)',
  },
])('not joined: $name', ({ overrides, why }) => {
  const context = { candidate: aCandidate(overrides), resources: { images: new Map() } }
  expect(reasonNotToJoin(revision, plan(), context)).toBe(why)
})

test('nothing is registered, sent, raised or put back, and what came before it is what it replaces', () => {
  const raised = aServicePlan({ bump: { from: 2, to: 4, found: 2 } })
  const candidate = aCandidate({
    service: aService({
      events: [anEvent('', { id: 'own', at: 5_000 }), anEvent('', { id: 'before', at: -5_000 })],
    }),
  })
  const joined = joinedPlan(aPlan({ services: [raised] }), candidate)
  expect(joined.revision).toMatchObject({ kind: 'existing', arn: revisionArn('web:8') })
  const [service] = joined.services
  expect(service).toMatchObject({
    update: {},
    bump: undefined,
    previous: revisionArn('web:7'),
    joins: candidate,
  })
  expect(service?.settings.after).toEqual(service?.settings.before)
  expect(service?.observed.service.events.map(({ id }) => id)).toEqual(['before'])
  expect(service?.observed.service.deployments).toEqual([thePrevious()])
})

const by = (tags: readonly object[], registeredBy?: string) =>
  aCandidate({
    revision: { kind: 'found', value: { definition: { tags: [...tags] as never }, registeredBy } },
  })
const url = 'https://github.com/octo/web/actions/runs/1'

test.each([
  {
    name: 'this run',
    candidate: by([tag('ecs-safe-deploy:run', url)]),
    text: `by this workflow run (${url})`,
  },
  {
    name: 'another run',
    candidate: by([tag('ecs-safe-deploy:run', `${url}2`), tag('ecs-safe-deploy:actor', 'hubot')]),
    text: `by hubot in ${url}2`,
  },
  {
    name: 'a role',
    candidate: by([], 'arn:aws:sts::123456789012:assumed-role/deploy/me'),
    text: 'by deploy/me',
  },
])('who registered the revision: $name', ({ candidate, text }) => {
  expect(joinedText(candidate, { run: url })).toBe(
    `${ours} of web:8, in progress since 00:00:00 UTC; web:8 was registered ${text}`,
  )
})

test('nothing is said of who registered it where nothing is known', () => {
  expect(joinedText(by([]), { run: url })).toBe(`${ours} of web:8, in progress since 00:00:00 UTC`)
})
