/**
 * Every call of AWS in src/adapters/aws/: it names the operation that it sends, and its retry policy, and the IAM policy and
 * the simulator know it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { operations as ecsOperations } from '../../simulator/ecs/operations.js'
import { actionsIn } from '../support/iam.js'
import { policyIn } from '../support/iam-policies.js'

const folder = 'src/adapters/aws'

const textsIn = (path: string) =>
  readdirSync(path)
    .filter(file => file.endsWith('.ts'))
    .map(file => readFileSync(`${path}/${file}`, 'utf8'))

/** Each call begins with its `operation`; the command that it sends follows. */
const calls = textsIn(folder).flatMap(text =>
  text
    .split(/(?=\n\s*operation: ')/)
    .slice(1)
    .map(part => ({
      operation: /operation: '([^']+)'/.exec(part)?.[1] ?? '',
      policy: /\n\s*policy: ([^\n]+),/.exec(part)?.[1],
      commands: [...part.matchAll(/new (?:\w+\.)?(\w+)Command\(/g)].map(([, name = '']) => name),
    })),
)

const operations = [...new Set(calls.map(({ operation }) => operation))].sort()

test('every command has a call that names its operation', () => {
  const sent = textsIn(folder).flatMap(text => [...text.matchAll(/new (?:\w+\.)?(\w+)Command\(/g)])
  expect(sent).toHaveLength(calls.length)
  const wrong = calls.filter(({ operation, commands }) => commands.join() !== operation.split(':')[1])
  expect(wrong).toStrictEqual([])
})

test('every call names its retry policy', () => {
  expect(calls.filter(({ policy }) => !policy)).toStrictEqual([])
})

test('docs/iam-policy.json allows every call', () => {
  const allowed = actionsIn(policyIn('docs/iam-policy.json'))
  expect(operations.filter(operation => !allowed.includes(operation))).toStrictEqual([])
})

test('the simulator knows every call', () => {
  const others = textsIn('simulator/protocol/services').join('\n')
  const isSimulated = (operation: string) => {
    const [service = '', name = ''] = operation.split(':')
    return service === 'ecs' ? Object.hasOwn(ecsOperations, name) : new RegExp(`\\b${name}: `).test(others)
  }
  expect(operations.filter(operation => !isSimulated(operation))).toStrictEqual([])
})
