/** Images outside of Amazon ECR: the tasks need credentials, and no permission of ECR helps. */
import { expect, test } from '@jest/globals'
import { playWeb } from '../support/web-stories.js'

test.each([
  {
    image: 'octo/shop:9be21c4',
    why: 'docker.io has no public image octo/shop: the name is wrong, or it is private',
  },
  {
    image: 'ghcr.io/octo/shop:9be21c4',
    why: 'ghcr.io has no public image ghcr.io/octo/shop: the name is wrong, or it is private',
  },
  {
    image: 'shop.jfrog.io/docker/shop:9be21c4',
    why: 'shop.jfrog.io has no public image shop.jfrog.io/docker/shop: the name is wrong, or it is private',
  },
])('$image, without repositoryCredentials: the report says so', async ({ image, why }) => {
  const { outputs, log } = await playWeb({ inputs: { image } })
  expect(outputs).toMatchObject({ outcome: 'rolled-back', 'failure-class': 'image-pull' })
  const text = log.join('\n')
  expect(text).toContain(why)
  expect(text).toMatch(/or set repositoryCredentials to a Secrets Manager secret/)
  expect(text).not.toMatch(/ecr:/)
})
