import { expect, test } from '@jest/globals'
import { type Command, readCommand } from '../../conformance/command-line.js'
import { worlds } from '../../conformance/worlds.js'

const account = { CONFORMANCE_SUBNETS: 'subnet-1 subnet-2', CONFORMANCE_SECURITY_GROUPS: 'sg-1' }

function namesOf(command: Command): readonly string[] {
  return 'worlds' in command ? command.worlds.map(({ name }) => name) : []
}

function problemsOf(args: string, environment: NodeJS.ProcessEnv = {}): readonly string[] {
  const command = readCommand(args.split(' '), environment)
  return command.kind === 'wrong' ? command.problems : []
}

test('without options, all worlds against the simulator', () => {
  const command = readCommand([], {})
  expect(command).toMatchObject({ kind: 'simulated', parallel: 2, against: [] })
  expect(namesOf(command)).toStrictEqual(worlds.map(({ name }) => name))
})

test('worlds are chosen and skipped', () => {
  expect(namesOf(readCommand(['--world', 'healthy', '--world', 'superseded'], {}))).toStrictEqual([
    'healthy',
    'superseded',
  ])
  expect(namesOf(readCommand(['--skip', 'healthy'], {}))).not.toContain('healthy')
})

test('everything that a recording lacks is said at once', () => {
  const problems = problemsOf('--live')
  expect(problems.map(problem => /--[\w-]+/.exec(problem)?.[0])).toStrictEqual([
    '--cluster-prefix',
    '--subnets',
    '--security-groups',
    '--target-group',
  ])
})

test('options and variables set the account, and only worlds behind a load balancer need one', () => {
  const args = [
    '--live',
    '--cluster-prefix',
    'me',
    '--skip',
    'port-mismatch',
    '--assign-public-ip',
    'DISABLED',
  ]
  expect(readCommand(args, account)).toMatchObject({
    kind: 'live',
    prefix: 'me',
    isConfirmed: false,
    settings: {
      subnets: ['subnet-1', 'subnet-2'],
      securityGroups: ['sg-1'],
      targetGroup: undefined,
      assignPublicIp: 'DISABLED',
    },
  })
})

test.each([
  { args: '--world helthy', problem: 'There is no world helthy' },
  { args: '--wrold healthy', problem: "Unknown option '--wrold'" },
  { args: '--parallel 0', problem: '--parallel is a number above 0, not 0.' },
  { args: '--live --clean-up --cluster-prefix me', problem: 'Either --live or --clean-up' },
  { args: '--live --cluster-prefix me --against x', problem: '--against compares' },
  { args: '--clean-up', problem: '--cluster-prefix NAME is missing' },
  { args: '--clean-up --cluster-prefix *', problem: '--cluster-prefix has a letter first' },
])('$args is wrong', ({ args, problem }) => {
  expect(problemsOf(args, account).join('\n')).toContain(problem)
})
