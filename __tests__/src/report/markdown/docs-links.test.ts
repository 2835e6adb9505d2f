import { expect, test } from '@jest/globals'
import { linkDocs } from '../../../../src/report/markdown/docs-links.js'
import { copyable, plain } from '../../../../src/report/markdown/markdown.js'

const pages = 'https://github.com/octo/ecs-safe-deploy/blob/v1'
const moving =
  'Make the app listen on 5001, or move the port as docs/checks.md#moving-a-port of this action says.'
const linked = `Make the app listen on 5001, or move the port as [docs/checks.md](${pages}/docs/checks.md#moving-a-port) says.`

test.each([
  { name: 'in the summary', markdown: plain(moving), shown: linked },
  { name: 'in the comment', markdown: copyable(moving), shown: linked },
  {
    name: 'a whole page',
    markdown: plain('Allow it as in docs/permissions.md of this action, so that it works.'),
    shown: `Allow it as in [docs/permissions.md](${pages}/docs/permissions.md), so that it works.`,
  },
  { name: 'a page of the user', markdown: plain('docs/checks.md says'), shown: 'docs/checks.md says' },
])('a page becomes a link: $name', ({ markdown, shown }) => {
  expect(linkDocs(markdown, pages)).toBe(shown)
})

test('without a known place of the docs, the text stays', () => {
  expect(linkDocs(plain(moving), undefined)).toBe(plain(moving))
})
