/** image-policy: digest: what would be registered is compared, not how the images are named. */
import { expect, test } from '@jest/globals'
import { makePlan } from '../../../../src/core/plan/make-plan.js'
import { noResources } from '../../../../src/core/resources/related-resources.js'
import type { JsonObject } from '../../../../src/core/text/json.js'
import { checkMessages } from '../../../support/check-builders.js'
import { digest, inEcr, stored } from '../../../support/image-builders.js'
import { planOptions } from '../../../support/option-builders.js'
import { anObserved } from '../../../support/rollout-builders.js'
import { aService, revisionArn, thePrevious } from '../../../support/service-builders.js'

const options = planOptions({ provenance: { repository: 'octo/web' }, imagePolicy: 'digest' })
const running = (image: string, around: JsonObject = {}): JsonObject => ({
  family: 'web',
  containerDefinitions: [{ name: 'app', image, ...around }],
})

/** The finding of a check about a source that names web:1, with a digest in ECR. */
function said(id: string, live: JsonObject, source: JsonObject): string[] {
  const observed = anObserved({
    serving: revisionArn('web:7'),
    service: aService({ deployments: [thePrevious({ status: 'PRIMARY' })] }),
    live,
  })
  const resources = { ...noResources, images: new Map([[inEcr('web:1'), stored()]]) }
  const result = makePlan({
    options,
    base: { kind: 'file', definition: source, origin: 'td.json', positionOf: undefined, asIs: undefined },
    targets: [{ kind: 'service', observed, resources }],
    resources,
    task: undefined,
    taskFile: undefined,
  })
  const { checks } = result.kind === 'planned' ? result.plan : result
  return checkMessages(checks.filter(check => check.id === id))
}

const unknownOrigin =
  'notice: web:7 has no tag that says which repository registered it: this deployment overwrites'

test.each([
  { name: 'the digest of the tag', live: running(inEcr(`web@${digest}`)), says: [] },
  { name: 'the tag itself', live: running(inEcr('web:1')), says: [] },
  {
    name: 'another digest',
    live: running(inEcr(`web@sha256:${'0'.repeat(64)}`)),
    says: [`${unknownOrigin} app.image`],
  },
  {
    name: 'the digest of the tag and something else',
    live: running(inEcr(`web@${digest}`), { cpu: 256 }),
    says: [`${unknownOrigin} app.cpu`],
  },
])('a revision that runs $name: $says', ({ live, says }) => {
  expect(said('drift', live, running(inEcr('web:1')))).toStrictEqual(says)
})

test('the size is that of the digest', () => {
  const empty = JSON.stringify(running(inEcr('web:1'), { workingDirectory: '' })).length
  const source = running(inEcr('web:1'), { workingDirectory: 'x'.repeat(65_536 - empty) })
  const more = digest.length - '1'.length
  expect(said('definition-size', {}, source)).toStrictEqual([
    `refused: the task definition has ${65_536 + more} bytes, but ECS accepts at most 65536`,
  ])
})
