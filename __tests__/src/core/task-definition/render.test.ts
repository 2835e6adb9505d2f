import { expect, test } from '@jest/globals'
import type { ImageOverride } from '../../../../src/core/task-definition/render.js'
import { render } from '../../../../src/core/task-definition/render.js'
import { definitionOverrides } from '../../../support/option-builders.js'

const base = {
  cpu: '256',
  containerDefinitions: [
    { image: 'web:1', name: 'app', unheardOf: true },
    { name: 'envoy', image: 'envoy:1' },
  ],
  family: 'web',
}
const wanting = (images: readonly ImageOverride[]) => ({ images, overrides: definitionOverrides(), tags: [] })
const image = (container: string, image: string, input = 'images') => ({ container, image, input })

test('images go where the inputs say; everything else stays, including the order', () => {
  const rendering = render(base, wanting([image('envoy', 'envoy:2'), image('app', 'web:2')]))
  expect(JSON.stringify(rendering)).toBe(
    JSON.stringify({
      kind: 'rendered',
      definition: {
        cpu: '256',
        containerDefinitions: [
          { image: 'web:2', name: 'app', unheardOf: true },
          { name: 'envoy', image: 'envoy:2' },
        ],
        family: 'web',
      },
    }),
  )
})

test.each([
  { name: 'without overrides the definition is the same', given: base },
  { name: 'also where it has no containers at all', given: { family: 'web' } },
  { name: 'also if its containers are not a list', given: { containerDefinitions: { name: 'app' } } },
])('$name', ({ given }) => {
  expect(render(given, wanting([]))).toStrictEqual({ kind: 'rendered', definition: given })
})

test.each([
  {
    name: 'a missing container, with a suggestion',
    given: base,
    overrides: [image('ap', 'web:2', 'container-name')],
    problems: [
      {
        subject: 'container-name',
        text: '"ap" is not a container of the task definition; did you mean app?',
      },
    ],
  },
  {
    name: 'every one of them, each under its input',
    given: base,
    overrides: [image('zebra', 'web:2'), image('app', 'web:2'), image('yak', 'web:2', 'container-name')],
    problems: [
      { subject: 'images', text: '"zebra" is not a container of the task definition; it has app and envoy' },
      {
        subject: 'container-name',
        text: '"yak" is not a container of the task definition; it has app and envoy',
      },
    ],
  },
  {
    name: 'a definition without containers',
    given: { family: 'web' },
    overrides: [image('app', 'web:2')],
    problems: [{ subject: 'images', text: '"app" is not a container of the task definition; it has none' }],
  },
])('$name', ({ given, overrides, problems }) => {
  expect(render(given, wanting(overrides))).toStrictEqual({ kind: 'problems', problems })
})
