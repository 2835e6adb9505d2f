import { describe, expect, test } from '@jest/globals'
import type { OutputName } from '../../../../src/report/outputs/outputs.js'
import { outputs } from '../../../../src/report/outputs/outputs.js'
import { outcomes } from '../../../support/outcomes.js'
import { thisRun } from '../../../support/report-context.js'
import { image } from '../../../support/rollout-builders.js'
import { ours, revisionArn } from '../../../support/service-builders.js'

const names: Record<OutputName, true> = {
  outcome: true,
  'task-definition-arn': true,
  'task-definition': true,
  revision: true,
  'previous-task-definition-arn': true,
  'serving-task-definition-arn': true,
  'deployment-id': true,
  'service-deployment-arn': true,
  'hook-id': true,
  'hook-expires-at': true,
  endpoint: true,
  image: true,
  'run-task-definition-arn': true,
  'run-task-arn': true,
  'run-task-exit-code': true,
  'failure-class': true,
  'failure-reason': true,
  services: true,
  plan: true,
  result: true,
}

const cases = Object.entries(outcomes).map(([name, outcome]) => ({ name, outcome }))

describe('every ending', () => {
  test.each(cases)('$name has every output, and its JSON can be read', ({ name, outcome }) => {
    const out = outputs(outcome, thisRun)
    expect(Object.keys(out)).toStrictEqual(Object.keys(names))
    expect(name.startsWith(out.outcome)).toBe(true)
    const result = JSON.parse(out.result)
    expect([result.version, result.outcome]).toStrictEqual([2, out.outcome])
    const isPlanned = outcome.plan !== undefined
    expect(out.plan === '' ? undefined : JSON.parse(out.plan).version).toBe(isPlanned ? 1 : undefined)
    expect(result.green ? [out['failure-class'], out['failure-reason'], result.failure] : []).toStrictEqual(
      result.green ? ['', '', null] : [],
    )
    expect(result.green || (out['failure-class'] !== '' && out['failure-reason'] !== '')).toBe(true)
  })
})

const nothing = Object.fromEntries(Object.keys(names).map(name => [name, ''])) as Record<OutputName, string>
const deployed = {
  ...nothing,
  'task-definition-arn': revisionArn('web:8'),
  'task-definition': '/tmp/td.json',
  revision: '8',
  'previous-task-definition-arn': revisionArn('web:7'),
  'deployment-id': ours,
  'service-deployment-arn':
    'arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/web/NCWGC2ZR-taawPAYrIaU5',
  image: image('9be21c4'),
}
const check404 =
  '3 of 3 failed tasks of web:8 failed the load balancer health check (404 on GET :5001/health); the container listens on 5201 (its log says "Running on http://0.0.0.0:5201").'

test.each<{ name: string; expected: Partial<Record<OutputName, string>> }>([
  {
    name: 'succeeded',
    expected: { ...deployed, outcome: 'succeeded', 'serving-task-definition-arn': revisionArn('web:8') },
  },
  {
    name: 'rolled-back',
    expected: {
      ...deployed,
      outcome: 'rolled-back',
      'serving-task-definition-arn': revisionArn('web:7'),
      'failure-class': 'health-check',
      'failure-reason': check404,
    },
  },
  {
    name: 'rolled-back-hook',
    expected: {
      ...deployed,
      outcome: 'rolled-back',
      'serving-task-definition-arn': revisionArn('web:7'),
      'failure-class': 'lifecycle-hook',
      'failure-reason':
        'Service deployment rolled back because POST_TEST_TRAFFIC_SHIFT pause hook timed out.',
    },
  },
  {
    name: 'failed-alarm',
    expected: {
      ...deployed,
      outcome: 'failed',
      'serving-task-definition-arn': revisionArn('web:8'),
      'failure-class': 'alarm',
      'failure-reason': 'a CloudWatch alarm stopped it.',
    },
  },
  {
    name: 'refused-permission',
    expected: {
      ...nothing,
      outcome: 'refused',
      'task-definition': '/tmp/td.json',
      'failure-class': 'permissions',
      'failure-reason':
        'permissions: the role may not call iam:PassRole on arn:aws:iam::123456789012:role/exec: allow it',
    },
  },
  {
    name: 'refused-after-registration',
    expected: {
      ...nothing,
      outcome: 'refused',
      'task-definition-arn': revisionArn('web:8'),
      'task-definition': '/tmp/td.json',
      revision: '8',
      'failure-class': 'other',
      'failure-reason': 'ecs:UpdateService: ECS refuses: TaskDefinition is inactive',
    },
  },
  {
    name: 'registered',
    expected: {
      ...nothing,
      outcome: 'registered',
      'task-definition-arn': revisionArn('web:8'),
      'task-definition': '/tmp/td.json',
      revision: '8',
      image: image('9be21c4'),
    },
  },
  {
    name: 'unknown-lost',
    expected: {
      ...deployed,
      outcome: 'unknown',
      'deployment-id': '',
      'service-deployment-arn': '',
      'failure-class': 'other',
      'failure-reason': 'UpdateService was sent, but its answer was lost (TimeoutError: socket hang up).',
    },
  },
])('$name', ({ name, expected }) => {
  const outcome = outcomes[name]
  if (!outcome) throw new Error(name)
  const {
    plan: _,
    result: __,
    services: own,
    ...rest
  } = outputs({ ...outcome, definitionFile: '/tmp/td.json' }, thisRun)
  const { plan: ___, result: ____, services: _____, ...wanted } = expected
  expect(rest).toStrictEqual(wanted)
  const entries: Record<string, string>[] = own === '' ? [] : JSON.parse(own)
  expect(entries).toHaveLength(outcome.services.length)
  for (const { cluster: ______, service: _______, ...entry } of entries) expect(rest).toMatchObject(entry)
})

test('the plan contains no value that must stay hidden', () => {
  const outcome = outcomes.planned
  expect(outcome && JSON.parse(outputs(outcome, thisRun).plan)).toStrictEqual({
    version: 1,
    kind: 'deploy',
    decision: null,
    task: null,
    taskDefinition: null,
    verification: null,
    asIs: null,
    family: 'web',
    from: 'task-definition.json',
    images: [
      { container: 'app', from: image('1f3c9e0'), to: image('9be21c4'), named: null },
      { container: 'envoy', from: null, to: 'public.ecr.aws/envoy/envoy:v1.30', named: null },
    ],
    checks: [
      { id: 'service-active', result: 'passed', text: '', next: '', at: null, see: null },
      {
        id: 'rollback-target',
        result: 'warning',
        text: 'no deployment of this service is COMPLETED: if this one fails, ECS has nothing to roll back to',
        next: 'Watch this deployment; once one has succeeded, ECS can roll back to it.',
        at: null,
        see: null,
      },
    ],
    definition: { family: 'web', containerDefinitions: [{ name: 'app', image: image('9be21c4') }] },
    tags: [],
    cluster: 'prod',
    service: 'web',
    previousTaskDefinitionArn: revisionArn('web:7'),
    changes: [
      `~ app.image  ${image('1f3c9e0')} → ${image('9be21c4')}`,
      '~ app.environment.LOG_LEVEL  (value hidden)',
      '+ app.portMappings.5201/tcp',
      '~ cpu  256 → 512',
      '+ envoy',
    ],
    circuitBreaker: { before: 'off', after: 'on with rollback' },
    update: { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } },
    bumpDesiredCount: null,
  })
})
