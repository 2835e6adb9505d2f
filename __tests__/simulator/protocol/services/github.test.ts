/** GitHub's REST API as the client sees it that actions use. */
import { getOctokit } from '@actions/github'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openWorld } from '../../../../simulator/ecs/open-world.js'
import type { World } from '../../../../simulator/ecs/world.js'
import type { Fault } from '../../../../simulator/protocol/faults/fault.js'
import type { SimulatorServer } from '../../../../simulator/protocol/http-server.js'
import { startServer } from '../../../../simulator/protocol/server.js'
import { VirtualClock } from '../../../../simulator/time/virtual-clock.js'

const place = { owner: 'octo-org', repo: 'web' }
const issue = { ...place, issue_number: 17 }

let server: SimulatorServer
let clock: VirtualClock
let world: World

async function open(faults: Fault[] = []): Promise<void> {
  clock = new VirtualClock(Date.UTC(2026, 0, 15, 9))
  world = openWorld({ clock })
  const repository = world.github.open('octo-org/web')
  repository.issues.add(17)
  repository.refs.set('main', 'a'.repeat(40))
  server = await startServer({ world, clock, faults })
}

beforeEach(() => open())
afterEach(() => server.close())

const rest = (prefix = '') => getOctokit('simulated', { baseUrl: server.url + prefix })

test.each(['', '/api/v3'])('under "%s" a comment is written, found and edited in place', async prefix => {
  const { issues } = rest(prefix).rest
  const { data: created, status } = await issues.createComment({ ...issue, body: 'first' })
  clock.advance(60_000)
  await issues.updateComment({ ...place, comment_id: created.id, body: 'second' })
  const { data } = await issues.listComments(issue)

  expect(status).toBe(201)
  expect(data).toMatchObject([
    {
      id: created.id,
      body: 'second',
      url: `${server.url}${prefix}/repos/octo-org/web/issues/comments/${created.id}`,
      user: { login: 'github-actions[bot]', type: 'Bot' },
      created_at: '2026-01-15T09:00:00Z',
      updated_at: '2026-01-15T09:01:00Z',
    },
  ])
  expect(server.requests.map(({ service, operation }) => `${service} ${operation}`)).toStrictEqual([
    'github issues/create-comment',
    'github issues/update-comment',
    'github issues/list-comments',
  ])
})

test('pages of comments lead to each other', async () => {
  const repository = world.github.open('octo-org/web')
  for (let number = 1; number <= 7; number += 1)
    world.github.addComment(repository, { issue: 17, body: `comment ${number}` })
  const octokit = rest('/api/v3')
  const all = await octokit.paginate(octokit.rest.issues.listComments, { ...issue, per_page: 3 })
  const { headers } = await octokit.rest.issues.listComments({ ...issue, per_page: 3, page: 2 })

  expect(all.map(({ body }) => body)).toStrictEqual([1, 2, 3, 4, 5, 6, 7].map(number => `comment ${number}`))
  const page = (number: number, rel: string) =>
    `<${server.url}/api/v3/repositories/${repository.id}/issues/17/comments?per_page=3&page=${number}>; rel="${rel}"`
  expect(headers.link).toBe([page(1, 'prev'), page(3, 'next'), page(3, 'last'), page(1, 'first')].join(', '))
})

test('a deployment goes through its states and retires the one before it', async () => {
  const { repos } = rest().rest
  const deploy = async () => {
    const { data } = await repos.createDeployment({
      ...place,
      ref: 'main',
      environment: 'staging',
      required_contexts: [],
      payload: { revision: 8 },
    })
    if (!('id' in data)) throw new Error(data.message ?? 'no deployment')
    for (const state of ['in_progress', 'success'] as const) {
      await repos.createDeploymentStatus({ ...place, deployment_id: data.id, state, description: state })
    }
    return data
  }
  const first = await deploy()
  const second = await deploy()
  const statesOf = async (deployment_id: number) => {
    const { data } = await repos.listDeploymentStatuses({ ...place, deployment_id })
    return data.map(({ state }) => state)
  }
  const { data: listed } = await repos.listDeployments({ ...place, environment: 'staging' })

  expect(first).toMatchObject({ sha: 'a'.repeat(40), ref: 'main', task: 'deploy', payload: { revision: 8 } })
  expect(await statesOf(first.id)).toStrictEqual(['inactive', 'success', 'in_progress'])
  expect(await statesOf(second.id)).toStrictEqual(['success', 'in_progress'])
  expect(listed.map(({ id }) => id)).toStrictEqual([second.id, first.id])
})

