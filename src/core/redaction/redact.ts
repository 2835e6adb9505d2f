import { stripControlCharacters } from '../text/control-characters.js'
import { hiddenSpans, lastHiddenSpan } from './hidden-index.js'
import { maskSecrets } from './mask-secrets.js'
import { maskSpans } from './span.js'
import { maskUnfinished } from './unfinished-secret.js'

/** Far more than any report shows of a text. */
export const longestText = 16_384

/** Takes whole texts only: a text that we cut can end in part of a secret, which no pattern finds. */
export function redact(text: string, hidden: readonly string[]): string {
  const shown = withoutValues(bounded(text), hidden)
  const clean = stripControlCharacters(shown)
  // A control character may have split a value.
  return maskSecrets(clean === shown ? shown : withoutValues(clean, hidden))
}

/** With the beginning of a value where AWS cut the text. */
function withoutValues(text: string, hidden: readonly string[]): string {
  return maskSpans(text, hiddenSpans(text, hidden))
}

/** Hides only the beginning of a secret where AWS cut the text. The rest is to be redacted before it is shown. */
export function hideCutEnd(text: string, hidden: readonly string[]): string {
  const span = lastHiddenSpan(text, hidden)
  return maskUnfinished(span ? maskSpans(text, [span]) : text)
}

/** Drops the word at the cut, which may be the beginning of a secret. */
function bounded(text: string): string {
  if (text.length <= longestText) return text
  const cut = text.slice(0, longestText)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestText / 2))}…`
}
