import { quote } from '../core/errors/problem.js'
import { redact } from '../core/redaction/redact.js'
import type { Report } from './input-row.js'

/** GitHub takes no others. */
export function parseUrl(value: string, report: Report): string | undefined {
  const url = value.trim()
  if (!/^https?:\/\/[^\s/]\S*$/.test(url)) {
    report(`${quote(url)} is not a URL that begins with https:// or http://`)
    return undefined
  }
  if (isShowable(url)) return url
  report(
    'contains what looks like a password or a token, and GitHub shows this address to everybody: write it without',
  )
  return undefined
}

/** GitHub shows it. */
export function parseEnvironment(value: string, report: Report): string | undefined {
  const name = value.trim()
  if (isShowable(name)) return name
  report('looks like a secret, and GitHub would show it: set the name of an environment')
  return undefined
}

function isShowable(text: string): boolean {
  return redact(text, []) === text
}
