import { describe, expect, test } from '@jest/globals'
import { checkImages } from '../../../../src/core/checks/images.js'
import type { JsonObject } from '../../../../src/core/json.js'
import type { ContainerImage } from '../../../../src/core/task-definition/task-definition.js'
import { aSubject, raised } from '../../../support/check-builders.js'
import { aService } from '../../../support/service-builders.js'

const app = (image: string) => [{ container: 'app', image }]

const running = (images: readonly ContainerImage[]): JsonObject => ({
  containerDefinitions: images.map(({ container, image }) => ({ name: container, image })),
})

const subject = (proposed: readonly ContainerImage[], live: readonly ContainerImage[]) =>
  aSubject({ definition: running(proposed), observed: { service: aService(), live: running(live) } })

describe('images', () => {
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
      proposed: [
        ...app('web:2'),
        { container: 'a', image: 'a:latest' },
        { container: 'b', image: 'b:latest' },
      ],
      live: [...app('web:1'), { container: 'a', image: 'a:latest' }],
      raises: ['image-moves warning', 'image-moves refused'],
    },
  ])('$name: $raises', ({ proposed, live, raises }) => {
    expect(raised(checkImages(subject(proposed, live)))).toStrictEqual(raises)
  })

  test('a refusal says which container, which image, why, and what to do', () => {
    expect(checkImages(subject(app('web:latest'), []))).toStrictEqual([
      {
        id: 'image-moves',
        result: 'refused',
        text: 'container app: web:latest has the tag latest, which moves: the same revision could run other software tomorrow',
        next: 'Give app an image with a tag that is pushed once (the commit), or a digest.',
      },
    ])
  })
})
