/** The headings of a Markdown text, and the anchors that GitHub gives them. */
export interface Heading {
  readonly level: number
  readonly text: string
  readonly anchor: string
}

export function headingsOf(markdown: string): readonly Heading[] {
  return [...withoutCode(markdown).matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', text = '']) => ({
    level: marks.length,
    text,
    anchor: text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-'),
  }))
}

/** In a code block, a line with # is a comment. */
export function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^```[\s\S]*?^```$/gm, '')
}
