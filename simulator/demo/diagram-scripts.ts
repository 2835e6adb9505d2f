/**
 * How a page draws its Mermaid diagrams, as GitHub does: in the theme of the page, and with nothing in them that runs.
 * Knows where Mermaid comes from, not what the diagrams show.
 */

/** The version of package.json: what is drawn with a network is what is drawn without one. */
const remote = 'https://cdn.jsdelivr.net/npm/mermaid@11.17.2/dist/mermaid.esm.min.mjs'

const draw = `
const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default'
mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme })
await mermaid.run()`

/** `mermaid` is the text of mermaid.min.js; without it, it is fetched when the page is opened. */
export function diagramScripts(mermaid: string | undefined): string {
  return mermaid === undefined
    ? `<script type="module">\nimport mermaid from '${remote}'${draw}\n</script>`
    : `<script>${mermaid.replaceAll('</script', '<\\/script')}</script>\n<script type="module">${draw}\n</script>`
}
