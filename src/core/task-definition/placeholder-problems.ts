/** Lines of the input `placeholders` that do not do what they should. */
import { type Notice, warning } from '../errors/notice.js'
import { type Problem, quote } from '../errors/problem.js'
import { alternatives } from '../text/enumerate.js'
import { isPlaceholder } from './placeholder.js'
import type { Replacement } from './replacement.js'

/** A file in which they were replaced. */
export interface SearchedFile {
  readonly file: string
  /** no value of the file has their text */
  readonly absent: readonly Replacement[]
}

/** Each text must occur in one of the files. Undefined: a file that could not be read, in which it may occur. */
export function absentTexts(files: readonly (SearchedFile | undefined)[]): Problem[] {
  const [first, ...others] = files
  if (!first || others.includes(undefined)) return []
  const names = alternatives(files.flatMap(found => found?.file ?? []))
  const absent = first.absent.filter(one => others.every(other => other?.absent.includes(one)))
  return absent.map(replacement => ({
    subject: 'placeholders',
    text: `${named(replacement)} does not occur in a value of ${names}: correct it, or remove the line`,
  }))
}

export function emptyValues(placeholders: readonly Replacement[]): Notice[] {
  return placeholders
    .filter(({ value }) => value === '')
    .map(replacement =>
      warning(
        `placeholders: the value of ${named(replacement)} is empty, so it is replaced with nothing. If an expression gives the value, check that it is set.`,
      ),
    )
}

/** What does not look like a placeholder may be part of a secret. */
function named({ text, line }: Replacement): string {
  return isPlaceholder(text) ? `${quote(text)} (line ${line})` : `the text of line ${line}`
}
