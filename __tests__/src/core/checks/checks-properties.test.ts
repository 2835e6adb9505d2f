import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runChecks } from '../../../../src/core/checks/checks.js'
import type { Json, JsonObject } from '../../../../src/core/text/json.js'
import { aCheckContext, unobserved } from '../../../support/check-builders.js'
import { revisionArn } from '../../../support/service-builders.js'

const secret = 'hunter2-hunter2'
const anything = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>

/** Forms that the checks distinguish, each with a secret in it. */
const value = fc.oneof(
  fc.string().map(text => `${text}${secret}`),
  fc.constantFrom(
    secret,
    `postgres://me:${secret}@db/web`,
    `host=db password=${secret}`,
    `-----BEGIN ${'PRIVATE'} KEY-----${secret}`,
    `ghp_${'0123456789abcdefghijABCDEFGHIJ012345'}${secret}`,
    `https://hooks.slack.com/services/${secret}`,
    `arn:aws:iam::123456789012:role/${secret}`,
  ),
)
const name = fc.oneof(
  fc.constantFrom('DB_PASSWORD', 'TOKEN', 'LOG_LEVEL', 'URL', '__proto__', 'constructor'),
  fc.string(),
)
const record = (members: Record<string, fc.Arbitrary<Json>>) =>
  fc.record(members, { requiredKeys: [] }) as fc.Arbitrary<Json>
const listOf = (item: fc.Arbitrary<Json>) => fc.oneof({ weight: 4, arbitrary: fc.array(item) }, anything)

const container = record({
  name: fc.oneof(fc.constantFrom('app', 'envoy'), anything),
  image: fc.oneof(fc.constant('123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1'), anything),
  essential: anything,
  cpu: anything,
  memory: anything,
  memoryReservation: fc.oneof(fc.nat(), anything),
  environment: listOf(record({ name, value })),
  secrets: listOf(record({ name, valueFrom: value })),
  portMappings: listOf(record({ name, hostPort: fc.oneof(fc.nat(3), anything), containerPort: anything })),
  repositoryCredentials: anything,
  logConfiguration: fc.oneof(
    record({
      logDriver: fc.constant('awslogs'),
      options: record({ 'awslogs-group': value, 'awslogs-region': value, 'awslogs-stream-prefix': value }),
      secretOptions: listOf(record({ name, valueFrom: value })),
    }),
    anything,
  ),
})
const definition = record({
  family: anything,
  requiresCompatibilities: fc.oneof(fc.constant(['FARGATE']), anything),
  networkMode: fc.oneof(fc.constantFrom('awsvpc', 'host', 'bridge'), anything),
  cpu: fc.oneof(fc.constantFrom('256', '1 vCPU'), anything),
  memory: fc.oneof(fc.constantFrom('512', '2 GB'), anything),
  runtimePlatform: anything,
  tags: anything,
  containerDefinitions: listOf(fc.oneof({ weight: 5, arbitrary: container }, anything)),
}) as fc.Arbitrary<JsonObject>

test('with any definition, no check throws or shows a value of the environment, a reference or an option', () => {
  fc.assert(
    fc.property(definition, definition, fc.boolean(), (proposed, live, isObserved) => {
      const subject = aCheckContext({
        definition: proposed,
        provenance: [{ key: 'ecs-safe-deploy:repository', value: 'octo/web' }],
        observed: { serving: revisionArn('web:7'), live },
      })
      const checks = runChecks(
        isObserved ? subject : { ...unobserved(subject), serviceUnavailable: true },
        'fail',
      )
      expect(checks.length).toBeGreaterThan(0)
      expect(JSON.stringify(checks)).not.toContain(secret)
    }),
    { seed: 5001, numRuns: 500 },
  )
})
