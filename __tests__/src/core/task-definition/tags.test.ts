import { describe, expect, test } from '@jest/globals'
import type { Provenance, Tag } from '../../../../src/core/task-definition/tags.js'
import { provenanceTags, tagged, tagProblem } from '../../../../src/core/task-definition/tags.js'
import { readInputs } from '../../../../src/inputs/read-inputs.js'
import { revisionArn } from '../../../support/service-builders.js'

const tag = (key: string, value: string) => ({ key, value })
const own = (name: string, value = 'old') => tag(`ecs-safe-deploy:${name}`, value)

describe('the tags of a revision', () => {
  test.each<{ name: string; before: Tag[] | undefined; given: Tag[]; after: Tag[] | undefined }>([
    { name: 'none', before: undefined, given: [], after: undefined },
    { name: 'those of the source', before: [tag('team', 'shop')], given: [], after: [tag('team', 'shop')] },
    { name: 'the given ones', before: undefined, given: [tag('a', '1')], after: [tag('a', '1')] },
    {
      name: 'the given ones over those of the source, at their place',
      before: [tag('a', '1'), tag('b', '2')],
      given: [tag('c', '4'), tag('a', '3')],
      after: [tag('a', '3'), tag('b', '2'), tag('c', '4')],
    },
    {
      name: 'keys differ by case',
      before: [tag('Team', 'x')],
      given: [tag('team', 'y')],
      after: [tag('Team', 'x'), tag('team', 'y')],
    },
    {
      name: 'not the provenance of an earlier revision',
      before: [own('commit'), tag('a', '1'), own('previous')],
      given: [],
      after: [tag('a', '1')],
    },
    {
      name: 'and no empty list where there was nothing else',
      before: [own('commit')],
      given: [],
      after: undefined,
    },
    {
      name: 'a new provenance instead of the old one',
      before: [own('commit'), own('actor')],
      given: [own('commit', 'new')],
      after: [own('commit', 'new')],
    },
  ])('$name', ({ before, given, after }) => {
    const definition = { family: 'web', ...(before ? { tags: [...before] } : {}) }
    const expected = { family: 'web', ...(after ? { tags: after } : {}) }
    expect(tagged(definition as never, given)).toStrictEqual(expected)
  })
})

describe('invalid tags', () => {
  test.each([
    { given: tag('aws:x', ''), says: '"aws:x" begins with aws:, which is reserved for AWS' },
    { given: tag('AWS:x', ''), says: '"AWS:x" begins with aws:, which is reserved for AWS' },
    {
      given: own('commit'),
      says: '"ecs-safe-deploy:commit" begins with ecs-safe-deploy:, which is reserved for provenance-tags',
    },
    { given: tag('key'.repeat(43), ''), says: `"${'key'.repeat(19)}…" has more than 128 characters` },
    { given: tag('k', 'v'.repeat(257)), says: 'the value of "k" has more than 256 characters' },
    {
      given: tag('x39JsJhQQ79pu*SkqtaKNg', 'x'),
      says: 'a key has characters that tags cannot contain: only letters, digits, spaces and _ . : / = + - @ are allowed',
    },
    {
      given: tag('a*', ''),
      says: '"a*" has characters that tags cannot contain: only letters, digits, spaces and _ . : / = + - @ are allowed',
    },
    {
      given: tag('a', 'b,c'),
      says: '"a" has characters that tags cannot contain: only letters, digits, spaces and _ . : / = + - @ are allowed',
    },
  ])('$says', ({ given, says }) => {
    expect(tagProblem(given)).toBe(says)
    const { problems } = readInputs(
      name => ({ service: 'web', tags: `${given.key}=${given.value}` })[name] ?? '',
    )
    expect(problems).toStrictEqual([{ subject: 'tags', text: says }])
  })

  test.each([
    tag('k'.repeat(128), 'v'.repeat(256)),
    tag('cost center', ''),
    tag('größe/größe', 'ä_.:/=+-@ 1'),
    tag('my-aws:x', '1'),
  ])('$key can', given => {
    expect(tagProblem(given)).toBe(undefined)
  })

  test('more than 50 of them', () => {
    const lines = Array.from({ length: 51 }, (_, i) => `k${i}=`).join('\n')
    const { problems } = readInputs(name => ({ service: 'web', tags: lines })[name] ?? '')
    expect(problems).toStrictEqual([
      { subject: 'tags', text: 'has 51 tags; a task definition can have at most 50' },
    ])
  })
})

describe('the origin of a revision', () => {
  const run = 'https://github.com/octo/web/actions/runs/1'
  test.each<{ name: string; provenance: Provenance; previous?: string; imageTags?: string; tags: Tag[] }>([
    {
      name: 'all of it',
      provenance: { commit: '9be21c4', repository: 'octo/web', run, actor: 'octocat' },
      previous: revisionArn('web:7'),
      tags: [
        own('commit', '9be21c4'),
        own('repository', 'octo/web'),
        own('run', run),
        own('actor', 'octocat'),
        own('previous', 'web:7'),
      ],
    },
    {
      name: 'the tags that its digests were resolved from',
      provenance: {},
      imageTags: 'app=9be21c4',
      tags: [own('image-tags', 'app=9be21c4')],
    },
    { name: 'what is known', provenance: { commit: '9be21c4' }, tags: [own('commit', '9be21c4')] },
    {
      name: 'an actor with a name that cannot be a tag',
      provenance: { actor: 'dependabot[bot]' },
      tags: [own('actor', 'dependabot_bot_')],
    },
    { name: 'nothing that would be cut', provenance: { run: 'x'.repeat(257) }, tags: [] },
  ])('$name', ({ provenance, previous, imageTags, tags }) => {
    expect(provenanceTags(provenance, { previous, imageTags })).toStrictEqual(tags)
  })
})
