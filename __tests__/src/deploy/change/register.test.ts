import { expect, test } from '@jest/globals'
import { ApiError } from '../../../../src/core/errors/api-error.js'
import type { JsonObject } from '../../../../src/core/text/json.js'
import { registerRevision } from '../../../../src/deploy/change/register.js'
import { aRevision } from '../../../support/rollout-builders.js'
import { revisionArn } from '../../../support/service-builders.js'
import { aStubEcs } from '../../../support/stub-ecs.js'

const clock = { now: () => 0, sleep: async () => {}, random: () => 0 }
const { signal } = new AbortController()
const registered = { arn: revisionArn('web:8'), revision: '8' }
const provenance = [{ key: 'ecs-safe-deploy:commit', value: '9be21c4' }]
const team = { key: 'team', value: 'shop' }
const { definition } = aRevision()
const revision = aRevision({ definition: { ...definition, tags: [team] }, provenance })
const whole = { ...definition, tags: [team, ...provenance] }

const denied = (action: string) =>
  new ApiError({
    kind: 'denied',
    operation: 'ecs:RegisterTaskDefinition',
    code: 'AccessDeniedException',
    message: `User: x is not authorized to perform: ${action} on resource: arn:aws:ecs:eu-west-1:123456789012:task-definition/web:*`,
  })
const mayNotTag = denied('ecs:TagResource')
const mayNotRegister = denied('ecs:RegisterTaskDefinition')
const mayNotPass = denied('iam:PassRole')
const lost = new ApiError({
  kind: 'unavailable',
  operation: 'ecs:RegisterTaskDefinition',
  code: 'TimeoutError',
  message: 'socket hang up',
})

/** Registers with these responses in order, and returns what was sent. */
async function registering(answers: readonly (ApiError | 'ok')[], newest?: JsonObject) {
  const sent: JsonObject[] = []
  const ecs = aStubEcs({
    async registerTaskDefinition(given) {
      sent.push(given)
      const answer = answers[sent.length - 1] ?? 'ok'
      if (answer !== 'ok') throw answer
      return registered
    },
    describeTaskDefinition: async () => ({
      arn: registered.arn,
      definition: { ...newest, registeredAt: 0 },
      tags: newest?.tags,
    }),
  })
  const request = { revision, known: [revisionArn('web:7')] }
  return { result: await registerRevision({ ecs, clock, canceled: signal }, request), sent }
}

test.each([
  {
    name: 'with its provenance, in one call',
    answers: ['ok'] as const,
    sent: [whole],
    result: { kind: 'registered', registered, unconfirmed: 0 },
  },
  {
    name: 'without it if the role may not tag, with a warning',
    answers: [mayNotTag, 'ok'] as const,
    sent: [whole, revision.definition],
    result: { kind: 'registered', registered, unconfirmed: 0, withoutProvenance: mayNotTag },
  },
  {
    name: 'refused where the tags of the user are not allowed either',
    answers: [mayNotTag, mayNotTag] as const,
    sent: [whole, revision.definition],
    result: { kind: 'refused', error: mayNotTag, unconfirmed: 0 },
  },
  {
    name: 'without it if a condition on the keys of tags denies the registration',
    answers: [mayNotRegister, 'ok'] as const,
    sent: [whole, revision.definition],
    result: { kind: 'registered', registered, unconfirmed: 0, withoutProvenance: mayNotRegister },
  },
  {
    name: 'refused with the first denial where the second is another',
    answers: [mayNotTag, mayNotRegister] as const,
    sent: [whole, revision.definition],
    result: { kind: 'refused', error: mayNotTag, unconfirmed: 0 },
  },
  {
    name: 'refused with the second where a role may not be passed, which tags do not change',
    answers: [mayNotTag, mayNotPass] as const,
    sent: [whole, revision.definition],
    result: { kind: 'refused', error: mayNotPass, unconfirmed: 0 },
  },
  {
    name: 'refused at once where it is not about tags',
    answers: [mayNotPass] as const,
    sent: [whole],
    result: { kind: 'refused', error: mayNotPass, unconfirmed: 0 },
  },
])('$name', async ({ answers, sent, result }) => {
  const found = await registering(answers)
  expect(found.sent).toStrictEqual(sent)
  expect(found.result).toEqual(result)
})

test('after a lost response the newest revision is ours, including tags of both kinds', async () => {
  const { result, sent } = await registering([lost], whole)
  expect(sent).toStrictEqual([whole])
  expect(result).toEqual({ kind: 'registered', registered, unconfirmed: 0 })
})

test('but not if a tag of the user differs', async () => {
  const other = { ...whole, tags: [{ ...team, value: 'other' }] }
  expect((await registering([lost, 'ok'], other)).sent).toStrictEqual([whole, whole])
})

test('a throttled registration is given up after ten minutes in all, with tags and without', async () => {
  const throttled = new ApiError({ ...lost, kind: 'throttled', message: 'Rate exceeded' })
  let now = 0
  let isRefused = false
  const ecs = aStubEcs({
    registerTaskDefinition: () => {
      const refuses = now >= 500_000 && !isRefused
      isRefused ||= refuses
      return Promise.reject(refuses ? mayNotTag : throttled)
    },
  })
  const sleep = async (ms: number) => {
    now += ms
  }
  const ports = { ecs, clock: { now: () => now, sleep, random: () => 0.5 }, canceled: signal }
  expect((await registerRevision(ports, { revision, known: [] })).kind).toBe('refused')
  expect(now).toBeLessThan(620_000)
})
