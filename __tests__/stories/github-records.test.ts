/** The record of a deployment at GitHub: made just before UpdateService, closed with how it ended, never in the way. */
import { expect, test } from '@jest/globals'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import { codeRepository } from '../../simulator/scenarios/code-repository.js'
import { movedSoftware } from '../../simulator/scenarios/port-mismatch.js'
import type { Played } from '../support/play.js'
import { playWeb, type StoryOverrides, text, update } from '../support/web-stories.js'

const run = 'https://github.com/octo/web/actions/runs/1'
const commit = '9be21c4d1f6a0b3c5e7f8091a2b3c4d5e6f70819'
const recorded = {
  environment: 'staging',
  'environment-url': 'https://web.example.com',
  'github-token': 'ghs_simulated',
}

function deploy({ inputs, ...unusual }: StoryOverrides = {}): Promise<Played> {
  return playWeb({ ...unusual, inputs: { ...recorded, ...inputs } })
}

function recordsOf({ world }: Played) {
  return world.github.open(codeRepository).deployments
}

function digestOf({ world, outputs }: Played): string | undefined {
  return world.images.find(outputs.image ?? '')?.digest
}

function statesOf(played: Played): string[] {
  return recordsOf(played).flatMap(({ statuses }) => statuses.map(({ state }) => state))
}

test('a deployment is recorded with what it is, and its ids', async () => {
  const played = await deploy()
  const { outputs } = played
  expect(outputs.outcome).toBe('succeeded')
  expect(recordsOf(played)).toMatchObject([
    {
      sha: commit,
      environment: 'staging',
      description: 'web:8 to web on prod (Amazon ECS)',
      payload: {
        version: 1,
        cluster: expect.stringMatching(/:cluster\/prod$/),
        service: expect.stringMatching(/:service\/prod\/web$/),
        taskDefinition: outputs['task-definition-arn'],
        previousTaskDefinition: outputs['previous-task-definition-arn'],
        images: [{ container: 'app', image: outputs.image, digest: digestOf(played) }],
        run,
      },
      statuses: [
        { state: 'in_progress', description: `web:8 is ${outputs['deployment-id']}` },
        {
          state: 'success',
          description:
            `succeeded, web:8 serves: ${outputs['deployment-id']} ${outputs['service-deployment-arn']}`.slice(
              0,
              140,
            ),
          logUrl: run,
          environmentUrl: 'https://web.example.com',
        },
      ],
    },
  ])
  const states = played.requests.map(({ operation }) => operation)
  expect(states.filter(name => /^Register|^Update|^repos/.test(name))).toEqual([
    'RegisterTaskDefinition',
    'repos/create-deployment',
    'UpdateService',
    'repos/create-deployment-status',
    'repos/create-deployment-status',
  ])
})

test('a record without a digest, where nobody may ask what the tag means', async () => {
  const played = await deploy({ faults: [{ kind: 'access-denied', services: ['ecr'] }] })
  expect(recordsOf(played)).toMatchObject([{ payload: { images: [{ container: 'app', digest: null }] } }])
})

test.each<{ name: string; unusual: StoryOverrides; outcome: string; states: string[] }>([
  {
    name: 'rolled back',
    unusual: { software: movedSoftware },
    outcome: 'rolled-back',
    states: ['in_progress', 'failure'],
  },
  {
    name: 'replaced by another',
    unusual: { also: world => world.after(40_000, () => update(world, { forceNewDeployment: true })) },
    outcome: 'superseded',
    states: ['in_progress', 'inactive'],
  },
  {
    name: 'not decided in time',
    unusual: { inputs: { 'wait-for-minutes': '1' } },
    outcome: 'timed-out',
    states: ['in_progress', 'error'],
  },
  {
    name: 'not watched',
    unusual: { inputs: { 'wait-for-service-stability': 'false' } },
    outcome: 'started',
    states: ['in_progress'],
  },
  {
    name: 'cancelled',
    unusual: { cancelAfter: 60_000, inputs: { 'bump-desired-count': '3' } },
    outcome: 'cancelled',
    states: ['in_progress', 'error'],
  },
  {
    name: 'refused by ECS',
    unusual: { faults: [{ kind: 'access-denied', operations: ['UpdateService'] }] },
    outcome: 'refused',
    states: ['error'],
  },
])('a deployment that is $name leaves $states', async ({ unusual, outcome, states }) => {
  const played = await deploy(unusual)
  expect(played.outputs.outcome).toBe(outcome)
  expect(statesOf(played)).toEqual(states)
})

