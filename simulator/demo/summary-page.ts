/**
 * A job summary as a page of its own, much as GitHub shows it: its Markdown, its style, folds, tables and diagrams.
 * Knows Markdown and HTML, nothing of what a summary says. Whatever the summary holds, no script of it runs.
 */
import { Marked } from 'marked'

export interface SummaryPage {
  readonly title: string
  readonly markdown: string
  /** CSS with the classes of GitHub's own Markdown. */
  readonly style: string
}

/** The page works without a network; then diagrams stay the text that they are made from. */
const mermaid = 'https://cdn.jsdelivr.net/npm/mermaid@11/dist/mermaid.esm.min.mjs'

const layout = `
body { margin: 0; padding: 32px; }
@media (prefers-color-scheme: dark) { body { background: #0d1117; } }
.markdown-body { max-width: 980px; margin: 0 auto; }
.note { max-width: 980px; margin: 0 auto 16px; font: 12px sans-serif; color: #6e7781; }
`

export function summaryPage({ title, markdown, style }: SummaryPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${asText(title)}</title>
<style>
${style.replaceAll('</', '<\\/')}
${layout}</style>
</head>
<body>
<p class="note">${asText(title)}: the job summary, much as GitHub shows it. Diagrams are drawn by Mermaid from cdn.jsdelivr.net; without a network they are shown as text.</p>
<article class="markdown-body">
${render(markdown)}</article>
<script type="module">
import mermaid from '${mermaid}'
mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' })
await mermaid.run()
</script>
</body>
</html>
`
}

/** https://github.github.com/gfm/, and of HTML only the tags that summaries use. */
function render(markdown: string): string {
  const renderer = new Marked({ gfm: true, async: false })
  renderer.use({
    renderer: {
      html: ({ text }) => allowed(text),
      code: ({ text, lang }) => (lang === 'mermaid' ? `<pre class="mermaid">${asText(text)}</pre>\n` : false),
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens)
        return /^https?:\/\//i.test(href) ? `<a href="${asText(href)}" rel="nofollow">${text}</a>` : text
      },
      image: ({ text }) => asText(text),
    },
  })
  return renderer.parse(markdown) as string
}

/** These tags, without attributes; all others are shown as text. */
function allowed(html: string): string {
  return html
    .split(/(<\/?(?:details|summary|br)>)/)
    .map((part, nth) => (nth % 2 === 1 ? part : part.replaceAll('<', '&lt;').replaceAll('>', '&gt;')))
    .join('')
}

function asText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
