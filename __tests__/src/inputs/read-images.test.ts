import { expect, test } from '@jest/globals'
import { readInputs } from '../../../src/inputs/read-inputs.js'

const dollar = '$'
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`
const bare = `"${digest}" is a digest without its repository: use repository@sha256:…`

const image = (value: string) => ({ 'container-name': 'app', image: value })

test.each<{ name: string; raw: Readonly<Record<string, string>>; says: string }>([
  { name: 'a bare digest', raw: image(digest), says: `image ${bare}` },
  { name: 'a bare digest for one of several containers', raw: { images: `app=${digest}` }, says: `images ${bare}` },
  { name: 'capitals', raw: image('Web:1'), says: 'image "Web:1" has capitals in its repository: write the repository in lower case' },
  { name: 'half a variable', raw: image('web:$'), says: 'image "web:$" has a character in its tag that a tag cannot contain: use a tag of letters, digits, -, _ and . (a branch name often has others)' },
  { name: 'a variable of a shell', raw: image('web:$TAG'), says: `image "web:$TAG" contains the placeholder $TAG, which nothing has replaced: use an expression of GitHub such as ${dollar}{{ env.TAG }}, since only these are replaced in inputs` },
  { name: 'a line without a container', raw: { images: 'web:1' }, says: 'images line 1 ("web:1") is not container=image' },
  { name: 'a line with an empty container', raw: { images: '=web:1' }, says: 'images line 1 ("=web:1") is not container=image' },
  { name: 'a line without an image', raw: { images: 'app=' }, says: 'images line 1 has no image for app: set it, or remove the line if the image is to stay' },
  { name: 'the rest of a wrapped secret', raw: { images: 'app=web:1\nx39JsJhQQ79pu==' }, says: 'images line 2 looks like the end of a value that was wrapped: write the value on one line (`base64 -w0`, `openssl rand -base64 64 | tr -d \'\\n\'`), or keep it in Secrets Manager or Parameter Store and name it in secrets' },
  { name: 'two signs', raw: { images: 'app=a=b' }, says: 'images "a=b" has a character in its repository that a repository cannot contain: use lower-case letters, digits, -, _, . and /' },
])('$name', ({ raw, says }) => {
  const given: Readonly<Record<string, string>> = { service: 'web', ...raw }
  const { problems } = readInputs(name => given[name] ?? '')
  expect(problems.map(({ subject, text }) => `${subject} ${text}`)).toStrictEqual([says])
}) // biome-ignore format: one table
