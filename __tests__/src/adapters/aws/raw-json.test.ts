import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ApiError } from '../../../../src/core/errors/api-error.js'
import type { JsonObject } from '../../../../src/core/text/json.js'
import { withStubServer } from '../../../support/stub-server.js'

const arn = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:8'
const registered = { body: { taskDefinition: { taskDefinitionArn: arn, revision: 8 } } }

/** Members that this release of the SDK does not know, and values that it would drop or turn. */
const definition: JsonObject = {
  zebra: { deep: [1, null, { '': false }] },
  family: 'web',
  containerDefinitions: [
    { image: 'web:1', name: 'app', environment: [{ name: 'EMPTY', value: '' }], newMember: 0.1, cpu: null },
  ],
  tags: [],
  text: '\u2028 "ü" 😀 \\',
}

test('a definition is registered byte for byte', async () => {
  await withStubServer([registered], async ({ ecs, requests }) => {
    expect(await ecs.registerTaskDefinition(definition)).toStrictEqual({ arn, revision: '8' })
    expect(requests).toStrictEqual([`RegisterTaskDefinition ${JSON.stringify(definition)}`])
  })
})

test('any JSON', async () => {
  await withStubServer([registered], async ({ ecs, requests }) => {
    const given = fc.sample(fc.dictionary(fc.string(), fc.jsonValue()), {
      numRuns: 25,
      seed: 7,
    }) as JsonObject[]
    for (const one of given) await ecs.registerTaskDefinition(one)
    expect(requests).toStrictEqual(given.map(one => `RegisterTaskDefinition ${JSON.stringify(one)}`))
  })
})

test('a definition is returned as ECS sent it, next to its tags', async () => {
  const tags = [{ key: 'team', value: 'shop', newMember: 1 }]
  const body = {
    taskDefinition: { ...definition, taskDefinitionArn: arn, registeredAt: 1_777_518_042.8 },
    tags,
  }
  await withStubServer([{ body }], async ({ ecs, requests }) => {
    expect(await ecs.describeTaskDefinition('web')).toStrictEqual({
      arn,
      definition: { ...definition, taskDefinitionArn: arn, registeredAt: 1_777_518_042.8 },
      tags,
    })
    expect(requests).toStrictEqual(['DescribeTaskDefinition {"taskDefinition":"web","include":["TAGS"]}'])
  })
})

const described = { ...definition, taskDefinitionArn: arn }

test('a read that fails in passing is repeated, a change is not', async () => {
  const broken = { status: 500, body: { __type: 'ServerException', message: 'Service Unavailable' } }
  await withStubServer([broken, { body: { taskDefinition: described } }], async ({ ecs, requests }) => {
    expect(await ecs.describeTaskDefinition('web')).toStrictEqual({
      arn,
      definition: described,
      tags: undefined,
    })
    expect(requests.length).toBe(2)
  })
  await withStubServer([broken, registered], async ({ ecs, requests }) => {
    await expect(ecs.registerTaskDefinition({})).rejects.toMatchObject({ kind: 'unavailable' })
    expect(requests).toStrictEqual(['RegisterTaskDefinition {}'])
  })
})

test.each([
  { name: 'no definition in it', body: {} },
  { name: 'a definition without its ARN', body: { taskDefinition: definition } },
  { name: 'a definition that is none', body: { taskDefinition: null } },
  { name: 'no JSON', body: '<html>' },
])('a response with $name raises an ApiError and nothing else', async ({ body }) => {
  await withStubServer([{ body }], async ({ ecs }) => {
    const raised = await ecs.describeTaskDefinition('web').catch((error: unknown) => error)
    expect([raised instanceof ApiError, raised]).toMatchObject([true, { kind: 'unavailable' }])
  })
})
