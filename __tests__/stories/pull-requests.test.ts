/** The comment on a pull request: one for each service, edited in place, never a reason to fail. */
import { expect, test } from '@jest/globals'
import type { World } from '../../simulator/ecs/world.js'
import { codeRepository, issueComment, pullRequest } from '../../simulator/scenarios/code-repository.js'
import { changesIn, type Played } from '../support/play.js'
import { playWeb, type StoryOverrides, text } from '../support/web-stories.js'

const token = 'ghs_simulated0123456789'
const requested = { 'dry-run': 'true', 'pr-comment': 'true', 'github-token': token }
const marker = '<!-- ecs-safe-deploy prod/web -->'

/** A plan on pull request 17. */
function plan({ inputs, ...unusual }: StoryOverrides = {}): Promise<Played> {
  return playWeb({ event: pullRequest(17), ...unusual, inputs: { ...requested, ...inputs } })
}

function commentsOf({ world }: Pick<Played, 'world'>) {
  return world.github.open(codeRepository).comments
}

function addComment(world: World, body: string, author?: { login: string; type: 'Bot' | 'User' }) {
  return world.github.addComment(world.github.open(codeRepository), { issue: 17, body, author })
}

function gitHubCalls({ requests }: Played): string[] {
  return requests.filter(({ service }) => service === 'github').map(({ operation }) => operation)
}

test.each<{ name: string; gitHub?: 'enterprise' }>([
  { name: 'GitHub' },
  { name: 'GitHub Enterprise Server', gitHub: 'enterprise' },
])('at $name a plan becomes a comment', async ({ gitHub }) => {
  const played = await plan(gitHub ? { gitHub } : {})
  expect(played.passed).toBe(true)
  expect(changesIn(played.requests)).toEqual([])
  expect(commentsOf(played).map(({ body }) => body)).toEqual([
    expect.stringMatching(
      /^<!-- ecs-safe-deploy prod\/web -->\n\*\*web on prod: plan\*\*\n\neu-west-1 · 123456789012 · updated for [\s\S]*Would register a new revision of `web` and replace `web:7`: image `app` `web:1f3c9e0` → `web:9be21c4`/,
    ),
  ])
  expect(played.masked).toEqual([token])
  expect(`${text(played)}${played.summary}${JSON.stringify(played.outputs)}`).not.toContain(token)
})

test('the next plan edits the comment in place, wherever it stands among others', async () => {
  let id = 0
  const played = await plan({
    also: world => {
      for (let i = 0; i < 120; i++) addComment(world, `comment ${i}`)
      id = addComment(world, `${marker}\nan older plan`).id
      for (let i = 0; i < 120; i++) addComment(world, `> ${marker}\nquoted ${i}`)
    },
  })
  const ours = commentsOf(played).filter(({ body }) => body.startsWith(marker))
  expect(ours).toMatchObject([{ id, body: expect.stringContaining('web on prod: plan') }])
  expect(gitHubCalls(played)).toEqual([
    ...['issues/list-comments', 'issues/list-comments', 'issues/list-comments'],
    'issues/update-comment',
  ])
})

test('a refused plan takes its place', async () => {
  const played = await plan({
    inputs: { 'circuit-breaker': 'maybe' },
    also: world => void addComment(world, `${marker}\nan older plan`),
  })
  expect(played.passed).toBe(false)
  expect(commentsOf(played).map(({ body }) => body)).toEqual([
    expect.stringContaining('**web on prod: refused** · 1 problem'),
  ])
})

const mona = { login: 'mona', type: 'User' } as const

test.each([
  { name: 'a workflow token leaves them alone', owner: undefined, own: false },
  {
    name: "another person's token leaves them alone",
    owner: { login: 'octo', type: 'User' } as const,
    own: false,
  },
  { name: 'the token of their author edits them', owner: mona, own: true },
])('comments by a person that look like ours: $name', async ({ owner, own }) => {
  const played = await plan({
    also: world => {
      addComment(world, `${marker}\nnot a plan`, mona)
      if (owner) world.github.tokenOwner = owner
    },
  })
  const bodies = commentsOf(played).map(({ body }) => body)
  expect(bodies.filter(body => body.includes('not a plan'))).toHaveLength(own ? 0 : 1)
  expect(bodies.filter(body => body.includes('web on prod: plan'))).toHaveLength(1)
})

