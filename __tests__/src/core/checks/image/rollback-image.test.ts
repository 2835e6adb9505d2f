import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { rollbackImage } from '../../../../../src/core/checks/image/rollback-image.js'
import type { Service } from '../../../../../src/core/ecs/service.js'
import type { ServiceOptions } from '../../../../../src/core/options/service-options.js'
import type { Lookup } from '../../../../../src/core/resources/lookup.js'
import type { RegistryImage } from '../../../../../src/core/resources/registry-image.js'
import { noResources } from '../../../../../src/core/resources/related-resources.js'
import { aCheckContext, unobserved } from '../../../../support/check-builders.js'
import { denied, digest, found, inEcr, stored } from '../../../../support/image-builders.js'
import { breakerOptions, serviceOptions } from '../../../../support/option-builders.js'
import { aDeployment, aService, revisionArn, thePrevious } from '../../../../support/service-builders.js'

interface Row {
  readonly name: string
  readonly image?: string
  readonly lookup?: Lookup<RegistryImage>
  readonly rollout?: Partial<ServiceOptions>
  readonly service?: Partial<Service>
  readonly says: readonly string[]
}

const web7 = thePrevious({ status: 'PRIMARY' })
const gone = found({ kind: 'no-image' })
const cannotStart = 'the circuit breaker rolls back to web:7, which could start no new task'

function contextOf({ image = inEcr('web:1'), lookup, rollout, service }: Row) {
  return aCheckContext({
    rollout: serviceOptions(rollout),
    observed: {
      service: aService({ deployments: [web7], ...service }),
      serving: revisionArn('web:7'),
      live: { family: 'web', containerDefinitions: [{ name: 'app', image }] },
    },
    resources: { ...noResources, images: new Map(lookup ? [[image, lookup]] : []) },
  })
}

test.each<Row>([
  { name: 'an image that exists', lookup: stored(), says: ['passed: '] },
  {
    name: 'a tag that a lifecycle policy deleted',
    lookup: gone,
    says: [
      `warning: ${cannotStart}: the image ${inEcr('web:1')} of container app no longer exists: the repository web has no tag 1`,
    ],
  },
  {
    name: 'a digest that a lifecycle policy deleted',
    image: inEcr(`web@${digest}`),
    lookup: gone,
    says: [
      `warning: ${cannotStart}: the image ${inEcr(`web@${digest}`)} of container app no longer exists: the repository web has no image with this digest`,
    ],
  },
  {
    name: 'a repository that was deleted',
    lookup: found({ kind: 'no-repository' }),
    says: [
      `warning: ${cannotStart}: the image ${inEcr('web:1')} of container app no longer exists: account 123456789012 has no repository web in eu-west-1`,
    ],
  },
  {
    name: 'a role that may not read ECR',
    lookup: denied,
    says: ['unseen: not checked: allow ecr:BatchGetImage'],
  },
  { name: 'a tag of a pull-through cache', image: inEcr('docker-hub/library/web:1'), lookup: gone, says: [] },
  { name: 'an image that was not looked up', says: [] },
  { name: 'an image of another registry', image: 'ghcr.io/octo/web:1', says: [] },
  {
    name: 'a breaker without rollback',
    lookup: gone,
    rollout: { breaker: breakerOptions({ mode: 'stop' }) },
    says: [],
  },
  {
    name: 'a breaker that is off',
    lookup: gone,
    rollout: { breaker: breakerOptions({ mode: 'keep' }) },
    says: [],
  },
  {
    name: 'nothing to roll back to',
    lookup: gone,
    service: { deployments: [aDeployment({ runningCount: 2, taskDefinition: revisionArn('web:7') })] },
    says: [],
  },
])('$name: $says', row => {
  const checks = runCheck(rollbackImage, contextOf(row))
  expect(checks.map(({ result, text }) => `${result}: ${text}`)).toStrictEqual(row.says)
})

test('without a service there is nothing to roll back to', () => {
  expect(runCheck(rollbackImage, unobserved(contextOf({ name: '', lookup: gone, says: [] })))).toStrictEqual(
    [],
  )
})
