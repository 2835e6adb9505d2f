/** The policy of README allows every call that the code makes. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

const [, policy = '{}'] =
  /## Permissions\n\n```json\n([\s\S]*?)\n```/.exec(readFileSync('README.md', 'utf8')) ?? []
const { Statement: statements } = JSON.parse(policy) as { Statement: { Action: string | string[] }[] }
const allowed = statements.flatMap(({ Action }) => Action)

const called = readdirSync('src/adapters').flatMap(file => {
  const source = readFileSync(`src/adapters/${file}`, 'utf8')
  return [
    ...source.matchAll(
      /'((?:ecs|ecr|logs|cloudwatch|elasticloadbalancing|application-autoscaling):[A-Z]\w+)'/g,
    ),
  ].map(([, action = '']) => action)
})

test('every action that an adapter names', () => {
  expect(called.length).toBeGreaterThan(10)
  expect(called.filter(action => !allowed.includes(action))).toEqual([])
})
