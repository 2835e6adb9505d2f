import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { summaryPage } from '../../../simulator/demo/summary-page.js'
import { summarize } from '../../../src/report/summary/summary.js'
import { anOutcomeWithText, untrustedText } from '../../support/untrusted-text.js'

const style = '.markdown-body { color: #1f2328 }'
const pageOf = (markdown: string) => summaryPage({ title: 'a story', markdown, style })

/** What the page makes of this Markdown. */
function body(markdown: string): string {
  return /<article class="markdown-body">\n([\s\S]*)<\/article>/.exec(pageOf(markdown))?.[1]?.trim() ?? ''
}

/** The tags of a piece of HTML that do not close again in order, and those that are open in the end. */
function unbalanced(html: string): string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (['br', 'hr', 'input', 'meta'].includes(name)) continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) wrong.push(name)
  }
  return [...wrong, ...open]
}

test.each([
  {
    name: 'a table',
    markdown: '| a |\n| --- |\n| `b` |',
    html: /<th>a<\/th>[\s\S]*<td><code>b<\/code><\/td>/,
  },
  {
    name: 'a fold, with Markdown inside',
    markdown: '<details><summary>Why &amp; how</summary>\n\n- **b**\n\n</details>',
    html: /^<details><summary>Why &amp; how<\/summary>\s*<ul>\s*<li><strong>b<\/strong><\/li>\s*<\/ul>\s*<\/details>$/,
  },
  { name: 'an emoji', markdown: '### ❌ web', html: /^<h3>❌ web<\/h3>$/ },
  {
    name: 'a diagram',
    markdown: '```mermaid\ngantt\n  a --> b\n```',
    html: /^<pre class="mermaid">gantt\n {2}a --&gt; b<\/pre>$/,
  },
  { name: 'a line break in a cell', markdown: '| a<br>b |\n| --- |', html: /<th>a<br>b<\/th>/ },
  {
    name: 'a link',
    markdown: '[`web:8`](https://console.aws.amazon.com/x?a=1&b=2)',
    html: /<a href="https:\/\/console\.aws\.amazon\.com\/x\?a=1&amp;b=2" rel="nofollow"><code>web:8<\/code><\/a>/,
  },
])('$name looks as on GitHub', ({ markdown, html }) => {
  expect(body(markdown)).toMatch(html)
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/pixel.png)',
  'a <svg/onload=alert(1)> b',
  '```mermaid\n</pre><script>alert(1)</script>\n```',
  '```js\n</code></pre><script>alert(1)</script>\n```',
  '<a href="javascript:alert(1)">x</a>',
])('%s runs and loads nothing', markdown => {
  const html = body(markdown)
  expect(html).not.toMatch(
    /<(?:script|img|svg|iframe|a)\b|<[a-z]+ [^>]*\bon[a-z]+=|<[a-z]+ [^>]*href="javascript/i,
  )
  expect(html).toMatch(/alert|^<p>x<\/p>$/)
})

test('a summary full of hostile texts stays one document with the one script of the page', () => {
  const page = pageOf(summarize(anOutcomeWithText(untrustedText), { run: {}, history: undefined }))
  expect(page.match(/<script/g)).toHaveLength(1)
  expect(unbalanced(page)).toStrictEqual([])
})

test.each(['rolled-back', 'planned', 'succeeded', 'failed-first', 'unknown'])(
  'the page of %s closes what it opens, and keeps every fold and table',
  name => {
    const markdown = readFileSync(`__tests__/golden/${name}.md`, 'utf8')
    const page = pageOf(markdown)
    expect(unbalanced(page)).toStrictEqual([])
    expect(page.match(/<details>/g)?.length).toBe(markdown.match(/^<details>/gm)?.length)
    expect(page.match(/<table>/g)?.length).toBe(markdown.match(/^\| --- /gm)?.length)
    expect(page).not.toMatch(/\*\*|\| --- /)
  },
)

test('the style is in the page, and cannot end its own element', () => {
  const page = summaryPage({ title: '<b>', markdown: '', style: 'a::before { content: "</style>" }' })
  expect(page).toContain('<title>&lt;b&gt;</title>')
  expect(page.match(/<\/style>/g)).toHaveLength(1)
})

test('the page contains a given Mermaid script, which cannot end its own element', () => {
  const page = summaryPage({ title: 'a story', markdown: '', style, mermaid: 'x = "</script><b>"' })
  expect(page).toContain('<script>x = "<\\/script><b>"</script>')
  expect(page).not.toContain('cdn.jsdelivr.net')
})

test('without a script the page fetches Mermaid, in the version that is installed here', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(pageOf('')).toContain(
    `import mermaid from 'https://cdn.jsdelivr.net/npm/mermaid@${devDependencies.mermaid}/`,
  )
  expect(pageOf('')).toContain('without a network they are shown as text')
})
