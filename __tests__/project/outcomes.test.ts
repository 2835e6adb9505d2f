/** The documents list the outcomes that src/core/outcome/outcomes.ts has. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { outcomes } from '../../src/core/outcome/outcomes.js'

interface Action {
  readonly outputs: { readonly outcome: { readonly description: string } }
}

interface ResultSchema {
  readonly $defs: { readonly outcome: { readonly enum: readonly string[] } }
}

function inAction(): string[] {
  const action = parse(readFileSync('action.yml', 'utf8')) as Action
  return [...action.outputs.outcome.description.matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name)
}

function inReference(): string[] {
  const [, section = ''] = readFileSync('docs/reference.md', 'utf8').split('## Outcomes')
  const [table = ''] = section.split('\n## ')
  return [...table.matchAll(/^\| `([a-z-]+)`/gm)].map(([, name = '']) => name)
}

function inSchema(): readonly string[] {
  const schema = JSON.parse(readFileSync('docs/schema/result.json', 'utf8')) as ResultSchema
  return schema.$defs.outcome.enum
}

function differences(listed: readonly string[]): string[] {
  const known = Object.keys(outcomes)
  return [
    ...known.filter(name => !listed.includes(name)).map(name => `${name} is missing`),
    ...listed.filter(name => !known.includes(name)).map(name => `${name} is no outcome`),
    ...listed.filter((name, nth) => listed.indexOf(name) !== nth).map(name => `${name} is listed twice`),
  ]
}

test.each([
  { document: 'action.yml, output outcome', listed: inAction },
  { document: 'docs/reference.md, table of outcomes', listed: inReference },
  { document: 'docs/schema/result.json, $defs.outcome', listed: inSchema },
])('$document lists every outcome, and no other', ({ listed }) => {
  expect(differences(listed())).toStrictEqual([])
})

test('a missing and an unknown outcome are reported', () => {
  const [first, ...others] = Object.keys(outcomes)
  expect(differences([...others, 'vanished'])).toStrictEqual([
    `${first} is missing`,
    'vanished is no outcome',
  ])
})
