import { expect, test } from '@jest/globals'
import { runChecks } from '../../../../src/core/checks/checks.js'
import { noResources } from '../../../../src/core/resources/related-resources.js'
import { aCheckContext } from '../../../support/check-builders.js'
import { breakerOptions, serviceOptions } from '../../../support/option-builders.js'
import { aService } from '../../../support/service-builders.js'

const context = aCheckContext({
  definition: { family: 'web', containerDefinitions: [{ name: 'app', image: 'web:latest' }] },
  observed: { service: aService({ controller: 'CODE_DEPLOY' }) },
  resources: { ...noResources, scaling: { kind: 'found', value: { min: 1, max: 4 } } },
  rollout: serviceOptions({ bumpDesiredCount: 5, breaker: breakerOptions({ mode: 'keep' }) }),
})
const ids = ['controller', 'image-moves', 'auto-scaling', 'breaker-off', 'desired-count']

test.each([
  {
    preflight: 'fail',
    left: [
      'controller refused',
      'image-moves refused',
      'breaker-off warning',
      'desired-count passed',
      'auto-scaling refused',
    ],
  },
  {
    preflight: 'warn',
    left: [
      'controller refused',
      'image-moves refused',
      'breaker-off warning',
      'desired-count passed',
      'auto-scaling warning',
    ],
  },
  { preflight: 'off', left: ['controller refused', 'image-moves refused'] },
] as const)('preflight: $preflight', ({ preflight, left }) => {
  const checks = runChecks(context, preflight).filter(({ id }) => ids.includes(id))
  expect(checks.map(({ id, result }) => `${id} ${result}`)).toStrictEqual(left)
})
