import { expect, test } from '@jest/globals'
import { Images } from '../../../simulator/ecs/resources/images.js'

test('a further tag means the same image, in every repository that has the first one', () => {
  const images = new Images(() => 0)
  const crashing = { exitsAfterSeconds: 1 }
  images.add('web:9be21c4', {})
  images.add('worker:9be21c4', crashing)
  images.add('api:1f3c9e0', {})

  images.addTag('9be21c4', 'v1.4.2')

  expect(images.find('web:v1.4.2')?.digest).toBe(images.find('web:9be21c4')?.digest)
  expect(images.find('worker:v1.4.2')?.software).toBe(crashing)
  expect(images.find('web:9be21c4')).toBeDefined()
  expect(images.find('api:v1.4.2')).toBeUndefined()
})

test('an image that a lifecycle policy deleted has no tags and no digest, but tasks that pulled it keep it', () => {
  const images = new Images(() => 0)
  const { digest } = images.add('web:1f3c9e0', {})
  images.addTag('1f3c9e0', 'v1')
  images.add('web:9be21c4', { exitsAfterSeconds: 1 })
  images.expire('web:1f3c9e0')
  const references = ['web:1f3c9e0', 'web:v1', `web@${digest}`]
  expect(references.map(reference => images.find(reference))).toStrictEqual([undefined, undefined, undefined])
  expect(images.find('web:9be21c4')).toBeDefined()
  expect(images.pulled('web:1f3c9e0')?.digest).toBe(digest)
})
