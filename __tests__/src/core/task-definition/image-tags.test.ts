import { expect, test } from '@jest/globals'
import { imageTagsText, withTag } from '../../../../src/core/task-definition/image-tags.js'
import type { JsonObject } from '../../../../src/core/text/json.js'

const digest = `sha256:${'a'.repeat(64)}`
const runs = (images: Readonly<Record<string, string>>, tags?: string): JsonObject => ({
  containerDefinitions: Object.entries(images).map(([name, image]) => ({ name, image })),
  ...(tags === undefined ? {} : { tags: [{ key: 'ecs-safe-deploy:image-tags', value: tags }] }),
})

test.each<{ name: string; named: JsonObject; registered: JsonObject; known?: JsonObject[]; text?: string }>([
  {
    name: 'a tag that became a digest',
    named: runs({ app: 'web:9be21c4', envoy: 'envoy:v1.30' }),
    registered: runs({ app: `web@${digest}`, envoy: `envoy@${digest}` }),
    text: 'app=9be21c4 envoy=v1.30',
  },
  {
    name: 'a tag that stays',
    named: runs({ app: 'web:9be21c4' }),
    registered: runs({ app: 'web:9be21c4' }),
  },
  {
    name: 'a digest that another revision knows the tag of',
    named: runs({ app: `web@${digest}` }),
    registered: runs({ app: `web@${digest}` }),
    known: [runs({ app: 'web:1' }, 'app=1'), runs({ app: `web@${digest}` }, 'app=1f3c9e0')],
    text: 'app=1f3c9e0',
  },
  {
    name: 'a digest of which nobody knows the tag',
    named: runs({ app: `web@${digest}` }),
    registered: runs({ app: `web@${digest}` }),
    known: [runs({ app: `web@${digest}` })],
  },
])('what a revision remembers: $name', ({ named, registered, known = [], text }) => {
  expect(imageTagsText(named, registered, { known })).toBe(text)
})

test.each([
  { name: 'its tag', image: `ecr/web@${digest}`, tags: 'app=9be21c4', is: `ecr/web:9be21c4@${digest}` },
  { name: 'that of another container', image: `web@${digest}`, tags: 'envoy=v1', is: `web@${digest}` },
  { name: 'one that is none', image: `web@${digest}`, tags: 'app=`x`', is: `web@${digest}` },
  { name: 'none, as it has one', image: 'web:1', tags: 'app=2', is: 'web:1' },
])('an image gets back $name', ({ image, tags, is }) => {
  const definition = runs({ app: image }, tags)
  expect(withTag({ container: 'app', image }, definition).image).toBe(is)
})
