/** docs/permissions.md: what a reader pastes makes the roles that the examples take, and fills in every word. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { placeholders, policyIn } from '../support/iam-policies.js'
import { runPasted } from '../support/pasted-commands.js'

const page = readFileSync('docs/permissions.md', 'utf8')
const files = readdirSync('docs').filter(file => /^iam-.*\.json$/.test(file))
const words = Object.keys(placeholders)

test('every word in capitals has an explanation, and none is part of another', () => {
  const used = files.flatMap(
    file => readFileSync(join('docs', file), 'utf8').match(/\b[A-Z][A-Z_]+\b/g) ?? [],
  )
  expect([...new Set(used)].sort()).toStrictEqual(words.toSorted())
  expect(words.filter(word => !page.includes(`\`${word}\``))).toStrictEqual([])
  expect(words.filter(word => words.some(other => other !== word && other.includes(word)))).toStrictEqual([])
})

test('the commands create the role of examples/deploy.yml, which trusts its branch', () => {
  const [, script = ''] = /^```sh\n([\s\S]*?)^```$/m.exec(page) ?? []
  const look = (folder: string) => {
    const made = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'))
    expect(made('policy.json')).toStrictEqual(policyIn('docs/iam-policy.json'))
    expect(made('trust.json')).toStrictEqual(policyIn('docs/iam-trust-policy.json'))
  }
  const calls = runPasted(
    script,
    { gh: 'repo:octo@1234567/shop@87654321', aws: '' },
    { files: 'docs', inspect: look },
  )

  const { jobs } = parse(readFileSync('examples/deploy.yml', 'utf8'))
  expect(jobs.deploy.environment).toBeUndefined()
  const role = jobs.deploy.steps[1].with['role-to-assume'].split('/')[1]
  const made = calls.filter(({ program }) => program === 'aws').map(({ words }) => words.join(' '))
  expect(made).toStrictEqual([
    expect.stringMatching(/^iam create-open-id-connect-provider .* --client-id-list sts\.amazonaws\.com$/),
    `iam create-role --role-name ${role} --assume-role-policy-document file://trust.json`,
    `iam put-role-policy --role-name ${role} --policy-name ${role} --policy-document file://policy.json`,
  ])
})

test('the trust policy names one subject, and matches nothing similar', () => {
  const { Statement } = JSON.parse(readFileSync('docs/iam-trust-policy.json', 'utf8'))
  expect(Statement.map(({ Condition }: { Condition: object }) => Condition)).toStrictEqual([
    {
      StringEquals: {
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': 'SUBJECT',
      },
    },
  ])
})

interface Job {
  readonly environment?: unknown
}

test.each([
  { ending: ':environment:production', says: (job: Job) => job.environment !== undefined },
  {
    ending: ':ref:refs/heads/main',
    says: (job: Job, on: object | string) => !job.environment && hasPush(on),
  },
  {
    ending: ':pull_request',
    says: (job: Job, on: object | string) =>
      !job.environment && (on === 'pull_request' || Object.hasOwn(Object(on), 'pull_request')),
  },
])('the examples under $ending are of that kind', ({ ending, says }) => {
  const row = page.split('\n').find(line => line.includes(`| \`${ending}\` |`)) ?? ''
  const named = [...row.matchAll(/\]\(\.\.\/(examples\/[\w-]+\.yml)\)/g)].map(([, path = '']) => path)
  expect(named).not.toStrictEqual([])
  for (const path of named) {
    const { on, jobs } = parse(readFileSync(path, 'utf8'))
    expect(Object.values<Job>(jobs).filter(job => !says(job, on))).toStrictEqual([])
  }
})

function hasPush(on: object | string): boolean {
  return typeof on === 'object' && 'push' in on
}
