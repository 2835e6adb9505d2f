/** Passwords in inputs, log lines and files of any length, and saved states that nobody saved, through the bundles. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { runAction } from '../../simulator/demo/run-action.js'
import { files } from '../../simulator/scenarios/web-service.js'
import { playStep } from '../support/play-step.js'
import { withUsage } from '../support/process-usage.js'
import { webStory } from '../support/web-stories.js'

const main = resolve('dist/index.js')
/** Nobody listens there. */
const nowhere = { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_REGION: 'eu-west-1' }
const usual = { service: 'web', 'container-name': 'app', 'task-definition': 'task-definition.json' }

async function textsIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found = entries.filter(entry => entry.isFile())
  const texts = await Promise.all(found.map(entry => readFile(join(entry.parentPath, entry.name), 'utf8')))
  return texts.join('\n')
}

test.each([
  { image: 'https://deploy:hunter2-correct@registry.test/web:1' },
  { image: 'deploy:hunter2-correct@registry.test/web:1' },
  { images: 'app=https://deploy:hunter2-correct@registry.test/web:1', 'container-name': '' },
  { service: 'https://shop:hunter2-correct@host/web' },
  { service: 'https://shop:hunter2-correct@web' },
  { cluster: 'https://shop:hunter2-correct@host/prod' },
  { cluster: 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop:hunter2-correct@prod' },
])('a password in %j is in no stream, no output and no file', async inputs => {
  const directory = await mkdtemp(join(tmpdir(), 'password-'))
  try {
    const run = await runAction({
      main,
      directory,
      inputs: { ...usual, ...inputs },
      workspaceFiles: files,
      env: nowhere,
    })
    expect(run.outputs.outcome).toBe('refused')
    expect(run.summary).toContain('refused')
    expect(run.log).not.toContain('hunter2')
    expect(await textsIn(directory)).not.toContain('hunter2')
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
})

const key = 'x39JsJhQQ79puSkqtaKNgT4wLm2Vc8Rd'
const wrapped = `JWT_SECRET=qZ3vT0x8Jm2Lr7Yc1Wd9Kp4Hs6Nb5Gf+Uo/EtIaXeRzBvCyMwQjSlPkDhFgVnTu1\n${key}==`

test.each([
  { service: key },
  { cluster: key },
  { image: `web:${key}` },
  { alarms: key },
  { 'environment-variables': wrapped },
  { tags: `${key}=1` },
  { environment: key },
  { placeholders: `<KEY>=${key}` },
  { 'circuit-breaker': key },
])('a key in %j is in no stream, no output and no file, also with debug logging', async inputs => {
  const directory = await mkdtemp(join(tmpdir(), 'key-'))
  try {
    const run = await runAction({
      main,
      directory,
      inputs: { ...usual, ...inputs },
      workspaceFiles: files,
      env: { ...nowhere, RUNNER_DEBUG: '1' },
    })
    expect(run.outputs.outcome).toBe('refused')
    const all = `${run.log}${JSON.stringify(run.annotations)}${await textsIn(directory)}`
    for (let at = 0; at + 9 <= key.length; at++) expect(all).not.toContain(key.slice(at, at + 9))
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
})

test('a key as the name of a family, a container and a label is deployed, and shown nowhere', async () => {
  const [name = '', file = ''] = Object.entries(files)[0] ?? []
  const seeded = file
    .replace('"family": "web"', `"family": "${key}"`)
    .replace('"essential": true', `"essential": true, "dockerLabels": { "${key}": "1" }, "user": "${key}"`)
  const { main: run, requests } = await playStep(
    { ...webStory({ inputs: { preflight: 'off' } }), files: { [name]: seeded } },
    { environment: () => ({ RUNNER_DEBUG: '1' }) },
  )
  expect(run.outputs.outcome).toBe('succeeded')
  const registered = requests.find(({ operation }) => operation === 'RegisterTaskDefinition')
  expect(registered?.input).toMatchObject({ family: key })
  const all = JSON.stringify([run.log, run.summary, run.outputs, run.annotations])
  for (let at = 0; at + 9 <= key.length; at++) expect(all).not.toContain(key.slice(at, at + 9))
})

test.each([
  'https://deploy:hunter2-correct@registry.test/web:1',
  'deploy:hunter2-correct@registry.test/web:1',
])('the password of the image %s in a task definition file is not shown', async image => {
  const [name = '', file = ''] = Object.entries(files)[0] ?? []
  const { main: run } = await playStep({
    ...webStory({ inputs: { image: '', 'container-name': '' } }),
    files: { [name]: file.replace(/"image": "[^"]*"/, `"image": "${image}"`) },
  })
  expect(run.outputs.outcome).toBe('refused')
  expect(run.summary).toContain('@registry.test/web:1')
  expect(`${run.log}${run.summary}${JSON.stringify(run.outputs)}`).not.toContain('hunter2')
})

test('a log line of 100,000 blanks behind password= takes hardly more of the processor than none', async () => {
  const blanks = ' '.repeat(100_000)
  const [plain, long] = await Promise.all(
    [['boom'], [`password=${blanks}hunter2-correct`, `password=${blanks}`, 'boom']].map(logs =>
      withUsage(usage =>
        playStep(webStory({ software: { exitsAfterSeconds: 1, exitCode: 1, logs } }), {
          environment: () => usage,
        }),
      ),
    ),
  )
  expect(plain?.main.outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'container-exit' })
  expect(long?.main.outputs.outcome).toBe('rolled-back')
  expect(long?.main.summary).toContain('password=')
  expect(`${long?.main.log}${long?.main.summary}`).not.toContain('hunter2')
  const [usualTime = 0, time = Number.NaN] = [plain, long].map(step => step?.usage.cpuMilliseconds)
  expect(time).toBeLessThan(3 * usualTime)
})

test('20,000 unknown keys in the task definition: refused, and the log stays short', async () => {
  const keys = Array.from({ length: 20_000 }, (_, i) => `"x${i}":1`).join(',')
  const run = await withUsage(usage =>
    runAction({
      main,
      inputs: usual,
      workspaceFiles: { 'task-definition.json': `{"family":"web",${keys}}` },
      env: { ...nowhere, ...usage },
    }),
  )
  expect(run.outputs.outcome).toBe('refused')
  expect(run.log).toContain('more problems')
  expect(run.log.length).toBeLessThan(50_000)
  expect(run.summary.length).toBeLessThan(1024 * 1024)
  expect(run.usage.cpuMilliseconds).toBeLessThan(15_000)
})

const state = {
  version: 1,
  target: { cluster: 'prod', service: 'web' },
  taskDefinition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:8',
  answered: true,
  readsAreCurrent: true,
  before: [],
  completedBefore: true,
  rollback: true,
}

test.each([
  { name: 'no JSON', saved: '{"hunter2' },
  { name: 'a list', saved: '["hunter2"]' },
  { name: 'a text', saved: '"hunter2"' },
  { name: 'another version', saved: JSON.stringify({ ...state, version: 'hunter2' }) },
  {
    name: 'a count that is no number',
    saved: JSON.stringify({ ...state, bump: { from: 'hunter2', to: 3 } }),
  },
  { name: 'a target that is a list', saved: JSON.stringify({ ...state, target: ['hunter2'] }) },
  { name: 'deployments that are no list', saved: JSON.stringify({ ...state, before: 'hunter2' }) },
  { name: 'half of it', saved: JSON.stringify({ hunter2: 1, ...state }).slice(0, 150) },
])('a saved state that is $name: one warning without any of it, and nobody is called', async ({ saved }) => {
  const run = await runAction({ main: resolve('dist/post.js'), state: { unfinished: saved }, env: nowhere })
  expect(run.exitCode).toBe(0)
  expect(run.annotations.map(({ level }) => level)).toEqual(['warning'])
  expect(run.annotations[0]?.message).toContain('nothing was done')
  expect(run.log).not.toContain('hunter2')
})
