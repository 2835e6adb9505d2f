/** The three policies of image-policy, and what ECR says for and against a tag. */
import { describe, expect, test } from '@jest/globals'
import { runCheck } from '../../../../../src/core/checks/check.js'
import { imageMoves } from '../../../../../src/core/checks/image/image-moves.js'
import type { ContainerImage } from '../../../../../src/core/task-definition/task-definition.js'
import type { JsonObject } from '../../../../../src/core/text/json.js'
import { aCheckContext, checkResults } from '../../../../support/check-builders.js'
import {
  denied,
  digest,
  found,
  type ImageOverrides,
  inEcr,
  stored,
  withImage,
} from '../../../../support/image-builders.js'
import { aService } from '../../../../support/service-builders.js'

interface Row extends ImageOverrides {
  readonly name: string
  readonly says: string
}

function told(row: ImageOverrides): string {
  const [check] = runCheck(imageMoves, withImage(row))
  return `${check?.result} ${check?.text}`.trim()
}

const blind = stored({ unavailable: { mutability: 'allow ecr:DescribeRepositories', config: undefined } })
const tomorrow = 'the same revision could run different software tomorrow'

describe('immutable', () => {
  test.each<Row>([
    { name: 'a kept tag', image: inEcr('web:1'), registry: stored({ immutable: true }), says: 'passed' },
    { name: 'a kept latest', image: inEcr('web:latest'), registry: stored({ immutable: true }), says: 'passed' },
    { name: 'no tag, and latest is kept', image: inEcr('web'), registry: stored({ immutable: true }), says: 'passed' },
    {
      name: 'an ordinary tag that can be pushed again',
      image: inEcr('web:1'),
      registry: stored({ immutable: false }),
      says: `notice container app: the repository of ${inEcr('web:1')} allows the tag to be pushed again`,
    },
    {
      name: 'latest that can be pushed again',
      image: inEcr('web:latest'),
      registry: stored({ immutable: false }),
      says: `refused container app: ${inEcr('web:latest')} has the tag latest, which can move: ${tomorrow}`,
    },
    {
      name: 'latest, given and running',
      image: inEcr('web:latest'),
      runs: inEcr('web:latest'),
      overriddenImages: ['app'],
      registry: stored({ immutable: false }),
      says: `refused container app: ${inEcr('web:latest')} has the tag latest, which can move: ${tomorrow}`,
    },
    {
      name: 'an ordinary tag in a repository of which nothing is known',
      image: inEcr('web:1'),
      registry: blind,
      says: 'unseen not checked: allow ecr:DescribeRepositories',
    },
    {
      name: 'latest in a repository of which nothing is known',
      image: inEcr('web:latest'),
      registry: blind,
      says: `refused container app: ${inEcr('web:latest')} has the tag latest, which can move: ${tomorrow}; whether its repository has immutable tags is not known: allow ecr:DescribeRepositories`,
    },
    {
      name: 'latest in a registry that may not be read',
      image: inEcr('web:latest'),
      registry: denied,
      says: `refused container app: ${inEcr('web:latest')} has the tag latest, which can move: ${tomorrow}; whether its repository has immutable tags is not known: allow ecr:BatchGetImage`,
    },
    { name: 'an ordinary tag in a registry that may not be read', image: inEcr('web:1'), registry: denied, says: 'passed' },
    { name: 'a digest', image: inEcr(`web@${digest}`), registry: stored(), says: 'passed' },
    { name: 'an ordinary tag elsewhere', image: 'ghcr.io/acme/web:1', says: 'passed' },
  ])('$name', ({ says, ...row }) => {
    expect(told(row)).toBe(says)
  })
}) // biome-ignore format: one table

