/** Advice names pages of this action's docs; a report can link them. */

/** `pages`: URL of this version's docs. Escapes and invisible spaces are those that Markdown text gets. */
export function linkDocs(markdown: string, pages: string | undefined): string {
  if (pages === undefined) return markdown
  return markdown.replace(page, (_, path: string, section: string | undefined) => {
    const anchor = section === undefined ? '' : `#${section}`
    return `[${path}](${pages}/${path}${anchor})`
  })
}

const page = /\b(docs\/[a-z-]+\.md)(?:\\?#\u200b?([a-z-]+))? of this action\b/g
