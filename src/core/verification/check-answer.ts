/** Whether one answer is the expected one. Of its text only a short line is shown. */
import type { UrlOptions } from '../options/verify-options.js'
import { redact } from '../redaction/redact.js'
import { showInvisible } from '../text/invisible.js'
import { truncate } from '../text/truncate.js'
import { shownUrl } from './shown-url.js'
import type { WebAnswer } from './web-answer.js'

export type CheckedAnswer =
  | { readonly kind: 'expected' }
  | { readonly kind: 'redirected'; readonly to: string }
  | { readonly kind: 'unexpected'; readonly reason: string; readonly isReached: boolean }

export interface AnswerContext {
  readonly options: UrlOptions
  /** the address that answered, after redirects */
  readonly url: string
  /** followed so far */
  readonly redirects: number
  /** values to redact */
  readonly secrets: readonly string[]
}

export const maxRedirects = 5

const redirects = [301, 302, 303, 307, 308]

export function checkAnswer(answer: WebAnswer, context: AnswerContext): CheckedAnswer {
  const { options, secrets } = context
  if (answer.kind === 'unanswered')
    return { kind: 'unexpected', reason: short(answer.reason, secrets), isReached: answer.isReached }
  const { body, location, status } = answer
  if (status !== options.status) {
    if (redirects.includes(status) && location !== undefined) return redirected(location, status, context)
    return unexpected(`${status} instead of ${options.status}${quoted(body, secrets)}`)
  }
  if (options.contains === undefined || body.includes(options.contains)) return { kind: 'expected' }
  const wanted = short(options.contains, secrets)
  return unexpected(`${status}, but without the text "${wanted}"${quoted(body, secrets)}`)
}

/** Another host could be anything, such as the page to log in. */
function redirected(location: string, status: number, { url, redirects }: AnswerContext): CheckedAnswer {
  const from = new URL(url)
  const to = URL.parse(location, url)
  if (!to || !/^https?:$/.test(to.protocol))
    return unexpected(`${status} to an address that is neither https:// nor http://`)
  if (to.hostname !== from.hostname)
    return unexpected(`${status} to ${shownName(to)}, another host, which is not followed`)
  if (from.protocol === 'https:' && to.protocol === 'http:')
    return unexpected(`${status} from https:// to http://, which is not followed`)
  if (to.username !== '' || to.password !== '')
    return unexpected(`${status} to an address with credentials, which is not followed`)
  if (redirects >= maxRedirects) return unexpected(`more than ${maxRedirects} redirects`)
  to.hash = ''
  return { kind: 'redirected', to: to.href }
}

/** A path of another host can be as secret as its query. */
function shownName(to: URL): string {
  return truncate(redact(shownUrl(to.origin), []), longestLine)
}

function unexpected(reason: string): CheckedAnswer {
  return { kind: 'unexpected', reason, isReached: true }
}

/** characters */
const longestLine = 120

/** A page can have much before its first word. */
const searched = 2_000

function quoted(body: string, secrets: readonly string[]): string {
  const text = redact(body, secrets)
    .slice(0, searched)
    .replace(/<[^<>]*>?/g, ' ')
  const line = text
    .split(/[\r\n]+/)
    .map(one => showInvisible(one).replace(/\s+/g, ' ').trim())
    .find(one => one !== '')
  return line === undefined ? '' : `: "${truncate(line, longestLine)}"`
}

function short(text: string, secrets: readonly string[]): string {
  return truncate(showInvisible(redact(text, secrets)).replace(/\s+/g, ' ').trim(), longestLine)
}