test('two runs that comment at the same moment end with one comment', async () => {
  const played = await plan({
    onAnswered: (world, { operation }) => {
      const none = world.github.open(codeRepository).comments.length === 0
      if (operation === 'issues/list-comments' && none) addComment(world, `${marker}\nby another run`)
    },
  })
  expect(commentsOf(played).map(({ body }) => body)).toEqual([expect.stringContaining('web on prod: plan')])
  expect(gitHubCalls(played).slice(-2)).toEqual(['issues/update-comment', 'issues/delete-comment'])
})

test('comments too many, left behind by a run that was killed, go', async () => {
  const played = await plan({
    also: world => {
      for (const word of ['one', 'two', 'three']) addComment(world, `${marker}\n${word}`)
    },
  })
  expect(commentsOf(played).map(({ body }) => body)).toEqual([expect.stringContaining('web on prod: plan')])
})

test('a comment whose answer was lost is not written twice', async () => {
  const played = await plan({
    faults: [
      { kind: 'connection-reset', when: 'after-effect', operations: ['issues/create-comment'], times: 1 },
    ],
  })
  expect(played.passed).toBe(true)
  expect(commentsOf(played)).toHaveLength(1)
  expect(text(played)).not.toContain('not kept up to date')
})

test('each environment has a comment of its own', async () => {
  const played = await plan({
    inputs: { environment: 'staging' },
    also: world => void addComment(world, `${marker}\nanother account`),
  })
  expect(commentsOf(played).map(({ body }) => body.split('\n')[0])).toEqual([
    marker,
    '<!-- ecs-safe-deploy prod/web/staging -->',
  ])
})

const dispatched = {
  payload: {},
  environment: { GITHUB_EVENT_NAME: 'workflow_dispatch' },
  pullRequest: 17,
}

test.each<{ name: string; unusual: StoryOverrides }>([
  { name: 'a comment on it', unusual: { event: issueComment(17) } },
  {
    name: 'workflow_dispatch with pr-number',
    unusual: { event: dispatched, inputs: { 'pr-number': '17' } },
  },
  {
    name: 'another pull request, where pr-number is set',
    unusual: {
      event: pullRequest(18),
      inputs: { 'pr-number': '17' },
      also: world => void world.github.open(codeRepository).issues.add(17),
    },
  },
])('the pull request is known from $name', async ({ unusual }) => {
  const played = await plan(unusual)
  expect(played.passed).toBe(true)
  expect(commentsOf(played)).toMatchObject([
    { issue: 17, body: expect.stringContaining('web on prod: plan') },
  ])
})

test.each<{ name: string; unusual: StoryOverrides; expected: string }>([
  {
    name: 'a pull request that does not exist for this token',
    unusual: { also: world => world.github.open(codeRepository).issues.delete(17) },
    expected:
      'GitHub did not find it, or its token cannot access it: grant the job the permission pull-requests: write.',
  },
  { name: 'no token', unusual: { inputs: { 'github-token': '' } }, expected: 'github-token is empty.' },
])('$name is one line, too', async ({ unusual, expected }) => {
  const played = await plan(unusual)
  expect(played.passed).toBe(true)
  expect(text(played)).toContain(expected)
})

test('a pull request from a fork: no credentials, a token that only reads, and no failure because of that', async () => {
  const played = await plan({
    event: pullRequest(17, 'fork'),
    credentials: 'none',
    faults: [{ kind: 'access-denied', services: ['github'] }],
  })
  expect([played.passed, played.outputs.outcome]).toEqual([true, 'planned'])
  expect(text(played)).toContain(
    'There are no AWS credentials: only what can be checked without a call to AWS was checked.',
  )
  expect(text(played)).toContain(
    'ℹ The comment on the pull request was not kept up to date: a pull request from a fork gets',
  )
})

test.each<{ name: string; unusual: StoryOverrides; why: string }>([
  {
    name: 'not on a pull request',
    unusual: { event: { payload: {}, environment: { GITHUB_EVENT_NAME: 'push' } } },
    why: 'the event push names no pull request, and pr-number is not set.',
  },
  {
    name: 'on an issue that is no pull request',
    unusual: { event: issueComment(17, 'issue') },
    why: 'the event issue_comment names no pull request, and pr-number is not set.',
  },
  {
    name: 'in a deployment',
    unusual: { inputs: { 'dry-run': 'false' } },
    why: 'without dry-run there is no plan to comment on.',
  },
])('$name there is no comment, and a word about it', async ({ unusual, why }) => {
  const played = await plan(unusual)
  expect(played.passed).toBe(true)
  expect(gitHubCalls(played)).toEqual([])
  expect(text(played)).toContain(`⚠ pr-comment is set, but has no effect: ${why}`)
})
