import { expect, test } from '@jest/globals'
import { quote } from '../../../src/core/errors/problem.js'
import { readInputs } from '../../../src/inputs/read-inputs.js'

const arn = 'arn:aws:ecs:eu-west-1:123456789012'

function problemsOf(raw: Readonly<Record<string, string>>): string[] {
  const inputs: Readonly<Record<string, string>> = { service: 'web', ...raw }
  return readInputs(name => inputs[name] ?? '').problems.map(({ subject, text }) => `${subject}: ${text}`)
}

const refusals = {
  service: 'is neither a service name (up to 255 letters, digits, hyphens and underscores) nor a service ARN',
  cluster: 'is neither a cluster name (up to 255 letters, digits, hyphens and underscores) nor a cluster ARN',
}
const inputs = ['service', 'cluster'] as const

test.each(['web', 'Web_2-blue', 'x'.repeat(255)])('%s is a name', name => {
  expect([problemsOf({ service: name }), problemsOf({ cluster: name })]).toStrictEqual([[], []])
})

test.each(['web.prod', 'prod/web/1', 'web prod.', 'wéb', 'x'.repeat(256)])('%s is no name', value => {
  for (const input of inputs)
    expect(problemsOf({ [input]: value })).toStrictEqual([`${input}: ${quote(value)} ${refusals[input]}`])
})

test.each([
  { service: 'prod/web', says: '"prod/web" names the cluster, too: set cluster to prod and service to web' },
  { service: 'web api', says: '"web api" is 2 names with spaces between them: write commas' },
  { service: 'web, web', says: 'names "web" more than once' },
  { service: `web, ${arn}:service/default/web`, says: 'names "web" more than once' },
  {
    service: `${arn}:service/prod/web, ${arn}:service/staging/api`,
    says: 'names services of 2 clusters (prod and staging)',
  },
  {
    service: Array.from({ length: 51 }, (_, nth) => `web-${nth}`).join(),
    says: 'names 51 services, but a step deploys at most 50',
  },
])('$says', ({ service, says }) => {
  expect(problemsOf({ service })).toStrictEqual([expect.stringContaining(`service: ${says}`)])
})

test.each(['web,api', 'web, api,', 'web\n  api\n', '\napi\r\nweb'])('%j is a list', service => {
  expect(problemsOf({ service, cluster: 'prod' })).toStrictEqual([])
  const inputs: Readonly<Record<string, string>> = { service, cluster: 'prod' }
  const { targets } = readInputs(name => inputs[name] ?? '').inputs
  expect(targets.map(target => target.cluster)).toStrictEqual(['prod', 'prod'])
  expect(targets.map(target => target.service).sort()).toStrictEqual(['api', 'web'])
})

test.each([
  { raw: { rollback: 'previous' }, says: 'rollback: "previous" can mean another revision for each' },
  { raw: { rollback: '41' }, says: 'rollback: "41" can mean another revision for each' },
  { raw: { 'in-flight': 'join' }, says: 'in-flight: "join" follows the deployment of one service' },
  { raw: { rollback: 'web:41' }, says: undefined },
])('several services with $raw', ({ raw, says }) => {
  const problems = problemsOf({ service: 'web, api', ...raw })
  expect(problems).toStrictEqual(says === undefined ? [] : [expect.stringContaining(says)])
})

test.each([
  { value: 'https://user:hunter2@host/web', shown: '***@host/web' },
  { value: 'https://user:hunt/er2@host', shown: '***@host' },
  { value: 'user:hunt@er2@host', shown: '***@host' },
])('$value is no name, and its password is not shown', ({ value, shown }) => {
  for (const input of inputs)
    expect(problemsOf({ [input]: value })).toStrictEqual([`${input}: "${shown}" ${refusals[input]}`])
})

test.each([
  { service: `${arn}:service/prod/user:hunter2@host` },
  { service: `${arn}:service/user:hunter2@host/web` },
  { cluster: `${arn}:cluster/user:hunter2@host` },
])('an ARN has names in it, too: %j', raw => {
  const [problem = '', ...others] = problemsOf(raw)
  expect(others).toStrictEqual([])
  expect(problem).toMatch(/"\*\*\*@host(?:\/web)?" is neither a (\w+) name nor a \1 ARN$/)
})

test.each([
  { image: 'https://user:hunt/er2@host/web:1', 'container-name': 'app' },
  { image: 'user:hunter2@host/web:1', 'container-name': 'app' },
  { image: `user:hunter2@host/web@sha256:${'0'.repeat(64)}`, 'container-name': 'app' },
  { images: 'app=user:hunter2@host/web:1' },
])('the password in %j is not shown', raw => {
  const [problem = '', ...others] = problemsOf(raw)
  expect(others).toStrictEqual([])
  expect(problem).toMatch(/^images?: "\*\*\*@host\/web[:@]/)
})

test('a line of images without a container is not shown with a password', () => {
  expect(problemsOf({ images: 'user:hunter2@host/web:1' })).toStrictEqual([
    'images: line 1 is not container=image',
  ])
})

test('a line of images without a container is not shown with a password', () => {
  expect(problemsOf({ images: 'user:hunter2@host/web:1' })).toStrictEqual([
    'images: line 1 is not container=image',
  ])
})
