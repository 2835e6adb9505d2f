/** Renders Mermaid diagrams as GitHub does: in the page's theme, without scripting. */

/** The same version as in package.json. */
const remote = 'https://cdn.jsdelivr.net/npm/mermaid@11.17.2/dist/mermaid.esm.min.mjs'

const draw = `
const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default'
mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme })
await mermaid.run()`

/** Without the script, the page fetches Mermaid when it opens. */
export function diagramScripts(mermaid: string | undefined): string {
  return mermaid === undefined
    ? `<script type="module">\nimport mermaid from '${remote}'${draw}\n</script>`
    : `<script>${mermaid.replaceAll('</script', '<\\/script')}</script>\n<script type="module">${draw}\n</script>`
}
