import { describe, expect, test } from '@jest/globals'
import type { BreakerOptions } from '../../../src/core/options/service-options.js'
import type { Inputs } from '../../../src/inputs/inputs.js'
import { readInputs } from '../../../src/inputs/read-inputs.js'
import { breakerOptions, definitionOverrides, serviceOptions } from '../../support/option-builders.js'
import { noFailFast } from '../../support/watch-builders.js'

const policy = { ...noFailFast, failFastAfter: 3 }
const rollout = (breaker: Partial<BreakerOptions> = {}) =>
  serviceOptions({ breaker: breakerOptions(breaker) })

/** A deployment of the live definition to `web`; rows say what differs. */
const defaults: Inputs = {
  targets: [{ cluster: 'default', service: 'web' }],
  source: { kind: 'live' },
  unknownKeys: 'refuse',
  placeholders: [],
  images: [],
  imagePolicy: 'immutable',
  overrides: definitionOverrides(),
  tags: [],
  provenanceTags: true,
  skipUnchanged: false,
  rollout: rollout(),
  mode: 'deploy',
  preflight: 'fail',
  maxRetries: 10,
  task: undefined,
  watch: policy,
  verify: undefined,
  jobSummary: true,
  githubToken: '',
  prComment: false,
  pullRequestNumber: undefined,
  environment: undefined,
}

type Raw = Readonly<Record<string, string>>
const read = (raw: Raw) => readInputs(name => raw[name] ?? '')
const web = (raw: Raw) => read({ service: 'web', ...raw })

const arn = 'arn:aws:ecs:eu-west-1:123456789012'

