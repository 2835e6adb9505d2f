/** The few pieces of GitHub Markdown that reports use, closed against what other people's texts may hold. */
import { truncate } from '../../core/text/truncate.js'

/** Prose from elsewhere: nothing in it is read as markup, and it stays on one line. */
export function plain(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[\\`*_[\]|~#$]/g, '\\$&')
      .replace(/@/g, '&#64;')
      // Bare addresses become links, too.
      .replace(/:\/\//g, '\\://')
      .replace(/\bwww\./gi, match => `${match.slice(0, 3)}\\.`)
  )
}

/**
 * A text in which GitHub finds no mentions, issues and commits: an invisible space is in each of them. Backslashes and
 * entities do not help, because GitHub searches the rendered text.
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
export function unlink(text: string): string {
  return text
    .replace(/[@#]/g, '$&\u200b')
    .replace(/\bgh-(?=\d)/gi, '$&\u200b')
    .replace(/\b[0-9a-f]{7,}\b/gi, hex => (isCommit(hex) ? hex.replace(/.{6}(?=.)/g, '$&\u200b') : hex))
}

/** Digits alone are an account or a count. */
function isCommit(hex: string): boolean {
  return /[a-f]/i.test(hex) || hex.length === 40
}

/** Prose for a comment. */
export function unlinked(text: string): string {
  return plain(unlink(text))
}

/**
 * Prose for a comment whose images, revisions and commits can be copied as they are: in code style nothing becomes a
 * link, so that nothing invisible has to stand in them.
 */
export function copyable(text: string): string {
  const words = text.split(/\s+/).map(word => {
    const [, before = '', name = '', after = ''] = /^(["(]*)(.*?)([")\]…,;:.!?]*)$/.exec(word) ?? []
    return isReference(name) || (/^[0-9a-f]{7,40}$/.test(name) && isCommit(name))
      ? `${unlinked(before)}${code(name)}${unlinked(after)}`
      : unlinked(word)
  })
  return words.join(' ')
}

/** `web:7`, `host:5000/web:9be21c4`, `web@sha256:…` */
function isReference(word: string): boolean {
  return /^[a-z\d][\w./-]*(?::\d+\/[\w./-]+)?(?::[\w.-]+|(?::[\w.-]+)?@sha256:[0-9a-f]{64})$/i.test(word)
}

/** A name or value in code style. A backtick or a line break cannot be inside, a pipe would end a table cell. */
export function code(text: string): string {
  const safe = text.replace(/\s+/g, ' ').trim().replaceAll('`', "'").replaceAll('|', '\\|')
  return safe === '' ? '' : `\`${safe}\``
}

/** Rows whose cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A part that is folded until somebody opens it. Its title is text: Markdown is not read inside of <summary>. */
export function fold(title: string, body: string): string {
  const safe = title.replace(/\s+/g, ' ').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return `<details><summary>${safe}</summary>\n\n${body}\n\n</details>`
}

export function bullets(items: readonly string[]): string {
  return items.map(item => `- ${item}`).join('\n')
}

/** A text that leads somewhere; without an address only the text. The address is one of ours, never somebody else's. */
export function link(text: string, url: string | undefined): string {
  return url ? `[${code(text)}](${url})` : code(text)
}

/** Lines as they are, in a block that none of them can end: its fence is longer than any run of backticks in it. */
export function fence(lines: readonly string[], language = ''): string {
  const longest = Math.max(2, ...lines.flatMap(line => (line.match(/`+/g) ?? []).map(({ length }) => length)))
  const ticks = '`'.repeat(longest + 1)
  return [`${ticks}${language}`, ...lines, ticks].join('\n')
}

/** Parts as paragraphs, in their order, as long as there is room: what is left out is said. */
export function join(parts: readonly string[], mostBytes: number): string {
  const rest = 'The rest is left out: there is no room for it.'
  const kept: string[] = []
  let bytes = byteLength(rest)
  for (const part of parts) {
    bytes += byteLength(part) + 2
    if (bytes > mostBytes) return [...kept, rest].join('\n\n')
    kept.push(part)
  }
  return kept.join('\n\n')
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

/** The most characters of one text in a list: some reasons quote whole documents. */
const longest = 600

export function cut(text: string): string {
  return truncate(text, longest)
}
