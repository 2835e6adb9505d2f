import { describe, expect, test } from '@jest/globals'
import type { Observed, PlanOptions } from '../../../../src/core/options/plan-options.js'
import { makePlan } from '../../../../src/core/plan/make-plan.js'
import type { Plan, PlanResult, ServicePlan } from '../../../../src/core/plan/plan.js'
import { noResources } from '../../../../src/core/resources/related-resources.js'
import { settingsOf } from '../../../../src/core/settings/service-settings.js'
import type { JsonObject } from '../../../../src/core/text/json.js'
import { planOptions } from '../../../support/option-builders.js'
import { anObserved, aPlannedImage } from '../../../support/rollout-builders.js'
import { aService, revisionArn, thePrevious } from '../../../support/service-builders.js'

const definition = (image: string, around: JsonObject = {}): JsonObject => ({
  family: 'web',
  memory: '512',
  containerDefinitions: [{ name: 'app', image }],
  ...around,
})
const nothing = planOptions()
const wanting = (image: string) => planOptions({ images: [{ container: 'app', image, input: 'image' }] })
const observed = anObserved({
  serving: revisionArn('web:7'),
  service: aService({ deployments: [thePrevious({ status: 'PRIMARY' })] }),
  live: definition('web:1'),
})

interface Request {
  readonly options?: PlanOptions
  readonly base: JsonObject
  readonly services?: readonly Observed[]
}

function resultOf({ options = nothing, base, services = [observed] }: Request): PlanResult {
  return makePlan({
    options,
    base: { kind: 'file', definition: base, origin: 'td.json', positionOf: undefined, asIs: undefined },
    targets: services.map(found => ({ kind: 'service', observed: found, resources: noResources })),
    resources: noResources,
    task: undefined,
    taskFile: undefined,
  })
}

function planOf(request: Request): Plan {
  const result = resultOf(request)
  if (result.kind === 'refused') throw new Error(`refused: ${JSON.stringify(result)}`)
  return result.plan
}

const checksOf = (result: PlanResult) => (result.kind === 'planned' ? result.plan : result).checks

test('a deployment: the revision to register, and what the service gets', () => {
  const plan = planOf({ options: wanting('web:2'), base: definition('web:0', { cpu: '256' }) })
  expect(plan.revision).toStrictEqual({
    kind: 'new',
    definition: definition('web:2', { cpu: '256' }),
    provenance: [],
    imageSource: { commit: undefined, repository: undefined, sameAs: undefined },
    family: 'web',
    origin: 'td.json',
    images: [aPlannedImage({ from: 'web:1', to: 'web:2' })],
    replacedImages: ['web:0'],
    positionOf: undefined,
  })
  const [{ changes, ...service }] = plan.services as [ServicePlan]
  expect(changes).toEqual([
    { sign: '~', path: 'app.image', from: 'web:1', to: 'web:2' },
    { sign: '+', path: 'cpu', to: '256' },
  ])
  expect(service).toStrictEqual({
    observed,
    settings: settingsOf(observed.service, nothing.rollout),
    update: { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } },
    bump: undefined,
    previous: revisionArn('web:7'),
    targetGroups: undefined,
    endpoint: undefined,
    digests: undefined,
    joins: undefined,
    decides: undefined,
  })
  expect([plan.task, plan.offline]).toStrictEqual([undefined, []])
})

test('the checks cover the service and the definition', () => {
  const { checks } = planOf({ options: wanting('web:2'), base: definition('web:0') })
  expect(checks.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['service-active', 'image-moves', 'essential', 'breaker-off', 'alarm-none']),
  )
})

test('a registration needs no service, and skips the checks that need one', () => {
  const plan = planOf({ base: definition('web:2'), services: [] })
  expect([plan.services, plan.revision.images]).toStrictEqual([[], [aPlannedImage({ to: 'web:2' })]])
  const ids = plan.checks.map(({ id }) => id)
  expect(ids).toContain('essential')
  expect(ids).not.toContain('breaker-off')
})

test('two services get one revision, and a finding for both is reported once', () => {
  const worker = anObserved({ ...observed, target: { cluster: 'prod', service: 'worker' } })
  const plan = planOf({ base: definition('web:2'), services: [observed, worker] })
  expect(plan.services.map(service => service.observed.target.service)).toStrictEqual(['web', 'worker'])
  expect(plan.checks.filter(({ id }) => id === 'alarm-none')).toHaveLength(1)
})

