import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { vanishedVariable } from '../../../../../src/core/checks/variables/vanished-variable.js'
import type { JsonObject } from '../../../../../src/core/text/json.js'
import { aCheckContext, checkMessages, withContainer } from '../../../../support/check-builders.js'
import { aService, revisionArn } from '../../../../support/service-builders.js'

const plain = (...names: string[]) => names.map(name => ({ name, value: `${name}-hunter2` }))
const hidden = (...names: string[]) => names.map(name => ({ name, valueFrom: `/web/${name}` }))
const file = (name: string) => [{ type: 's3', value: `arn:aws:s3:::bucket/${name}.env` }]

const live = withContainer({ environment: plain('A', 'B'), secrets: hidden('DATABASE_URL') })

const subjectOf = (definition: JsonObject, before: JsonObject = live) =>
  aCheckContext({
    definition,
    observed: { service: aService(), serving: revisionArn('web:7'), live: before },
  })

test.each<{
  readonly name: string
  readonly definition: JsonObject
  readonly before?: JsonObject
  readonly says: readonly string[]
}>([
  {
    name: 'nothing is lost, whatever the order and the values',
    definition: withContainer({
      environment: [{ name: 'B', value: 'other' }, ...plain('C', 'A')],
      secrets: hidden('DATABASE_URL'),
    }),
    says: [],
  },
  {
    name: 'a secret',
    definition: withContainer({ environment: plain('A', 'B') }),
    says: ['warning: container app no longer has the secret DATABASE_URL, which web:7 has'],
  },
  {
    name: 'a secret and variables',
    definition: withContainer({}),
    says: [
      'warning: container app no longer has the secret DATABASE_URL and the variables A and B, which web:7 has',
    ],
  },
  {
    name: 'what is renamed, with the new names',
    definition: withContainer({ environment: plain('A', 'B2'), secrets: hidden('DATABASE_URL', 'KEY') }),
    says: ['warning: container app no longer has the variable B, which web:7 has (new: KEY and B2)'],
  },
  {
    name: 'no variable that becomes a secret',
    definition: withContainer({ environment: plain('A'), secrets: hidden('DATABASE_URL', 'B') }),
    says: [],
  },
  {
    name: 'nothing that a new file of variables may hold',
    definition: withContainer({ environmentFiles: file('web'), secrets: hidden('DATABASE_URL') }),
    says: [],
  },
  {
    name: 'what the same file of variables did not hold before',
    definition: withContainer({ environmentFiles: file('web') }),
    before: withContainer({ environmentFiles: file('web'), environment: plain('A') }),
    says: ['warning: container app no longer has the variable A, which web:7 has'],
  },
  {
    name: 'nothing for a container that no longer exists',
    definition: withContainer({ environment: plain('A', 'B'), secrets: hidden('DATABASE_URL') }),
    before: {
      containerDefinitions: [
        { name: 'app', environment: plain('A') },
        { name: 'proxy', environment: plain('X') },
      ],
    },
    says: [],
  },
  {
    name: 'a variable that is called like a member of every object',
    definition: withContainer({ environment: plain('A') }),
    before: withContainer({ environment: plain('constructor') }),
    says: ['warning: container app no longer has the variable constructor, which web:7 has (new: A)'],
  },
])('$name: $says', ({ definition, before, says }) => {
  expect(checkMessages(runCheck(vanishedVariable, subjectOf(definition, before)))).toStrictEqual(says)
})

test('it reports nothing without a serving revision, or if that revision has no variables', () => {
  expect(runCheck(vanishedVariable, aCheckContext({ definition: live }))).toStrictEqual([])
  expect(runCheck(vanishedVariable, subjectOf(live, withContainer({})))).toStrictEqual([])
})

test('values never appear', () => {
  expect(
    JSON.stringify(runCheck(vanishedVariable, subjectOf(withContainer({ environment: plain('C') })))),
  ).not.toMatch(/hunter2|\/web\//)
})
