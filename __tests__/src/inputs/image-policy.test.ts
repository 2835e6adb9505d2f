/** The images that image-policy refuses without a lookup. */
import { expect, test } from '@jest/globals'
import { readInputs } from '../../../src/inputs/read-inputs.js'
import { digest, inEcr } from '../../support/image-builders.js'

const moves = 'use a tag that is pushed only once (such as the commit), or a digest'
const elsewhere = (image: string, host: string, repository: string) =>
  `images "${image}" has no digest, and digests are looked up only in Amazon ECR, not in ${host}: use ${repository}@sha256:…, or an image in Amazon ECR`

test.each<{ policy: string; image: string; says: string[] }>([
  { policy: '', image: 'web:1', says: [] },
  { policy: '', image: 'web', says: [`images "web" has no tag, which means latest: ${moves}`] },
  { policy: 'immutable', image: 'web:main', says: [`images "web:main" has the tag main, which can move: ${moves}`] },
  { policy: 'immutable', image: inEcr('web:latest'), says: [] },
  { policy: 'any', image: 'web', says: [] },
  { policy: 'digest', image: inEcr('web'), says: [] },
  { policy: 'digest', image: `nginx@${digest}`, says: [] },
  { policy: 'digest', image: 'nginx:1', says: [elsewhere('nginx:1', 'docker.io', 'nginx')] },
  { policy: 'digest', image: 'ghcr.io/acme/web:1', says: [elsewhere('ghcr.io/acme/web:1', 'ghcr.io', 'ghcr.io/acme/web')] },
  { policy: 'digest', image: 'Web', says: ['images "Web" has capitals in its repository: write the repository in lower case'] },
  { policy: 'immutible', image: 'web:1', says: ['image-policy "immutible" is not one of immutable, digest, any; did you mean immutable?'] },
])('$policy $image: $says', ({ policy, image, says }) => {
  const given: Readonly<Record<string, string>> = { service: 'web', images: `app=${image}`, 'image-policy': policy }
  const { problems, inputs } = readInputs(name => given[name] ?? '')
  expect(problems.map(({ subject, text }) => `${subject} ${text}`)).toStrictEqual(says)
  expect(inputs.imagePolicy).toBe(['digest', 'any'].includes(policy) ? policy : 'immutable')
}) // biome-ignore format: one table
