import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import * as module from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { run } from './program.js'

const check = 'lib/scripts/check-action.js'
const text = readFileSync('action.yml', 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'action-'))
afterAll(() => rmSync(folder, { recursive: true }))

// GitHub's language service needs module hooks, which Node 20 lacks; the action itself runs on Node 24.
const onNodeWithHooks = 'registerHooks' in module ? describe : describe.skip

onNodeWithHooks("GitHub's language service", () => {
  test('accepts action.yml', () => {
    expect(run(check, ['action.yml'])).toStrictEqual({ code: 0, output: 'action.yml is a valid action\n' })
  })

  test.each([
    { name: 'an unknown runtime', change: ["'node24'", "'node99'"] },
    { name: 'an unknown key', change: ['inputs:', 'inputz:'] },
    { name: 'an icon that does not exist', change: ["'anchor'", "'anchovy'"] },
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

test('this test is not skipped on the Node that the action declares', () => {
  const major = Number(process.versions.node.split('.')[0])
  expect(major < 24 || 'registerHooks' in module).toBe(true)
})

test('every file that action.yml runs is there', () => {
  const { runs } = parse(text) as { readonly runs: Readonly<Record<string, string>> }
  const files = ['pre', 'main', 'post'].flatMap(step => runs[step] ?? [])
  expect(files).not.toStrictEqual([])
  expect(files.filter(file => !existsSync(file))).toStrictEqual([])
})
