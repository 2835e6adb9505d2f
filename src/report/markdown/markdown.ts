/** GitHub Markdown, safe for untrusted text. */
import { truncate } from '../../core/text/truncate.js'

/** One line of untrusted prose, without markup. */
export function plain(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[\\`*_[\]|~#$]/g, '\\$&')
      .replace(/@/g, '&#64;')
      // GitHub links bare addresses, too.
      .replace(/:\/\//g, '\\://')
      .replace(/\bwww\./gi, match => `${match.slice(0, 3)}\\.`)
  )
}

/**
 * Puts an invisible space into mentions, issues and commits. GitHub searches the rendered text, so backslashes and
 * entities do not help.
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

export function unlinked(text: string): string {
  return plain(unlink(text))
}

/**
 * Prose in which images, revisions and commits are code, which GitHub does not link, so that they can be copied without
 * invisible spaces.
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

function isReference(word: string): boolean {
  return /^[a-z\d][\w./-]*(?::\d+\/[\w./-]+)?(?::[\w.-]+|(?::[\w.-]+)?@sha256:[0-9a-f]{64})$/i.test(word)
}

/** A code span cannot hold a backtick or a line break; a pipe would end the table cell. */
export function code(text: string): string {
  const safe = text.replace(/\s+/g, ' ').trim().replaceAll('`', "'").replaceAll('|', '\\|')
  return safe === '' ? '' : `\`${safe}\``
}

/** Cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** <summary> does not render Markdown, so the title is plain text. */
export function fold(title: string, body: string): string {
  const safe = title.replace(/\s+/g, ' ').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return `<details><summary>${safe}</summary>\n\n${body}\n\n</details>`
}

export function bullets(items: readonly string[]): string {
  return items.map(item => `- ${item}`).join('\n')
}

/** `url` must be one of ours. */
export function link(text: string, url: string | undefined): string {
  return url ? `[${code(text)}](${url})` : code(text)
}

/** The fence is longer than any run of backticks inside. */
export function fence(lines: readonly string[], language = ''): string {
  const longest = Math.max(2, ...lines.flatMap(line => (line.match(/`+/g) ?? []).map(({ length }) => length)))
  const ticks = '`'.repeat(longest + 1)
  return [`${ticks}${language}`, ...lines, ticks].join('\n')
}

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

/** Characters. Some reasons quote whole documents. */
const longest = 600

export function cut(text: string): string {
  return truncate(text, longest)
}
