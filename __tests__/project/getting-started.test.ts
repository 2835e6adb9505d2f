/** docs/getting-started.md: what a reader pastes makes the workflow and the role that it promises. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parsePolicyArguments } from '../../scripts/policy-arguments.js'
import { type PolicyDocument, policyFor } from '../../scripts/policy-document.js'
import { policyIn } from '../support/iam-policies.js'
import { runPasted } from '../support/pasted-commands.js'

const page = readFileSync('docs/getting-started.md', 'utf8')
const commit = '0123456789abcdef0123456789abcdef01234567'

function shellBlock(first: string): string {
  const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block)
  return blocks.find(block => block.startsWith(first)) ?? ''
}

test('the commands print both policies for the service of examples/deploy.yml, and create its role with them', () => {
  const calls = runPasted(shellBlock('# Which job'), {
    gh: 'repo:octo@1234567/shop@87654321',
    npm: '',
    aws: '',
  })
  const printed = calls
    .filter(({ program }) => program === 'npm')
    .map(({ words: [run, silent, script, dashes, ...words] }) => {
      expect([run, silent, script, dashes]).toStrictEqual(['run', '-s', 'policy', '--'])
      const request = parsePolicyArguments(words)
      if (request.kind !== 'policy') throw new Error(JSON.stringify(request))
      return policyFor(JSON.parse(readFileSync(request.template, 'utf8')) as PolicyDocument, request.choice)
    })
  const sids = (policy: PolicyDocument) => policy.Statement.map(({ Sid }) => Sid)
  const full = policyIn('docs/iam-policy.json') as unknown as PolicyDocument
  const [policy, trust] = printed
  if (!policy || !trust) throw new Error('two policies should be printed')
  expect(sids(policy)).toStrictEqual(
    sids(full).filter(sid => sid !== 'OptionalExpress' && sid !== 'OptionalVolumes'),
  )
  expect(trust).toStrictEqual(policyIn('docs/iam-trust-policy.json'))

  const role = /role\/([\w-]+)/.exec(readFileSync('examples/deploy.yml', 'utf8'))?.[1]
  const made = calls.filter(({ program }) => program === 'aws').map(({ words }) => words.join(' '))
  expect(made.slice(1)).toStrictEqual([
    `iam create-role --role-name ${role} --assume-role-policy-document file://trust.json`,
    `iam put-role-policy --role-name ${role} --policy-name ${role} --policy-document file://policy.json`,
  ])
})

test.each(['examples/first-run.yml', 'examples/deploy.yml'])(
  '%s can be filled in as the page says',
  example => {
    const [, command = ''] = new RegExp(`(sed .* ${example})`).exec(page) ?? []
    const filled = readFileSync(example, 'utf8').replaceAll('OWNER', 'octo').replaceAll('COMMIT', commit)
    const script = `${command} >filled.yml`
    runPasted(
      script.replace('examples/', ''),
      { git: commit },
      {
        files: 'examples',
        inspect: folder => expect(readFileSync(`${folder}/filled.yml`, 'utf8')).toBe(filled),
      },
    )
    expect(command).not.toBe('')
  },
)
