import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import * as module from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { testUnless } from '../support/test-unless.js'
import { run } from './program.js'

const actions = ['action.yml', 'simulator/action.yml']
const check = 'lib/scripts/check-action.js'
const text = readFileSync('action.yml', 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'action-'))
afterAll(() => rmSync(folder, { recursive: true }))

const testWithHooks = testUnless(
  !('registerHooks' in module),
  "GitHub's language service needs the module hooks of Node 22.15",
)

describe("GitHub's language service", () => {
  testWithHooks.each(actions)('accepts %s', path => {
    expect(run(check, [path])).toStrictEqual({ code: 0, output: `${path} is a valid action\n` })
  })

  testWithHooks.each([
    { name: 'an unknown runtime', change: ["'node24'", "'node99'"] },
    { name: 'an unknown key', change: ['inputs:', 'inputz:'] },
    { name: 'an icon that does not exist', change: ["'anchor'", "'anchovy'"] },
    { name: 'a color that does not exist', change: ["'green'", "'grass'"] },
  ] as const)('refuses $name, with file and line', ({ change: [from, to] }) => {
    const file = join(folder, 'action.yml')
    expect(text).toContain(from)
    writeFileSync(file, text.replace(from, to))
    const line = text.slice(0, text.indexOf(from)).split('\n').length
    const { code, output } = run(check, [file])
    expect(code).toBe(1)
    expect(output).toContain(`action.yml:${line}:`)
  })
})

describe.each(actions)('%s', path => {
  const { runs, name } = parse(readFileSync(path, 'utf8')) as {
    readonly runs: Readonly<Record<string, string>>
    readonly name: string
  }

  test('runs on Node 24, and every file that it runs exists', () => {
    const files = ['pre', 'main', 'post'].flatMap(step => runs[step] ?? [])
    expect(runs.using).toBe('node24')
    expect(files).not.toStrictEqual([])
    expect(files.filter(file => !existsSync(join(dirname(path), file)))).toStrictEqual([])
  })

  test('has a name of its own', () => {
    const names = actions.map(other => (parse(readFileSync(other, 'utf8')) as { name: string }).name)
    expect(names.filter(other => other === name)).toHaveLength(1)
  })
})