test('the count is put back before GitHub hears that the workflow was cancelled', async () => {
  const played = await deploy({ cancelAfter: 60_000, inputs: { 'bump-desired-count': '3' } })
  const states = played.requests.map(({ operation }) => operation)
  expect(states.lastIndexOf('UpdateService')).toBeLessThan(
    states.lastIndexOf('repos/create-deployment-status'),
  )
})

test('the next deployment makes the one before it inactive', async () => {
  const played = await deploy({
    also: ({ github }) => {
      const { deployments } = github.open(codeRepository)
      const previous = {
        environment: 'staging',
        environmentUrl: '',
        logUrl: '',
        description: '',
        createdAt: 0,
      }
      deployments.push({
        ...{ id: 1, sha: commit, ref: 'main', task: 'deploy', payload: {}, environment: 'staging' },
        ...{ description: null, transient: false, production: false, createdAt: 0 },
        statuses: [{ ...previous, id: 2, state: 'success' }],
      })
    },
  })
  expect(statesOf(played)).toEqual(['success', 'inactive', 'in_progress', 'success'])
})

const gitHub = { services: ['github'] } as const
const permission = 'grant the job deployments: write.'

test.each<{ name: string; faults: Fault[]; expected: string; states: string[] }>([
  { name: '403', faults: [{ kind: 'access-denied', ...gitHub }], expected: permission, states: [] },
  {
    name: '502',
    faults: [{ kind: 'server-error', ...gitHub }],
    expected: 'gave no usable response',
    states: [],
  },
  {
    name: 'a lost answer to the record itself',
    faults: [{ kind: 'connection-reset', when: 'after-effect', operations: ['repos/create-deployment'] }],
    expected: 'gave no usable response',
    states: [],
  },
  {
    name: '403 to the statuses',
    faults: [{ kind: 'access-denied', operations: ['repos/create-deployment-status'] }],
    expected: permission,
    states: [],
  },
])('$name changes no verdict and is one line', async ({ faults, expected, states }) => {
  const played = await deploy({ faults })
  expect([played.passed, played.outputs.outcome]).toEqual([true, 'succeeded'])
  const lines = played.log.filter(line => line.includes('The deployment record on GitHub is not up to date'))
  expect(lines).toEqual([expect.stringContaining(expected)])
  expect(statesOf(played)).toEqual(states)
})

test('the end of a record outlasts errors of GitHub, after the report', async () => {
  const down = { operations: ['repos/create-deployment-status'], skip: 1, times: 6 }
  const played = await deploy({ faults: [{ kind: 'server-error', ...down }] })
  expect(statesOf(played)).toEqual(['in_progress', 'success'])
  expect(text(played)).not.toContain('is not up to date')
})

test('an end that GitHub never takes is said after the report, and costs a minute', async () => {
  const down = { operations: ['repos/create-deployment-status'], skip: 1 }
  const [usual, played] = [await deploy(), await deploy({ faults: [{ kind: 'server-error', ...down }] })]
  expect([played.passed, played.outputs.outcome]).toEqual([true, 'succeeded'])
  const late = 'The deployment record on GitHub is not up to date: GitHub gave no usable response'
  expect(played.outputs.result).not.toContain(late)
  expect(played.annotations).toContainEqual(
    expect.objectContaining({ level: 'warning', message: expect.stringContaining(late) }),
  )
  expect(played.summary.trimEnd().split('\n').at(-1)).toContain(`- ${late}`)
  expect(played.took - usual.took).toBeGreaterThan(50_000)
  expect(played.took - usual.took).toBeLessThan(75_000)
})

test('a status that is lost once is sent once more', async () => {
  const played = await deploy({
    faults: [{ kind: 'server-error', operations: ['repos/create-deployment-status'], times: 1 }],
  })
  expect(statesOf(played)).toEqual(['in_progress', 'success'])
  expect(text(played)).not.toContain('is not up to date')
})

test.each<{ name: string; inputs: Record<string, string>; idle: string[] }>([
  { name: 'a plan', inputs: { 'dry-run': 'true' }, idle: ['environment', 'environment-url'] },
  { name: 'no service', inputs: { service: '', cluster: '' }, idle: ['environment', 'environment-url'] },
  { name: 'no environment', inputs: { environment: '' }, idle: ['environment-url'] },
])('$name is not recorded, and its inputs have no effect', async ({ inputs, idle }) => {
  const played = await deploy({ inputs })
  expect(recordsOf(played)).toEqual([])
  expect(played.requests.filter(({ service }) => service === 'github')).toEqual([])
  const logged = played.log.flatMap(line => /⚠ (\S+) is set, but has no effect: /.exec(line)?.[1] ?? [])
  expect(logged).toEqual(idle)
})
