import { describe, expect, test } from '@jest/globals'
import type { BaseDefinition, DeploymentTarget, Observed } from '../../../../src/core/options/plan-options.js'
import { makePlan } from '../../../../src/core/plan/plan.js'
import { defaultBreaker } from '../../../../src/core/settings/breaker.js'
import type { JsonObject } from '../../../../src/core/text/json.js'
import { planOptions } from '../../../support/option-builders.js'
import { anObserved, aPlannedImage } from '../../../support/rollout-builders.js'
import { aService, revisionArn, thePrevious } from '../../../support/service-builders.js'

const definition = (image: string, around: JsonObject = {}): JsonObject => ({
  family: 'web',
  containerDefinitions: [{ name: 'app', image }],
  ...around,
})
const from = (given: JsonObject): BaseDefinition => ({
  definition: given,
  origin: 'td.json',
  positionOf: undefined,
})
const nothing = planOptions()
const wanting = (image: string) => planOptions({ images: [{ container: 'app', image, input: 'image' }] })
const observed = anObserved({
  serving: revisionArn('web:7'),
  service: aService({ deployments: [thePrevious({ status: 'PRIMARY' })] }),
  live: definition('web:1'),
})

const forService = (found: Observed): DeploymentTarget => ({ kind: 'service', observed: found })

test('a deployment: what is registered, what changes, what the breaker is told, what serves before', () => {
  const plan = makePlan(wanting('web:2'), from(definition('web:0', { cpu: '256' })), forService(observed))
  if (plan.kind !== 'deploy') throw new Error(`${plan.kind} is no deployment`)
  const { checks, changes, ...rest } = plan
  expect(checks.map(({ id, result }) => `${id} ${result}`)).toStrictEqual([
    'service-active passed',
    'controller passed',
    'image-moves passed',
    'container-size passed',
    'essential passed',
    'duplicate-container passed',
    'definition-size passed',
    'breaker-off passed',
    'rollback-target passed',
    'primary-failed passed',
    'desired-count passed',
    'scheduling passed',
    'breaker-slow passed',
    'percent-stuck passed',
    'alarm-none notice',
  ])
  expect(changes).toEqual([
    { sign: '~', path: 'app.image', from: 'web:1', to: 'web:2' },
    { sign: '+', path: 'cpu', to: '256' },
  ])
  expect(rest).toStrictEqual({
    kind: 'deploy',
    definition: definition('web:2', { cpu: '256' }),
    provenance: [],
    family: 'web',
    origin: 'td.json',
    images: [aPlannedImage({ from: 'web:1', to: 'web:2' })],
    positionOf: undefined,
    observed,
    breaker: {
      before: defaultBreaker,
      after: { ...defaultBreaker, enable: true, rollback: true },
    },
    update: { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } },
    bump: undefined,
    previous: revisionArn('web:7'),
    targetGroups: undefined,
    digests: undefined,
  })
})

test('a registration needs no service', () => {
  expect(makePlan(nothing, from(definition('web:2')), { kind: 'none' })).toStrictEqual({
    kind: 'register',
    definition: definition('web:2'),
    provenance: [],
    family: 'web',
    origin: 'td.json',
    images: [aPlannedImage({ to: 'web:2' })],
    positionOf: undefined,
    checks: ['image-moves', 'essential', 'duplicate-container', 'definition-size'].map(id => ({
      id,
      result: 'passed',
      text: '',
      next: '',
    })),
  })
})

test('an image that was asked for is told even where it runs already, another only where it changes', () => {
  const two = (envoy: string): JsonObject => ({
    family: 'web',
    containerDefinitions: [
      { name: 'app', image: 'web:1' },
      { name: 'envoy', image: envoy },
    ],
  })
  const images = (envoy: string) => {
    const plan = makePlan(
      wanting('web:1'),
      from(two(envoy)),
      forService({ ...observed, live: two('envoy:1') }),
    )
    return plan.kind === 'deploy' ? plan.images : plan
  }
  const app = aPlannedImage({ from: 'web:1', to: 'web:1' })
  expect([images('envoy:1'), images('envoy:2')]).toStrictEqual([
    [app],
    [app, aPlannedImage({ container: 'envoy', from: 'envoy:1', to: 'envoy:2' })],
  ])
})

