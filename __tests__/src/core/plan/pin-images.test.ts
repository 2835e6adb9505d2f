import { expect, test } from '@jest/globals'
import { pinImages } from '../../../../src/core/plan/pin-images.js'
import { imagesOf } from '../../../../src/core/task-definition/task-definition.js'
import { denied, digest, found, inEcr, stored } from '../../../support/image-builders.js'

const other = `sha256:${'0'.repeat(64)}`

test.each([
  { name: 'a tag', image: inEcr('web:1'), registry: stored(), is: inEcr(`web@${digest}`) },
  { name: 'no tag', image: inEcr('team/web'), registry: stored(), is: inEcr(`team/web@${digest}`) },
  { name: 'a digest', image: inEcr(`web@${other}`), registry: stored(), is: inEcr(`web@${other}`) },
  { name: 'a tag and a digest', image: inEcr(`web:1@${other}`), registry: stored(), is: inEcr(`web@${other}`) },
  { name: 'the same elsewhere', image: `ghcr.io/acme/web:1@${other}`, registry: undefined, is: `ghcr.io/acme/web@${other}` },
  { name: 'what may not be read', image: inEcr('web:1'), registry: denied, is: inEcr('web:1') },
  { name: 'what does not exist', image: inEcr('web:1'), registry: found({ kind: 'no-image' }), is: inEcr('web:1') },
  { name: 'a tag elsewhere', image: 'nginx:1', registry: undefined, is: 'nginx:1' },
  { name: 'no reference', image: '<IMAGE>', registry: undefined, is: '<IMAGE>' },
])('$name becomes $is', ({ image, registry, is }) => {
  const definition = { containerDefinitions: [{ name: 'app', image, cpu: 1 }] }
  const images = new Map(registry ? [[image, registry]] : [])
  expect(imagesOf(pinImages(definition, 'digest', { images }))[0]?.image).toBe(is)
  expect(pinImages(definition, 'immutable', { images })).toBe(definition)
}) // biome-ignore format: one table
