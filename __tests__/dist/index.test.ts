/** dist/index.js as the runner starts it, where no scenario goes. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { runAction } from '../../simulator/demo/run-action.js'
import { testUnless } from '../support/test-unless.js'

const main = resolve('dist/index.js')

test('bad inputs: red, every problem listed, every output set, nobody called', async () => {
  const run = await runAction({
    main,
    inputs: {
      service: 'web',
      'task-definition': 'td.json',
      'circuit-breaker': 'maybe',
      'wait-for-minutes': 'abc',
    },
    workspaceFiles: { 'td.json': '{ "family": "web", "containerDefinitons": [] }' },
    // Nobody listens there: a call would end as one more problem.
    env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_REGION: 'eu-west-1' },
  })
  expect(run.exitCode).toBe(1)
  expect(run.outputs.outcome).toBe('refused')
  const { outputs } = parse(readFileSync('action.yml', 'utf8'))
  expect(Object.keys(run.outputs).toSorted()).toStrictEqual(Object.keys(outputs).toSorted())
  expect(run.log).toContain('3 problems, nothing was changed')
  for (const subject of ['circuit-breaker', 'wait-for-minutes', 'containerDefinitons'])
    expect(run.summary).toContain(subject)
  expect(run.annotations.filter(({ level }) => level === 'error').length).toBe(2)
})

test('without a region and credentials: red, with the step that is missing before this one', async () => {
  const run = await runAction({ main, inputs: { service: 'web', image: 'web:1', 'container-name': 'app' } })
  expect(run.exitCode).toBe(1)
  expect(run.outputs.outcome).toBe('refused')
  expect(run.log).toContain('aws-actions/configure-aws-credentials')
})

test('a post step with a state that nobody saved: a warning without any of it, and nobody is called', async () => {
  const unfinished = JSON.stringify({ version: 1, target: { cluster: 'prod', service: 'hunter2' } })
  const post = resolve('dist/post.js')
  const run = await runAction({
    main: post,
    state: { unfinished },
    env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' },
  })
  expect(run.exitCode).toBe(0)
  expect(run.annotations).toEqual([
    expect.objectContaining({
      level: 'warning',
      message: expect.stringContaining('since its member taskDefinition is missing: nothing was done'),
    }),
  ])
  expect(run.log).not.toContain('hunter2')
})

const testLinks = testUnless(process.platform === 'win32', 'Windows has no pipes in folders')

testLinks.each([
  { name: 'a device that never ends', target: '/dev/zero' },
  { name: 'a pipe that nobody writes to', target: 'pipe' },
])('a task definition behind a link to $name: refused, and it ends', async ({ target }) => {
  const directory = await mkdtemp(join(tmpdir(), 'endless-'))
  try {
    const workspace = join(directory, 'work')
    await mkdir(workspace)
    if (target === 'pipe') execFileSync('mkfifo', [join(workspace, target)])
    await symlink(target, join(workspace, 'td.json'))
    const run = await runAction({ main, directory, inputs: { 'task-definition': 'td.json' } })
    expect(run.outputs.outcome).toBe('refused')
    expect(run.log).toContain('is not a regular file')
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
})

test('job-summary: false leaves the summary empty', async () => {
  const run = await runAction({ main, inputs: { 'job-summary': 'false' } })
  expect(run.outputs.outcome).toBe('refused')
  expect(run.summary).toBe('')
})