describe('a plan is refused', () => {
  const problem = (text: string) => ({ subject: 'task-definition', text })
  test.each([
    {
      name: 'for a container that is not there',
      wish: { ...nothing, images: [{ container: 'zebra', image: 'web:2', input: 'images' }] },
      base: definition('web:1'),
      problems: [{ subject: 'images', text: '"zebra" is no container of the task definition; it has app' }],
    },
    {
      name: 'for a definition without a family',
      wish: nothing,
      base: { containerDefinitions: [{ name: 'app', image: 'web:1' }] },
      problems: [problem('has no family: name the family to register it in')],
    },
    {
      name: 'for a definition without anything',
      wish: nothing,
      base: {},
      problems: [
        problem('has no family: name the family to register it in'),
        problem('has no containerDefinitions: name at least one container'),
      ],
    },
    {
      name: 'for a container without an image',
      wish: nothing,
      base: { family: 'web', containerDefinitions: [{ name: 'app' }] },
      problems: [problem('container app has no image: give it one, here or with the input image or images')],
    },
    {
      name: 'for a placeholder that nobody filled in',
      wish: nothing,
      base: definition('<IMAGE1_NAME>'),
      problems: [
        problem(
          'container app: "<IMAGE1_NAME>" is not an image reference (repository:tag or repository@sha256:…)',
        ),
      ],
    },
    {
      name: 'for latest in a name that no registry takes',
      wish: nothing,
      base: definition('ghcr.io/Acme/web:latest'),
      problems: [
        problem(
          'container app: "ghcr.io/Acme/web:latest" is not an image reference (repository:tag or repository@sha256:…)',
        ),
      ],
    },
  ])('$name', ({ wish, base, problems }) => {
    const plan = makePlan(wish, from(base), forService(observed))
    expect(plan.kind === 'refuse' ? plan.problems : plan).toStrictEqual(problems)
  })

  test('for a check, with all of them, those that passed included', () => {
    const plan = makePlan(wanting('web:latest'), from(definition('web:0')), forService(observed))
    expect([plan.kind, plan.checks.map(({ id, result }) => `${id} ${result}`)]).toStrictEqual([
      'refuse',
      [
        'service-active passed',
        'controller passed',
        'image-moves refused',
        'essential passed',
        'duplicate-container passed',
        'definition-size passed',
        'breaker-off passed',
        'rollback-target passed',
        'primary-failed passed',
        'desired-count passed',
        'scheduling passed',
        'breaker-slow passed',
        'percent-stuck passed',
        'alarm-none notice',
      ],
    ])
  })

  test.each([
    { name: 'is being deleted', service: { status: 'DRAINING' }, refused: 'service-active' },
    {
      name: 'belongs to CodeDeploy',
      service: { controller: 'CODE_DEPLOY', deployments: [] },
      refused: 'controller',
    },
  ])(
    'for a service that $name: nothing is said of a rollout, and none is planned',
    ({ service, refused }) => {
      const plan = makePlan(
        wanting('web:9be21c4'),
        from(definition('web:0')),
        forService({ ...observed, service: aService(service) }),
      )
      expect(plan).toMatchObject({ kind: 'refuse', problems: [] })
      expect(plan).not.toHaveProperty('plan')
      expect(plan.checks.filter(({ result }) => result !== 'passed').map(({ id }) => id)).toEqual([refused])
      const ids = plan.checks.map(({ id }) => id)
      expect(ids).toContain('essential')
      expect(ids).not.toContain('rollback-target')
    },
  )

  test('but not for an image that ECS runs already, whatever it looks like', () => {
    const live = definition('Odd/Image')
    expect(makePlan(nothing, from(live), forService({ ...observed, live })).kind).toBe('deploy')
  })
})
