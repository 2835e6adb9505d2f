/** The commit of a revision is that of its images. Who deployed it again stands in the record of the deployment. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import { codeRepository } from '../../simulator/scenarios/code-repository.js'
import { call, imageOf } from '../../simulator/scenarios/web-service.js'
import { acceptedInputs, playWeb, type StoryOverrides, text } from '../support/web-stories.js'

const commit = '9be21c4d1f6a0b3c5e7f8091a2b3c4d5e6f70819'
const previous = '1f3c9e0b2a4d6c8e0f1a3b5c7d9e1f2a4b6c8d0e'
const web7 = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7'
const again = {
  'task-definition': '',
  'task-definition-arn': web7,
  'container-name': '',
  image: '',
}
const recorded = { environment: 'production', 'github-token': 'ghs_simulated' }
const run = 'https://github.com/octo/web/actions/runs/1'

function tagWeb7(world: World): void {
  const tags = { commit: previous, repository: 'octo/web', run: `${run}00`, actor: 'mona' }
  call(world, 'TagResource', {
    resourceArn: web7,
    tags: Object.entries(tags).map(([name, value]) => ({ key: `ecs-safe-deploy:${name}`, value })),
  })
}

interface Row {
  readonly name: string
  readonly inputs: NonNullable<StoryOverrides['inputs']>
  readonly also?: StoryOverrides['also']
  /** in the tags of a new revision; `as it is`: none is registered */
  readonly tagged: string | undefined | 'as it is'
  /** in the summary and in the record */
  readonly known: string | undefined
}

test.each<Row>([
  { name: 'a new image', inputs: {}, also: tagWeb7, tagged: commit, known: commit },
  { name: 'a revision as it is', inputs: again, also: tagWeb7, tagged: 'as it is', known: previous },
  {
    name: 'a copy of a revision',
    inputs: { ...again, tags: 'a=b' },
    also: tagWeb7,
    tagged: previous,
    known: previous,
  },
  {
    name: 'the same image with other settings',
    inputs: { 'task-definition': '', image: imageOf('1f3c9e0'), 'environment-variables': 'A=b' },
    also: tagWeb7,
    tagged: previous,
    known: previous,
  },
  {
    name: 'a copy of a revision, without provenance-tags',
    inputs: { ...again, tags: 'a=b', 'provenance-tags': 'false' },
    also: tagWeb7,
    tagged: undefined,
    known: previous,
  },
  { name: 'a revision without tags, as it is', inputs: again, tagged: 'as it is', known: undefined },
  {
    name: 'a copy of a revision without tags',
    inputs: { ...again, tags: 'a=b' },
    tagged: undefined,
    known: undefined,
  },
])('$name: tags, record and report name the commit of the image', async ({ tagged, known, ...row }) => {
  const { inputs, also = () => {} } = row
  const played = await playWeb({ inputs: { ...inputs, ...recorded }, also })
  expect(played.outputs.outcome).toBe('succeeded')
  const isNew = tagged !== 'as it is'
  const [sent] = acceptedInputs(played, 'RegisterTaskDefinition')
  const tags = (sent?.tags ?? []) as { key: string; value: string }[]
  const tagOf = (name: string) => tags.find(({ key }) => key === `ecs-safe-deploy:${name}`)?.value
  const isTagged = isNew && inputs['provenance-tags'] !== 'false'
  expect(sent !== undefined).toBe(isNew)
  expect([tagOf('commit'), tagOf('run')]).toStrictEqual([
    isNew ? tagged : undefined,
    isTagged ? run : undefined,
  ])
  expect(played.world.github.open(codeRepository).deployments).toMatchObject([
    { sha: known ?? commit, payload: { commit: known ?? null, run } },
  ])
  const cell = known ? `[\`${known.slice(0, 7)}\`](https://github.com/octo/web/commit/${known})` : ''
  expect(played.summary).toMatch(
    isNew ? /^\| .*web:8.* \| \*\*serves\*\*/m : /^\| .*web:7.* \| \*\*serves\*\*/m,
  )
  const rows = played.summary.split('\n').map(line => line.split(' | '))
  const column = rows.find(([first]) => first === '| revision')?.indexOf('commit') ?? -1
  expect(rows.find(([, result = '']) => result.startsWith('**serves**'))?.[column]).toBe(cell)
  expect(text(played).match(/^ {2}commit +(.*)$/m)?.[1]).toBe(commitLines.get(known))
})

const commitLines = new Map([
  [previous, '1f3c9e0, because the images are those of web:7'],
  [undefined, 'not known: the images are those of web:7, which has no commit tag'],
])
