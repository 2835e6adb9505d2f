/** Secrets by their form, cut at the end of a text: AWS cuts reasons after 255 or 1,024 characters. */

import { possibleEnds } from './span.js'

/** The beginnings of `secretPatterns`. */
const beginning =
  /(?<![A-Za-z\d])(?:(?:AKIA|ASIA)[A-Z2-7\d]{4,15}|gh[pousr]_[A-Za-z\d]{4,35}|github_pat_\w{4,21}|gl(?:pat|dt|rt|cbt|ptt|soat)-[\w-]{4,19}|(?:xox[abeprs]|xapp)-[\w-]{4,9}|(?:[rs]k_(?:live|test)|whsec)_\w{4,9}|AIza[\w-]{4,34}|npm_[A-Za-z\d]{4,35}|SG\.[\w-]{4,100}(?:\.[\w-]{0,15})?)$/

const jsonWebToken = /(?<![\w-])eyJ[\w-]{5,}(?:\.[\w-]*){0,2}$/

/** Behind `://`. Not a port, and not the address `[::1]`. */
const password = /^[^/?#:@[]*:(?!\d{1,5}$)(?<password>[^/@]+)$/

const longestWord = 4_000

export function maskUnfinished(text: string): string {
  const end = Math.min(...possibleEnds(text))
  const least = Math.max(0, end - longestWord)
  let start = end
  while (start > least && !/\s/.test(text.charAt(start - 1))) start--
  const word = text.slice(start, end)
  const secret = beginning.exec(word)?.[0] ?? jsonWebToken.exec(word)?.[0] ?? passwordIn(word)
  return secret === undefined ? text : `${text.slice(0, end - secret.length)}***${text.slice(end)}`
}

function passwordIn(word: string): string | undefined {
  const authority = word.lastIndexOf('://')
  return authority < 0 ? undefined : password.exec(word.slice(authority + 3))?.groups?.password
}
