/** The three policies of image-policy, and what ECR tells for and against a tag. */
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
const tomorrow = 'the same revision could run other software tomorrow'

describe('immutable', () => {
  test.each<Row>([
    { name: 'a kept tag', image: inEcr('web:1'), registry: stored({ immutable: true }), says: 'passed' },
    { name: 'a kept latest', image: inEcr('web:latest'), registry: stored({ immutable: true }), says: 'passed' },
    { name: 'no tag, and latest is kept', image: inEcr('web'), registry: stored({ immutable: true }), says: 'passed' },
    {
      name: 'an ordinary tag that can be pushed again',
      image: inEcr('web:1'),
      registry: stored({ immutable: false }),
      says: `notice container app: the repository of ${inEcr('web:1')} lets the tag be pushed again`,
    },
    {
      name: 'latest that can be pushed again',
      image: inEcr('web:latest'),
      registry: stored({ immutable: false }),
      says: `refused container app: ${inEcr('web:latest')} has the tag latest, which moves: ${tomorrow}`,
    },
    {
      name: 'latest, given and running',
      image: inEcr('web:latest'),
      runs: inEcr('web:latest'),
      overriddenImages: ['app'],
      registry: stored({ immutable: false }),
      says: `refused container app: ${inEcr('web:latest')} has the tag latest, which moves: ${tomorrow}`,
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
      says: `refused container app: ${inEcr('web:latest')} has the tag latest, which moves: ${tomorrow}; whether its repository keeps the tag is not known: allow ecr:DescribeRepositories`,
    },
    {
      name: 'latest in a registry that may not be read',
      image: inEcr('web:latest'),
      registry: denied,
      says: `refused container app: ${inEcr('web:latest')} has the tag latest, which moves: ${tomorrow}; whether its repository keeps the tag is not known: allow ecr:BatchGetImage`,
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
    { name: 'what does not exist is told by another check', image: inEcr('web:1'), registry: found({ kind: 'no-image' }), says: 'passed' },
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
      name: 'a tag that nobody asked for',
      image: inEcr('web:1'),
      says: `refused container app: the digest of ${inEcr('web:1')} is not known: ECR was not asked`,
    },
    {
      name: 'a tag, where there are no credentials',
      image: inEcr('web:1'),
      serviceUnavailable: true,
      says: `unseen not checked: ECR was not asked for the digest of ${inEcr('web:1')}`,
    },
    {
      name: 'a tag elsewhere',
      image: 'public.ecr.aws/nginx/nginx:1',
      says: 'refused container app: public.ecr.aws/nginx/nginx:1 has no digest, and public.ecr.aws is not asked for it: only Amazon ECR is',
    },
    {
      name: 'a tag elsewhere that runs already',
      image: 'nginx:1',
      runs: 'nginx:1',
      says: 'warning container app: nginx:1 has no digest, and docker.io is not asked for it: only Amazon ECR is',
    },
  ])('$name', ({ says, ...row }) => {
    expect(told({ ...row, ...wanted })).toBe(says)
  })
}) // biome-ignore format: one table

describe('any', () => {
  test.each<Row>([
    { name: 'latest', image: 'web:latest', says: `warning container app: web:latest has the tag latest, which moves: ${tomorrow}` },
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
    name: 'a sidecar that nobody touches warns, a new one refuses',
    proposed: [...app('web:2'), { container: 'a', image: 'a:latest' }, { container: 'b', image: 'b:latest' }],
    live: [...app('web:1'), { container: 'a', image: 'a:latest' }],
    raises: ['image-moves warning', 'image-moves refused'],
  },
])('$name: $raises', ({ proposed, live, raises }) => {
  expect(checkResults(runCheck(imageMoves, subject(proposed, live)))).toStrictEqual(raises)
})

test('a refusal says which container, which image, why, and what to do', () => {
  expect(runCheck(imageMoves, subject(app('web:latest'), []))).toEqual([
    {
      id: 'image-moves',
      result: 'refused',
      text: 'container app: web:latest has the tag latest, which moves: the same revision could run other software tomorrow',
      next: 'Give app an image with a tag that is pushed once (the commit), or a digest.',
    },
  ])
})
