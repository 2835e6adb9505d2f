/** The policies that `npm run policy` prints, from the files in docs/. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parsePolicyArguments } from '../../scripts/policy-arguments.js'
import { type PolicyDocument, policyFor } from '../../scripts/policy-document.js'

const place = ['--account', '123456789012', '--region', 'eu-west-1', '--cluster', 'prod']
const web = [...place, '--service', 'web', '--family', 'web']

function print(args: readonly string[]): PolicyDocument {
  const request = parsePolicyArguments(args)
  if (request.kind !== 'policy') throw new Error(JSON.stringify(request))
  return policyFor(JSON.parse(readFileSync(request.template, 'utf8')), request.choice)
}

function statement(args: readonly string[], sid: string) {
  return print(args).Statement.find(({ Sid }) => Sid === sid)
}

const sids = (args: readonly string[]) => print(args).Statement.map(({ Sid }) => Sid)

test('a resource of a service stands once for each service', () => {
  const args = [...place, '--service', 'web, api', '--family', 'web']
  expect(statement(args, 'CoreUpdateService')?.Resource).toStrictEqual([
    'arn:aws:ecs:eu-west-1:123456789012:service/prod/web',
    'arn:aws:ecs:eu-west-1:123456789012:service/prod/api',
  ])
  expect(statement(args, 'OptionalContinue')?.Resource).toStrictEqual([
    'arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/web/*',
    'arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/api/*',
  ])
})

test('a single resource is no list, and conditions are filled in as well', () => {
  expect(statement(web, 'OptionalListTasks')).toStrictEqual({
    Sid: 'OptionalListTasks',
    Effect: 'Allow',
    Action: 'ecs:ListTasks',
    Condition: { ArnEquals: { 'ecs:cluster': 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod' } },
    Resource: '*',
  })
})

test('a statement that would allow nothing is left out', () => {
  const named = ['--roles', 'web,exec', '--log-group', '/ecs/web', '--repository', 'web']
  const dependent = ['CorePassRoles', 'OptionalLogs', 'OptionalImages', 'OptionalVolumes']
  expect(sids(web).filter(sid => dependent.includes(sid))).toStrictEqual([])
  expect(sids([...web, ...named]).filter(sid => dependent.includes(sid))).toStrictEqual(dependent.slice(0, 3))
  expect(statement([...web, ...named], 'CorePassRoles')?.Resource).toStrictEqual([
    'arn:aws:iam::123456789012:role/web',
    'arn:aws:iam::123456789012:role/exec',
  ])
})

test('optional statements are chosen', () => {
  expect(sids([...web, '--core'])).toStrictEqual([
    'CoreReadService',
    'CoreReadTaskDefinition',
    'CoreRegister',
    'CoreUpdateService',
  ])
  expect(sids(web)).not.toContain('OptionalExpress')
  expect(sids([...web, '--express'])).toContain('OptionalExpress')
  expect(statement([...web, '--infrastructure-role', 'ebs'], 'OptionalVolumes')?.Resource).toBe(
    'arn:aws:iam::123456789012:role/ebs',
  )
})

test('a dry run may change nothing, and needs no family', () => {
  const args = [...place, '--service', 'web', '--read']
  expect(JSON.stringify(print(args))).not.toMatch(/Update|Register|PassRole|RunTask|Stop/)
})

test('the trust policy names its subjects, and other partitions their own', () => {
  const subject = 'repo:octo/shop:ref:refs/heads/main'
  const text = JSON.stringify(print(['--trust', '--account', '123456789012', '--subject', subject]))
  expect(text).toContain(`"token.actions.githubusercontent.com:sub":"${subject}"`)
  expect(text).toContain('arn:aws:iam::123456789012:oidc-provider')
  const two = JSON.stringify(print(['--trust', '--account', '123456789012', '--subject', `${subject},other`]))
  expect(two).toContain(`:sub":["${subject}","other"]`)
  expect(JSON.stringify(print([...web, '--partition', 'aws-cn']))).not.toContain('arn:aws:')
})

test('no word of the template is left', () => {
  const all = [...web, '--express', '--roles', 'a,b', '--log-group', '/ecs/web', '--repository', 'web']
  expect(JSON.stringify(print([...all, '--infrastructure-role', 'ebs']))).not.toMatch(/[:/][A-Z]{4,}/)
})

test('all problems are named at once', () => {
  expect(parsePolicyArguments(['--account', '1234', '--service', 'web'])).toStrictEqual({
    kind: 'refused',
    problems: [
      '--region is missing',
      '--cluster is missing',
      '--family is missing',
      '--account: "1234" is not 12 digits',
    ],
  })
  expect(parsePolicyArguments(['--clutser', 'prod'])).toMatchObject({ kind: 'refused' })
})