test('an image from an input is shown even if it runs already, another only if it changes', () => {
  const two = (envoy: string): JsonObject => ({
    family: 'web',
    memory: '512',
    containerDefinitions: [
      { name: 'app', image: 'web:1' },
      { name: 'envoy', image: envoy },
    ],
  })
  const services = [{ ...observed, live: two('envoy:1') }]
  const images = (envoy: string) =>
    planOf({ options: wanting('web:1'), base: two(envoy), services }).revision.images
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
      name: 'for a missing container',
      options: { ...nothing, images: [{ container: 'zebra', image: 'web:2', input: 'images' }] },
      base: definition('web:1'),
      problems: [
        { subject: 'images', text: '"zebra" is not a container of the task definition; it has app' },
      ],
    },
    {
      name: 'for a definition without a family',
      options: nothing,
      base: { containerDefinitions: [{ name: 'app', image: 'web:1' }] },
      problems: [problem('has no family: set the family to register it in')],
    },
    {
      name: 'for a definition without anything',
      options: nothing,
      base: {},
      problems: [
        problem('has no family: set the family to register it in'),
        problem('has no containerDefinitions: add at least one container'),
      ],
    },
    {
      name: 'for a container without an image',
      options: nothing,
      base: { family: 'web', containerDefinitions: [{ name: 'app' }] },
      problems: [problem('container app has no image: set one here or with the input image or images')],
    },
    {
      name: 'for an unreplaced placeholder',
      options: nothing,
      base: definition('<IMAGE1_NAME>'),
      problems: [
        problem(
          'container app: "<IMAGE1_NAME>" contains the placeholder <IMAGE1_NAME>, which nothing has replaced: set the image with the input image or images, or replace the placeholder with the input placeholders',
        ),
      ],
    },
    {
      name: 'for latest in a name that no registry takes',
      options: nothing,
      base: definition('ghcr.io/Acme/web:latest'),
      problems: [
        problem(
          'container app: "ghcr.io/Acme/web:latest" has capitals in its repository: write the repository in lower case',
        ),
      ],
    },
  ])('$name', ({ options, base, problems }) => {
    expect(resultOf({ options, base })).toMatchObject({ kind: 'refused', problems })
  })

  test('for a check, with all of them, those that passed included', () => {
    const result = resultOf({ options: wanting('web:latest'), base: definition('web:0') })
    const checks = checksOf(result)
    expect(result.kind).toBe('refused')
    expect(checks.filter(check => check.result === 'refused').map(({ id }) => id)).toStrictEqual([
      'image-moves',
    ])
    expect(checks).toContainEqual(expect.objectContaining({ id: 'essential', result: 'passed' }))
    expect(checks).toContainEqual(expect.objectContaining({ id: 'alarm-none', result: 'notice' }))
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
      const result = resultOf({
        options: wanting('web:9be21c4'),
        base: definition('web:0'),
        services: [{ ...observed, service: aService(service) }],
      })
      expect(result).toMatchObject({ kind: 'refused', problems: [], plan: undefined })
      const checks = checksOf(result)
      expect(checks.filter(check => check.result !== 'passed').map(({ id }) => id)).toEqual([refused])
      const ids = checks.map(({ id }) => id)
      expect(ids).toContain('essential')
      expect(ids).not.toContain('rollback-target')
    },
  )

  test('but not for an image that ECS already runs, whatever its form', () => {
    const live = definition('Odd/Image')
    expect(resultOf({ base: live, services: [{ ...observed, live }] }).kind).toBe('planned')
  })
})

const worker: Observed = {
  ...observed,
  target: { cluster: 'prod', service: 'worker' },
  service: { ...observed.service, name: 'worker', arn: observed.service.arn.replace(/web$/, 'worker') },
}

function fromLive(live: JsonObject, options = nothing): PlanResult {
  const services = [observed, { ...worker, serving: revisionArn('web:6'), live }]
  return makePlan({
    options,
    base: {
      kind: 'revision',
      definition: observed.live,
      origin: 'web:7',
      positionOf: undefined,
      asIs: undefined,
    },
    targets: services.map(found => ({ kind: 'service', observed: found, resources: noResources })),
    resources: noResources,
    task: undefined,
    taskFile: undefined,
  })
}

test('services that run different task definitions do not say which one is meant', () => {
  const result = fromLive(definition('web:9'))
  expect(
    result.kind === 'refused' && result.problems.map(({ subject, text }) => `${subject}: ${text}`),
  ).toStrictEqual([
    'service: web runs web:7 and worker runs web:6, so it is not clear which task definition is meant: set task-definition (a file), task-definition-arn or task-definition-family (web)',
  ])
})

test('it does not matter what they run if the inputs make the same of it', () => {
  const images = [{ container: 'app', image: 'web:10', input: 'image' as const }]
  const result = fromLive(definition('web:9'), { ...nothing, images })
  expect(result.kind).toBe('planned')
  if (result.kind !== 'planned') return
  expect(result.plan.services.map(({ previous }) => previous)).toStrictEqual([
    revisionArn('web:7'),
    revisionArn('web:6'),
  ])
  // What they run now differs, and so would the tag.
  expect(result.plan.revision.images).toMatchObject([{ container: 'app', from: undefined, to: 'web:10' }])
})