describe('digest', () => {
  const wanted = { imagePolicy: 'digest' } as const
  test.each<Row>([
    { name: 'a tag in ECR', image: inEcr('web:1'), registry: stored({ immutable: false }), says: 'passed' },
    { name: 'latest in ECR', image: inEcr('web:latest'), registry: stored(), says: 'passed' },
    { name: 'a digest in ECR that may not be read', image: inEcr(`web@${digest}`), registry: denied, says: 'passed' },
    { name: 'a digest elsewhere', image: `ghcr.io/acme/web@${digest}`, says: 'passed' },
    { name: 'another check reports a missing image', image: inEcr('web:1'), registry: found({ kind: 'no-image' }), says: 'passed' },
    {
      name: 'a tag that may not be read',
      image: inEcr('web:1'),
      registry: denied,
      says: `refused container app: the digest of ${inEcr('web:1')} is not known: allow ecr:BatchGetImage`,
    },
    {
      name: 'a tag that may not be read, and runs already',
      image: inEcr('web:1'),
      runs: inEcr('web:1'),
      registry: denied,
      says: `warning container app: the digest of ${inEcr('web:1')} is not known: allow ecr:BatchGetImage`,
    },
    {
      name: 'a tag without a lookup',
      image: inEcr('web:1'),
      says: `refused container app: the digest of ${inEcr('web:1')} is not known: it was not looked up in ECR`,
    },
    {
      name: 'a tag, without credentials',
      image: inEcr('web:1'),
      serviceUnavailable: true,
      says: `unseen not checked: the digest of ${inEcr('web:1')} was not looked up in ECR`,
    },
    {
      name: 'a tag elsewhere',
      image: 'public.ecr.aws/nginx/nginx:1',
      says: 'refused container app: public.ecr.aws/nginx/nginx:1 has no digest, and digests are looked up only in Amazon ECR, not in public.ecr.aws',
    },
    {
      name: 'a tag elsewhere that runs already',
      image: 'nginx:1',
      runs: 'nginx:1',
      says: 'warning container app: nginx:1 has no digest, and digests are looked up only in Amazon ECR, not in docker.io',
    },
  ])('$name', ({ says, ...row }) => {
    expect(told({ ...row, ...wanted })).toBe(says)
  })
}) // biome-ignore format: one table

describe('any', () => {
  test.each<Row>([
    { name: 'latest', image: 'web:latest', says: `warning container app: web:latest has the tag latest, which can move: ${tomorrow}` },
    { name: 'a kept latest', image: inEcr('web:latest'), registry: stored({ immutable: true }), says: 'passed' },
    { name: 'a tag that can be pushed again', image: inEcr('web:1'), registry: stored({ immutable: false }), says: 'passed' },
  ])('$name', ({ says, ...row }) => {
    expect(told({ ...row, imagePolicy: 'any' })).toBe(says)
  })
}) // biome-ignore format: one table

test('a finding has the place of the image in the file, unless an input names the image', () => {
  const positionOf = (path: readonly (string | number)[]) => ({ file: path.join('.'), line: 1, column: 1 })
  const image = 'web:latest'
  const places = [
    withImage({ image, positionOf }),
    withImage({ image, positionOf, overriddenImages: ['app'] }),
  ].map(subject => runCheck(imageMoves, subject)[0]?.position?.file)
  expect(places).toStrictEqual(['containerDefinitions.0.image', undefined])
})

const app = (image: string) => [{ container: 'app', image }]

const running = (images: readonly ContainerImage[]): JsonObject => ({
  containerDefinitions: images.map(({ container, image }) => ({ name: container, image })),
})

const subject = (proposed: readonly ContainerImage[], live: readonly ContainerImage[]) =>
  aCheckContext({ definition: running(proposed), observed: { service: aService(), live: running(live) } })

test.each([
  { name: 'a tag that is pushed once', proposed: app('web:9be21c4'), live: [], raises: [] },
  { name: 'a digest', proposed: app(`web:latest@sha256:${'0'.repeat(64)}`), live: [], raises: [] },
  { name: 'latest', proposed: app('web:latest'), live: [], raises: ['image-moves refused'] },
  { name: 'no tag', proposed: app('web'), live: app('web:1'), raises: ['image-moves refused'] },
  {
    name: 'latest, as it runs already',
    proposed: app('web:latest'),
    live: app('web:latest'),
    raises: ['image-moves warning'],
  },
  {
    name: 'latest, as it runs already in another container',
    proposed: app('web:latest'),
    live: [{ container: 'envoy', image: 'web:latest' }],
    raises: ['image-moves refused'],
  },
  {
    name: 'an unchanged sidecar warns, a new one refuses',
    proposed: [...app('web:2'), { container: 'a', image: 'a:latest' }, { container: 'b', image: 'b:latest' }],
    live: [...app('web:1'), { container: 'a', image: 'a:latest' }],
    raises: ['image-moves warning', 'image-moves refused'],
  },
])('$name: $raises', ({ proposed, live, raises }) => {
  expect(checkResults(runCheck(imageMoves, subject(proposed, live)))).toStrictEqual(raises)
})

test('a refusal names the container, the image, the reason and the remedy', () => {
  expect(runCheck(imageMoves, subject(app('web:latest'), []))).toEqual([
    {
      id: 'image-moves',
      result: 'refused',
      text: 'container app: web:latest has the tag latest, which can move: the same revision could run different software tomorrow',
      next: 'Use a tag for app that is pushed only once (such as the commit), or a digest.',
    },
  ])
})
