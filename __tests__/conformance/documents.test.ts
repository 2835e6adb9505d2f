/** docs/conformance-policy.json, docs/simulator/conformance.md and examples/conformance.yml say what the program does. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { cleanUpOperations } from '../../conformance/clean-up.js'
import { readCommand } from '../../conformance/command-line.js'
import { costText } from '../../conformance/cost.js'
import { operations } from '../../conformance/operations.js'
import { worlds } from '../../conformance/worlds.js'
import { actionsIn } from '../support/iam.js'
import { policyIn } from '../support/iam-policies.js'

const policy = policyIn('docs/conformance-policy.json')
const page = readFileSync('docs/simulator/conformance.md', 'utf8')
const called = new Set([
  'CreateCluster',
  ...cleanUpOperations,
  ...worlds.flatMap(({ steps }) => steps.map(({ operation }) => operation)),
])

test('the policy allows what is called, and the tags of what is created', () => {
  const allowed = [...called].map(operation => `ecs:${operation}`)
  expect([...actionsIn(policy)].sort()).toStrictEqual([...allowed, 'ecs:TagResource'].sort())
})

test('every operation that the program knows is called', () => {
  expect([...called].sort()).toStrictEqual([...operations].sort())
})

test('the page gives the reason of every statement', () => {
  const rows = [...page.matchAll(/^\| `(\w+)` \| \S/gm)].map(([, sid]) => sid)
  expect(rows.filter(name => policy.Statement.some(({ Sid }) => Sid === name))).toStrictEqual(
    policy.Statement.map(({ Sid }) => Sid),
  )
})

test('the page lists every world with what it shows and its minutes', () => {
  const rows = [...page.matchAll(/^\| `([\w-]+)` \| (.*) \| (\d+) \|$/gm)].map(([, ...row]) => row)
  const expected = worlds.map(({ name, shows, minutes }) => [
    name,
    shows.replace(/ \((.*)\)$/, '; $1'),
    String(minutes),
  ])
  expect(rows.toSorted()).toStrictEqual(expected.toSorted())
})

test('the page names the number of facts, and the cost that the program names', () => {
  const facts = worlds.reduce((sum, { course }) => sum + course.length, 0)
  expect(page).toContain(`${facts} documented facts`)
  const [, minutes, dollars] = /about (\d+) minutes.*about (US\$ [\d.]+\d)/.exec(costText(worlds)) ?? []
  expect(page).toContain(`about ${minutes} minutes of Fargate tasks`)
  expect(page).toContain(`about ${dollars}.`)
})

test('the commands of the workflow and of the page are understood', () => {
  const workflow = readFileSync('examples/conformance.yml', 'utf8')
  parse(workflow)
  const environment = { CONFORMANCE_SUBNETS: 'subnet-1', CONFORMANCE_SECURITY_GROUPS: 'sg-1' }
  const commands = [...`${workflow}\n${page}`.matchAll(/npm run conformance -- (.*)/g)]
    .map(([, args = '']) => args.replace('"$SKIP"', 'port-mismatch').split(' '))
    .map(args => readCommand(args, environment))
  expect(commands.filter(({ kind }) => kind === 'wrong')).toStrictEqual([])
  expect(new Set(commands.map(({ kind }) => kind))).toStrictEqual(new Set(['live', 'clean-up', 'simulated']))
})
