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

test('images are put in where they are asked for; all else stays, order included', () => {
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
  { name: 'also where its containers are no list', given: { containerDefinitions: { name: 'app' } } },
])('$name', ({ given }) => {
  expect(render(given, wanting([]))).toStrictEqual({ kind: 'rendered', definition: given })
})

test.each([
  {
    name: 'a container that is not there, with what was meant',
    given: base,
    overrides: [image('ap', 'web:2', 'container-name')],
    problems: [
      {
        subject: 'container-name',
        text: '"ap" is no container of the task definition; did you mean app? it has app, envoy',
      },
    ],
  },
  {
    name: 'every one of them, each under its input',
    given: base,
    overrides: [image('zebra', 'web:2'), image('app', 'web:2'), image('yak', 'web:2', 'container-name')],
    problems: [
      { subject: 'images', text: '"zebra" is no container of the task definition; it has app, envoy' },
      { subject: 'container-name', text: '"yak" is no container of the task definition; it has app, envoy' },
    ],
  },
  {
    name: 'a definition without containers',
    given: { family: 'web' },
    overrides: [image('app', 'web:2')],
    problems: [{ subject: 'images', text: '"app" is no container of the task definition; it has none' }],
  },
])('$name', ({ given, overrides, problems }) => {
  expect(render(given, wanting(overrides))).toStrictEqual({ kind: 'problems', problems })
})