describe('accepted values', () => {
  const app = (image: string, input: string, container = 'app') => ({ container, image, input })
  test.each<{ name: string; raw: Raw; inputs: Partial<Inputs> }>([
    { name: 'nothing but a service: the defaults', raw: {}, inputs: {} },
    {
      name: 'empty is absent',
      raw: { cluster: '', 'dry-run': '', images: '\n \n', 'wait-for-minutes': ' ' },
      inputs: {},
    },
    {
      name: 'blanks around a value',
      raw: { service: ' web\n', cluster: '\tprod ' },
      inputs: { targets: [{ cluster: 'prod', service: 'web' }] },
    },
    {
      name: 'the cluster of a service ARN',
      raw: { service: `${arn}:service/prod/web`, cluster: 'default' },
      inputs: { targets: [{ cluster: 'prod', service: `${arn}:service/prod/web` }] },
    },
    {
      name: 'a service ARN together with the ARN of its cluster',
      raw: { service: `${arn}:service/prod/web`, cluster: `${arn}:cluster/prod` },
      inputs: { targets: [{ cluster: `${arn}:cluster/prod`, service: `${arn}:service/prod/web` }] },
    },
    {
      name: 'a service ARN of the old form, which names no cluster',
      raw: { service: `${arn}:service/web`, cluster: 'prod' },
      inputs: { targets: [{ cluster: 'prod', service: `${arn}:service/web` }] },
    },
    {
      name: 'a file',
      raw: { 'task-definition': 'deploy/td.json' },
      inputs: { source: { kind: 'file', path: 'deploy/td.json' } },
    },
    {
      name: 'one container and its image',
      raw: { 'container-name': 'app', image: 'web:1' },
      inputs: { images: [app('web:1', 'container-name')] },
    },
    {
      name: 'several containers with the same image',
      raw: { 'container-name': 'app, worker,\nenvoy\n', image: 'web:1' },
      inputs: {
        images: [
          app('web:1', 'container-name'),
          app('web:1', 'container-name', 'worker'),
          app('web:1', 'container-name', 'envoy'),
        ],
      },
    },
    {
      name: 'lines of images, with CRLF, blanks and blank lines',
      raw: { images: ' app=web:1\r\n\r\n envoy = envoy:2 \n' },
      inputs: { images: [app('web:1', 'images'), app('envoy:2', 'images', 'envoy')] },
    },
    {
      name: 'both ways at once',
      raw: { 'container-name': 'app', image: 'web:1', images: 'envoy=envoy:2' },
      inputs: { images: [app('web:1', 'container-name'), app('envoy:2', 'images', 'envoy')] },
    },
    {
      name: 'circuit-breaker: stop',
      raw: { 'circuit-breaker': 'stop' },
      inputs: { rollout: rollout({ mode: 'stop' }) },
    },
    {
      name: 'circuit-breaker: keep',
      raw: { 'circuit-breaker': 'keep' },
      inputs: { rollout: rollout({ mode: 'keep' }) },
    },
    ...[
      { value: '3', type: 'COUNT' as const, amount: 3 },
      { value: '50%', type: 'BOUNDED_PERCENT' as const, amount: 50 },
      { value: '1%', type: 'BOUNDED_PERCENT' as const, amount: 1 },
      { value: '100%', type: 'BOUNDED_PERCENT' as const, amount: 100 },
      { value: '50% unbounded', type: 'UNBOUNDED_PERCENT' as const, amount: 50 },
      { value: '50%  Unbounded', type: 'UNBOUNDED_PERCENT' as const, amount: 50 },
    ].map(({ value, type, amount }) => ({
      name: `circuit-breaker-threshold: ${value}`,
      raw: { 'circuit-breaker-threshold': value },
      inputs: { rollout: rollout({ threshold: { type, value: amount } }) },
    })),
    ...['false', 'False', 'FALSE'].map(value => ({
      name: `circuit-breaker-reset-on-healthy-task: ${value}`,
      raw: { 'circuit-breaker-reset-on-healthy-task': value },
      inputs: { rollout: rollout({ resetOnHealthyTask: false }) },
    })),
    {
      name: 'a true that is also the default still counts as set',
      raw: { 'circuit-breaker-reset-on-healthy-task': 'true' },
      inputs: { rollout: rollout({ resetOnHealthyTask: true }) },
    },
    ...['true', 'True', 'TRUE'].map(value => ({
      name: `dry-run: ${value}`,
      raw: { 'dry-run': value },
      inputs: { mode: 'plan' as const },
    })),
    { name: 'job-summary: false', raw: { 'job-summary': 'false' }, inputs: { jobSummary: false } },
    {
      name: 'wait-for-minutes: 1',
      raw: { 'wait-for-minutes': '1' },
      inputs: { watch: { ...policy, minutes: 1 } },
    },
    {
      name: 'wait-for-minutes: 360',
      raw: { 'wait-for-minutes': '360' },
      inputs: { watch: { ...policy, minutes: 360 } },
    },
  ])('$name', ({ raw, inputs }) => {
    const { notices: _, ...read } = web(raw)
    expect(read).toStrictEqual({ inputs: { ...defaults, ...inputs }, problems: [], unused: [] })
  })

  test('without waiting there is no watch', () => {
    expect([defaults.watch?.minutes, web({ 'wait-for-service-stability': 'false' }).inputs]).toStrictEqual([
      30,
      { ...defaults, watch: undefined },
    ])
  })

  test('a file without a service is only registered', () => {
    expect([defaults.targets[0]?.service, read({ 'task-definition': 'td.yml' }).inputs]).toStrictEqual([
      'web',
      { ...defaults, targets: [], source: { kind: 'file', path: 'td.yml' } },
    ])
  })
})

