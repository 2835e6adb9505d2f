import { expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { runChecks } from '../../../../../src/core/checks/checks.js'
import { imageMissing } from '../../../../../src/core/checks/image/image-missing.js'
import {
  denied,
  digest,
  found,
  type ImageOverrides,
  inEcr,
  stored,
  withImage,
} from '../../../../support/image-builders.js'

interface Row extends ImageOverrides {
  readonly name: string
  readonly says: readonly string[]
}

const noImage = found({ kind: 'no-image' })
const tag = 'the repository web has no tag 1'

test.each<Row>([
  { name: 'it exists', image: inEcr('web:1'), registry: stored(), says: ['passed'] },
  {
    name: 'its tag does not',
    image: inEcr('web:1'),
    registry: noImage,
    says: [`refused container app: ${inEcr('web:1')} does not exist: ${tag}`],
  },
  {
    name: 'its digest does not',
    image: inEcr(`web@${digest}`),
    registry: noImage,
    says: [
      `refused container app: ${inEcr(`web@${digest}`)} does not exist: the repository web has no image with this digest`,
    ],
  },
  {
    name: 'its repository does not',
    image: inEcr('team/web:1'),
    registry: found({ kind: 'no-repository' }),
    says: [
      `refused container app: ${inEcr('team/web:1')} does not exist: account 123456789012 has no repository team/web in eu-west-1`,
    ],
  },
  {
    name: 'it runs already',
    image: inEcr('web:1'),
    runs: inEcr('web:1'),
    registry: noImage,
    says: [`warning container app: ${inEcr('web:1')} does not exist: ${tag}`],
  },
  {
    name: 'it runs already and is given',
    image: inEcr('web:1'),
    runs: inEcr('web:1'),
    overriddenImages: ['app'],
    registry: noImage,
    says: [`refused container app: ${inEcr('web:1')} does not exist: ${tag}`],
  },
  {
    name: 'it may not be read',
    image: inEcr('web:1'),
    registry: denied,
    says: ['unseen not checked: allow ecr:BatchGetImage'],
  },
  {
    name: 'it may not be read, and its digest is wanted',
    image: inEcr('web:1'),
    registry: denied,
    imagePolicy: 'digest',
    says: [],
  },
  { name: 'skipped', image: inEcr('web:1'), says: [] },
  { name: 'it is elsewhere', image: 'nginx:1', says: [] },
])('$name: $says', ({ says, ...row }) => {
  expect(
    runCheck(imageMissing, withImage(row)).map(({ result, text }) => `${result} ${text}`.trim()),
  ).toStrictEqual(says)
})

test.each([
  { policy: 'immutable', preflight: 'warn', results: ['warning'] },
  { policy: 'immutable', preflight: 'off', results: [] },
  { policy: 'digest', preflight: 'warn', results: ['refused'] },
  { policy: 'digest', preflight: 'off', results: ['refused'] },
] as const)('image-policy $policy and preflight $preflight: $results', ({ policy, preflight, results }) => {
  const subject = withImage({ image: inEcr('web:1'), registry: noImage, imagePolicy: policy })
  const checks = runChecks(subject, preflight).filter(({ id }) => id === 'image-missing')
  expect(checks.map(({ result }) => result)).toStrictEqual(results)
})
