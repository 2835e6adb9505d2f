/** GitHub Markdown, safe for untrusted text. */
import { deploymentIdOf, resourceName } from '../../core/ecs/arn.js'
import { redact } from '../../core/redaction/redact.js'
import { shorten } from '../../core/text/truncate.js'

/** Before it is escaped, which would hide a secret from the patterns. */
function oneLine(text: string): string {
  return redact(text, []).replace(/\s+/g, ' ')
}

/** One line of untrusted prose, without markup. */
export function plain(text: string): string {
  return (
    oneLine(text)
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
  return redact(text, [])
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

/** Prose in which images, revisions, commits and tasks are code. */
export function prose(text: string): string {
  return withCode(text, plain)
}

/** The same where GitHub links mentions and commits, except in code: that can be copied without invisible spaces. */
export function copyable(text: string): string {
  return withCode(text, unlinked)
}

function withCode(text: string, show: (word: string) => string): string {
  const words = redact(text, [])
    .split(/\s+/)
    .map(word => {
      const { before, name, after } = unwrapped(word)
      return isReference(name) || (/^[0-9a-f]{7,40}$/.test(name) && isCommit(name))
        ? `${show(before)}${code(name)}${show(after)}`
        : show(word)
    })
  return words.join(' ')
}

/** Without what punctuation puts around it. */
function unwrapped(word: string) {
  let end = word.length
  while (end > 0 && '")]…,;:.!?'.includes(word.charAt(end - 1))) end--
  const start = /^["(]*/.exec(word.slice(0, end))?.[0].length ?? 0
  return { before: word.slice(0, start), name: word.slice(start, end), after: word.slice(end) }
}

function isReference(word: string): boolean {
  if (isElapsed(word)) return false
  if (/^ecs-svc\/\d+$/.test(word)) return true
  return /^[a-z\d][\w./-]*(?::\d+\/[\w./-]+)?(?::[\w.-]+|(?::[\w.-]+)?@sha256:[0-9a-f]{64})$/i.test(word)
}

/** `1:40` */
function isElapsed(word: string): boolean {
  return /^\d+(?::\d\d)+$/.test(word)
}

/** A code span cannot hold a backtick or a line break; a pipe would end the table cell. */
export function code(text: string): string {
  const safe = oneLine(text).trim().replaceAll('`', "'").replaceAll('|', '\\|')
  return safe === '' ? '' : `\`${safe}\``
}

/** Cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** <summary> does not render Markdown, so the title is plain text. */
export function fold(title: string, body: string): string {
  const safe = oneLine(title).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return `<details><summary>${safe}</summary>\n\n${body}\n\n</details>`
}

export function bullets(items: readonly string[]): string {
  return items.map(item => `- ${item}`).join('\n')
}

/** `url` must be one of ours. */
export function link(text: string, url: string | undefined): string {
  return linked(code(text), url)
}

/** By its id, which looks like a secret. */
export function deploymentCode(arn: string, url?: string): string {
  const id = deploymentIdOf(arn)
  return linked(id ? `\`${id}\`` : code(resourceName(arn)), url)
}

/** Addresses contain names, and a name can be a secret by mistake. */
function linked(label: string, url: string | undefined): string {
  return url && redact(url, []) === url ? `[${label}](${url})` : label
}

/** The fence is longer than any run of backticks inside. */
export function fence(lines: readonly string[], language = ''): string {
  const clean = lines.map(line => redact(line, []))
  const longest = Math.max(2, ...clean.flatMap(line => (line.match(/`+/g) ?? []).map(({ length }) => length)))
  const ticks = '`'.repeat(longest + 1)
  return [`${ticks}${language}`, ...clean, ticks].join('\n')
}

export function join(parts: readonly string[], mostBytes: number): string {
  const rest = 'The rest is omitted: it would exceed the size limit.'
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
  return shorten(text, longest)
}
