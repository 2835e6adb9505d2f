/** A job summary as a standalone HTML page, similar to GitHub's. Its scripts never run. */
import { Marked } from 'marked'
import { diagramScripts } from './diagram-scripts.js'

export interface SummaryPage {
  readonly title: string
  readonly markdown: string
  readonly style: string
  /** Without it, the page fetches Mermaid. */
  readonly mermaid?: string | undefined
}

const layout = `
body { margin: 0; padding: 32px; }
@media (prefers-color-scheme: dark) { body { background: #0d1117; } }
.markdown-body { max-width: 980px; margin: 0 auto; }
.markdown-body pre.mermaid[data-processed] { padding: 0; background: none; text-align: center; }
.note { max-width: 980px; margin: 0 auto 16px; font: 12px sans-serif; color: #6e7781; }
`

const fetchedNote =
  ' Diagrams are drawn by Mermaid from cdn.jsdelivr.net; without a network they are shown as text.'

export function summaryPage({ title, markdown, style, mermaid }: SummaryPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>
${style.replaceAll('</', '<\\/')}
${layout}</style>
</head>
<body>
<p class="note">${escapeHtml(title)}: the job summary, much as GitHub shows it.${mermaid === undefined ? fetchedNote : ''}</p>
<article class="markdown-body">
${render(markdown)}</article>
${diagramScripts(mermaid)}
</body>
</html>
`
}

/** https://github.github.com/gfm/, with only the HTML tags that summaries use. */
function render(markdown: string): string {
  const renderer = new Marked({ gfm: true, async: false })
  renderer.use({
    renderer: {
      html: ({ text }) => sanitizeHtml(text),
      code: ({ text, lang }) =>
        lang === 'mermaid' ? `<pre class="mermaid">${escapeHtml(text)}</pre>\n` : false,
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens)
        return /^https?:\/\//i.test(href) ? `<a href="${escapeHtml(href)}" rel="nofollow">${text}</a>` : text
      },
      image: ({ text }) => escapeHtml(text),
    },
  })
  return renderer.parse(markdown) as string
}

/** Keeps these tags without attributes. */
function sanitizeHtml(html: string): string {
  return html
    .split(/(<\/?(?:details|summary|br)>)/)
    .map((part, nth) => (nth % 2 === 1 ? part : part.replaceAll('<', '&lt;').replaceAll('>', '&gt;')))
    .join('')
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
