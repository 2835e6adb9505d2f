import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseState } from '../../../../src/core/outcome/parse-saved-state.js'
import { type SavedState, serializeStates, stateBefore } from '../../../../src/core/outcome/saved-state.js'
import { aDeployment, aService, before, ours, revisionArn } from '../../../support/service-builders.js'

const bump = { from: 2, to: 4, found: 2 }
const state: SavedState = stateBefore({
  target: { cluster: 'prod', service: 'web' },
  taskDefinition: revisionArn('web:8'),
  bump,
  rollback: true,
  service: aService({ deployments: [aDeployment({ id: before, rolloutState: 'COMPLETED' })] }),
})

test('the state before UpdateService is sent', () => {
  expect(state).toMatchObject({
    answered: false,
    readsAreCurrent: false,
    before: [before],
    completedBefore: true,
  })
})

test.each<{ readonly name: string; readonly members: Partial<SavedState> }>([
  { name: 'as saved before UpdateService', members: {} },
  { name: 'with the deployment that UpdateService started', members: { answered: true, deploymentId: ours } },
  { name: 'without a raised count', members: { bump: undefined } },
  { name: 'of a first deployment', members: { before: [], completedBefore: false } },
  {
    name: 'with ARNs',
    members: {
      target: {
        cluster: 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod',
        service: 'arn:aws-cn:ecs:cn-north-1:123456789012:service/prod/web',
      },
    },
  },
])('a state is read as it was saved: $name', ({ members }) => {
  const saved = { ...state, ...members }
  const parsed = parseState(serializeStates([saved]))
  expect(parsed).toStrictEqual({ kind: 'unfinished', states: [JSON.parse(JSON.stringify(saved))] })
})

test('nothing is saved if there is nothing to finish', () => {
  expect(serializeStates([{ ...state, bump: undefined, rollback: false }])).toBe('')
  expect(parseState('')).toStrictEqual({ kind: 'none' })
})

test('the states of several services are a list of those that are unfinished', () => {
  const worker = { ...state, target: { cluster: 'prod', service: 'worker' } }
  const done = { ...state, bump: undefined, rollback: false }
  expect(parseState(serializeStates([state, done, worker]))).toStrictEqual({
    kind: 'unfinished',
    states: JSON.parse(JSON.stringify([state, worker])),
  })
  const broken = JSON.stringify([state, { ...worker, rollback: 'yes' }])
  expect(parseState(broken)).toStrictEqual({ kind: 'unusable', why: 'its member rollback is wrong' })
  expect(parseState('[]')).toStrictEqual({ kind: 'unusable', why: 'it is an empty list' })
})

const secret = 'hunter2'

test.each<{ readonly name: string; readonly saved: unknown; readonly why: string }>([
  { name: 'no JSON', saved: `{"target": ${secret}`, why: 'it is not a JSON object' },
  { name: 'a list', saved: [secret], why: 'it is not a JSON object' },
  { name: 'null', saved: null, why: 'it is not a JSON object' },
  { name: 'too long', saved: ' '.repeat(100_001), why: 'it has 100001 characters' },
  { name: 'of another program', saved: { [secret]: secret }, why: 'it has 1 unknown member' },
  {
    name: 'a name that every object has',
    saved: { ...state, constructor: secret },
    why: 'it has 1 unknown member',
  },
  { name: 'of another version', saved: { ...state, version: 2 }, why: 'its member version is wrong' },
  { name: 'without a target', saved: { ...state, target: undefined }, why: 'its member target is missing' },
  {
    name: 'half a target',
    saved: { ...state, target: { cluster: 'prod' } },
    why: 'its member target is wrong',
  },
  {
    name: 'a service with a line break',
    saved: { ...state, target: { cluster: 'prod', service: `web\n${secret}` } },
    why: 'its member target is wrong',
  },
  {
    name: 'a service of 256 letters',
    saved: { ...state, target: { cluster: 'prod', service: 'a'.repeat(256) } },
    why: 'its member target is wrong',
  },
  {
    name: 'a service of another kind',
    saved: { ...state, target: { cluster: 'prod', service: 'arn:aws:s3:::bucket' } },
    why: 'its member target is wrong',
  },
  {
    name: 'a revision without ARN',
    saved: { ...state, taskDefinition: secret },
    why: 'its member taskDefinition is wrong',
  },
  {
    name: 'a deployment id of spaces',
    saved: { ...state, deploymentId: ' ' },
    why: 'its member deploymentId is wrong',
  },
  { name: 'ids that are not a list', saved: { ...state, before: secret }, why: 'its member before is wrong' },
  { name: 'ids of numbers', saved: { ...state, before: [7] }, why: 'its member before is wrong' },
  {
    name: 'a text for a boolean',
    saved: { ...state, rollback: 'true' },
    why: 'its member rollback is wrong',
  },
  {
    name: 'a count below 0',
    saved: { ...state, bump: { ...bump, from: -1 } },
    why: 'its member bump is wrong',
  },
  {
    name: 'a count that is not a number',
    saved: { ...state, bump: { ...bump, to: '4' } },
    why: 'its member bump is wrong',
  },
  {
    name: 'a count that would be raised',
    saved: { ...state, bump: { ...bump, from: 5 } },
    why: 'its member bump is wrong',
  },
  {
    name: 'a bump with more in it',
    saved: { ...state, bump: { ...bump, secret } },
    why: 'its member bump is wrong',
  },
])('$name: it has no effect, and nothing of it is shown', ({ saved, why }) => {
  const text = typeof saved === 'string' ? saved : JSON.stringify(saved)
  expect(parseState(text)).toStrictEqual({ kind: 'unusable', why })
  expect(why).not.toContain(secret)
})

test('a state with one member of chance is used only if that is right, and never raises an error', () => {
  const names = Object.keys(JSON.parse(serializeStates([state])))
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, value) => {
      const parsed = parseState(JSON.stringify({ ...state, [name]: value }))
      const why = `its member ${name} is wrong`
      if (parsed.kind !== 'unfinished') expect(parsed).toStrictEqual({ kind: 'unusable', why })
    }),
  )
})