test('a production environment keeps its successful deployments', async () => {
  const { repos } = rest().rest
  const ids: number[] = []
  for (const ref of ['main', 'b'.repeat(40)]) {
    const { data } = await repos.createDeployment({ ...place, ref, required_contexts: [] })
    if ('id' in data) ids.push(data.id)
    await repos.createDeploymentStatus({ ...place, deployment_id: ids.at(-1) ?? 0, state: 'success' })
  }
  const { data } = await repos.listDeploymentStatuses({ ...place, deployment_id: ids[0] ?? 0 })

  expect(data.map(({ state }) => state)).toStrictEqual(['success'])
})

const long = (length: number) => 'x'.repeat(length)
type Rest = ReturnType<typeof rest>['rest']

test.each([
  {
    name: 'a missing issue',
    send: ({ issues }: Rest) => issues.listComments({ ...issue, issue_number: 1 }),
    error: { status: 404, message: /^Not Found/ },
  },
  {
    name: 'a missing repository',
    send: ({ issues }: Rest) => issues.createComment({ ...issue, repo: 'absent', body: 'x' }),
    error: { status: 404, message: /^Not Found/ },
  },
  {
    name: 'a missing comment',
    send: ({ issues }: Rest) => issues.updateComment({ ...place, comment_id: 1, body: 'x' }),
    error: { status: 404, message: /^Not Found/ },
  },
  {
    name: 'an empty comment',
    send: ({ issues }: Rest) => issues.createComment({ ...issue, body: ' ' }),
    error: { status: 422, message: /^Validation Failed: .*missing_field/ },
  },
  {
    name: 'a comment that is too long',
    send: ({ issues }: Rest) => issues.createComment({ ...issue, body: long(65_537) }),
    error: { status: 422, message: /body is too long \(maximum is 65536 characters\)/ },
  },
  {
    name: 'a missing ref',
    send: ({ repos }: Rest) => repos.createDeployment({ ...place, ref: 'absent', required_contexts: [] }),
    error: { status: 422, message: /^No ref found for: absent/ },
  },
  {
    name: 'a deployment that waits for its own check',
    send: ({ repos }: Rest) => repos.createDeployment({ ...place, ref: 'main' }),
    error: { status: 409, message: /^Conflict: Commit status checks failed for main\./ },
  },
  {
    name: 'a status of nothing',
    send: ({ repos }: Rest) => repos.createDeploymentStatus({ ...place, deployment_id: 1, state: 'success' }),
    error: { status: 404, message: /^Not Found/ },
  },
  {
    name: 'an operation that is not here',
    send: ({ repos }: Rest) => repos.listBranches(place),
    error: { status: 404, message: /^This simulator does not have GET \/branches/ },
  },
])('$name is refused with $error.status', async ({ send, error: { status, message } }) => {
  await expect(send(rest().rest)).rejects.toMatchObject({ status, message: expect.stringMatching(message) })
})

test.each([
  {
    name: 'a state that is none',
    more: { state: 'done' as 'error' },
    message: /^Invalid request\.\n\ndone is/,
  },
  { name: 'a long description', more: { description: long(141) }, message: /description is too long/ },
  { name: 'a link that is none', more: { log_url: 'web' }, message: /log_url must use http\(s\) scheme/ },
])('a status with $name is refused', async ({ more, message }) => {
  const { repos } = rest().rest
  const { data } = await repos.createDeployment({ ...place, ref: 'main', required_contexts: [] })
  const deployment_id = 'id' in data ? data.id : 0
  const results = repos.createDeploymentStatus({ ...place, deployment_id, state: 'success', ...more })

  await expect(results).rejects.toMatchObject({ status: 422, message: expect.stringMatching(message) })
})

test.each([
  { method: 'POST', headers: {}, status: 401, message: 'Requires authentication' },
  { method: 'GET', headers: {}, status: 404, message: 'Not Found' },
  { method: 'GET', headers: { authorization: 'Basic x' }, status: 401, message: 'Bad credentials' },
])('$method without a token is refused with $message', async ({ method, headers, status, message }) => {
  const response = await fetch(`${server.url}/repos/octo-org/web/issues/17/comments`, { method, headers })

  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ message, status: String(status) })
})

test.each([
  { kind: 'access-denied', status: 403, message: /^Resource not accessible by integration/ },
  { kind: 'expired-credentials', status: 401, message: /^Bad credentials/ },
  { kind: 'server-error', status: 502, message: /^Server Error/ },
] as const)('the fault $kind is $status when it is aimed at GitHub', async ({ kind, status, message }) => {
  await server.close()
  await open([{ kind, services: ['github'] }])

  await expect(rest().rest.issues.listComments(issue)).rejects.toMatchObject({
    status,
    message: expect.stringMatching(message),
  })
})

test('AWS faults do not affect GitHub', async () => {
  await server.close()
  await open([{ kind: 'expired-credentials' }])

  expect((await rest().rest.issues.listComments(issue)).status).toBe(200)
})