describe('problems', () => {
  const noThreshold =
    "is not one of: a count of tasks (3), a percentage from 1% to 100% (50%), the same without ECS's limits of 3 and 200 (50% unbounded)"
  const flags = [
    'dry-run',
    'job-summary',
    'wait-for-service-stability',
    'circuit-breaker-reset-on-healthy-task',
  ]
  test.each<{ raw: Raw; says: string[] }>([
    {
      raw: { service: '' },
      says: [
        'service is empty and so is task-definition: set a service to deploy to, a task definition to register, or both',
      ],
    },
    {
      raw: { service: `${arn}:cluster/prod` },
      says: [`service "${arn}:cluster/prod" is neither a service name nor a service ARN`],
    },
    {
      raw: { service: `${arn}:service/prod/web`, cluster: 'test' },
      says: ['cluster "test" is not the cluster of the service ARN, prod'],
    },
    {
      raw: { service: `${arn}:service/prod/web`, cluster: `${arn}:cluster/test` },
      says: [`cluster "${arn}:cluster/test" is not the cluster of the service ARN, prod`],
    },
    {
      raw: { service: `${arn}:service/prod/web`, cluster: `${arn}:cluster/default` },
      says: [`cluster "${arn}:cluster/default" is not the cluster of the service ARN, prod`],
    },
    {
      raw: { cluster: `${arn}:service/prod/web` },
      says: [`cluster "${arn}:service/prod/web" is neither a cluster name nor a cluster ARN`],
    },
    {
      raw: { 'container-name': 'app' },
      says: [
        'image is empty, but container-name is set, so that the image in the task definition would stay: set the image, or image: keep if it is to stay',
      ],
    },
    {
      raw: { image: 'web:1' },
      says: ['container-name is empty, but image is set: name the container that gets it'],
    },
    {
      raw: { images: 'app=web:1\napp=web:2' },
      says: ['images container "app" gets an image more than once'],
    },
    {
      raw: { 'container-name': 'app', image: 'web:1', images: 'app=web:1' },
      says: ['images container "app" gets an image more than once'],
    },
    {
      raw: { 'circuit-breaker': 'maybe' },
      says: ['circuit-breaker "maybe" is not one of rollback, stop, keep'],
    },
    {
      raw: { 'circuit-breaker': 'Rollback' },
      says: ['circuit-breaker "Rollback" is not one of rollback, stop, keep; did you mean rollback?'],
    },
    ...[
      '0',
      '0%',
      '101%',
      '-1',
      '3.5',
      '50 %',
      '%',
      'abc',
      'unbounded',
      '3 unbounded',
      '50%unbounded',
      '99999',
    ].map(value => ({
      raw: { 'circuit-breaker-threshold': value },
      says: [`circuit-breaker-threshold "${value}" ${noThreshold}`],
    })),
    ...['0', '361', '-5', '1.5', '1e2', '0x10', 'abc', '30 minutes', '30m', '∞'].map(value => ({
      raw: { 'wait-for-minutes': value },
      says: [`wait-for-minutes "${value}" is not a whole number from 1 to 360`],
    })),
    ...flags.flatMap(flag =>
      ['yes', 'no', 'on', 'tRUE', '1', '0', 'y', 'null', 'true,'].map(value => ({
        raw: { [flag]: value },
        says: [`${flag} "${value}" is not true or false`],
      })),
    ),
    {
      raw: { 'circuit-breaker': `a\n::error::${'x'.repeat(99)}` },
      says: [`circuit-breaker "a ::error::${'x'.repeat(46)}…" is not one of rollback, stop, keep`],
    },
  ])('$says', ({ raw, says }) => {
    expect(web(raw).problems.map(({ subject, text }) => `${subject} ${text}`)).toStrictEqual(says)
  })

  test('all of them are reported at once, each under its input', () => {
    const { problems } = read({
      'container-name': 'app',
      images: 'nonsense',
      'circuit-breaker': 'maybe',
      'circuit-breaker-threshold': '0',
      'circuit-breaker-reset-on-healthy-task': 'maybe',
      'wait-for-service-stability': 'maybe',
      'wait-for-minutes': 'abc',
      'dry-run': 'maybe',
      'job-summary': 'maybe',
    })
    expect(problems.map(({ subject }) => subject).sort()).toStrictEqual([
      'circuit-breaker',
      'circuit-breaker-reset-on-healthy-task',
      'circuit-breaker-threshold',
      'dry-run',
      'image',
      'images',
      'job-summary',
      'service',
      'wait-for-minutes',
      'wait-for-service-stability',
    ])
  })

  test('a value that is not understood leaves the default, so that the rest can still be read', () => {
    expect(
      web({ 'dry-run': 'maybe', 'wait-for-minutes': 'abc', 'circuit-breaker': 'maybe' }).inputs,
    ).toStrictEqual(defaults)
  })
})
