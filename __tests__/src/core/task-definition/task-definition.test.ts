import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  familyOf,
  imagesOf,
  registrable,
  withImages,
  withTags,
} from '../../../../src/core/task-definition/task-definition.js'
import type { Json, JsonObject } from '../../../../src/core/text/json.js'

/** The members of a described task definition, as ECS answers them, around what was registered. */
const described: JsonObject = {
  taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7',
  containerDefinitions: [
    {
      name: 'app',
      image: 'web:1',
      cpu: 0,
      environment: [{ name: 'EMPTY', value: '' }],
      unheardOf: [1, null],
    },
  ],
  family: 'web',
  revision: 7,
  volumes: [],
  status: 'ACTIVE',
  requiresAttributes: [{ name: 'com.amazonaws.ecs.capability.docker-remote-api.1.18' }],
  placementConstraints: [],
  compatibilities: ['EC2', 'FARGATE'],
  cpu: '256',
  registeredAt: 1_777_518_042.8,
  deregisteredAt: 1_777_518_043,
  deleteRequestedAt: 1_777_518_044,
  registeredBy: 'arn:aws:iam::123456789012:role/deploy',
}

describe('members that can be registered again', () => {
  test('everything but the nine members that only ECS writes, in the order in which it stood', () => {
    const { definition, dropped } = registrable(described)
    expect([dropped, Object.keys(definition)]).toStrictEqual([
      [
        'taskDefinitionArn',
        'revision',
        'status',
        'requiresAttributes',
        'compatibilities',
        'registeredAt',
        'deregisteredAt',
        'deleteRequestedAt',
        'registeredBy',
      ],
      ['containerDefinitions', 'family', 'volumes', 'placementConstraints', 'cpu'],
    ])
    expect(definition.containerDefinitions).toBe(described.containerDefinitions)
  })

  test.each([
    {
      name: 'a file of the user has nothing to drop',
      given: { family: 'web' },
      definition: { family: 'web' },
      dropped: [],
    },
    {
      name: 'members with these names deeper down stay',
      given: { a: { status: 'x' } },
      definition: { a: { status: 'x' } },
      dropped: [],
    },
    {
      name: 'an inherited name is not a member',
      given: JSON.parse('{"__proto__": {"status": "x"}}'),
      definition: JSON.parse('{"__proto__": {"status": "x"}}'),
      dropped: [],
    },
    { name: 'a member that is null was there', given: { status: null }, definition: {}, dropped: ['status'] },
  ])('$name', ({ given, definition, dropped }) => {
    expect(registrable(given)).toStrictEqual({ definition, dropped })
  })
})

describe('tags', () => {
  const tag = { key: 'team', value: 'shop' }
  test.each([
    { name: 'come along', tags: [tag], definition: { family: 'web', tags: [tag] } },
    {
      name: 'that are empty are left out, since ECS refuses an empty list',
      tags: [],
      definition: { family: 'web' },
    },
    { name: 'that are missing are left out', tags: undefined, definition: { family: 'web' } },
    {
      name: 'of AWS stay with AWS',
      tags: [{ key: 'aws:cloudformation:stack-name', value: 'x' }, tag, { key: 'AWS:x', value: 'y' }],
      definition: { family: 'web', tags: [tag] },
    },
    {
      name: 'keep an empty value',
      tags: [{ key: 'a', value: '' }],
      definition: { family: 'web', tags: [{ key: 'a', value: '' }] },
    },
  ])('$name', ({ tags, definition }) => {
    expect(withTags({ family: 'web' }, tags)).toStrictEqual(definition)
  })
})

test.each([
  {
    name: 'a container without a name or an image has empty ones',
    containers: [{}],
    images: [{ container: '', image: '' }],
  },
  {
    name: 'only an object is a container',
    containers: ['app', null, { name: 'a', image: 1 }],
    images: [{ container: 'a', image: '' }],
  },
  { name: 'no list, no containers', containers: { name: 'app' }, images: [] },
])('$name', ({ containers, images }) => {
  expect(imagesOf({ containerDefinitions: containers })).toStrictEqual(images)
})

test.each([
  { family: 'web', name: 'web' },
  { family: 7, name: undefined },
  { family: null, name: undefined },
])('the family $family is $name', ({ family, name }) => {
  expect(familyOf({ family })).toBe(name)
})

/** Any JSON at all, keys like __proto__ included. */
const json = fc.jsonValue({ maxDepth: 3 }).map(value => value as Json)

test('new images change the images of the named containers and nothing else, order of keys included', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json), fc.dictionary(fc.string(), json), (around, inside) => {
      const made = (image: string): JsonObject => ({
        ...around,
        containerDefinitions: [
          { name: 'app', ...inside, image },
          { ...inside, name: 'sidecar', image: 'envoy:1' },
        ],
        after: around,
      })
      const given = made('web:1')
      const name = (given.containerDefinitions as JsonObject[])[0]?.name
      const copy = JSON.stringify(given)
      const out = withImages(given, [{ container: 'app', image: 'web:2' }])
      const wanted = name === 'app' ? made('web:2') : given
      expect(JSON.stringify(out)).toBe(JSON.stringify(wanted))
      expect(JSON.stringify(given)).toBe(copy)
    }),
  )
})

test('the members that ECS adds can be removed again, for any definition', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json), registered => {
      const { definition: own } = registrable(registered)
      const { definition } = registrable({ ...described, ...own })
      expect(registrable(definition)).toStrictEqual({ definition, dropped: [] })
      for (const [key, value] of Object.entries(own)) expect(definition[key]).toStrictEqual(value)
    }),
  )
})
