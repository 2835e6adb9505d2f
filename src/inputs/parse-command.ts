/** JSON array, or one line in POSIX shell quoting. Nothing is expanded. */
import { split } from 'shlex'
import type { Report } from './input-row.js'

/** An empty array leaves the command to the image. */
export function parseCommand(value: string, report: Report): readonly string[] | undefined {
  const trimmed = value.trim()
  const words = trimmed.startsWith('[') ? arrayOf(trimmed) : wordsOf(trimmed)
  if (typeof words !== 'string') return words
  // It may contain a secret.
  report(words)
  return undefined
}

function arrayOf(value: string): readonly string[] | string {
  const expected = 'a JSON array of strings, such as ["node", "server.js"]'
  try {
    const words: unknown = JSON.parse(value)
    const wrong = Array.isArray(words) ? words.findIndex(word => typeof word !== 'string') : -1
    return wrong < 0 ? (words as readonly string[]) : `is not ${expected}: item ${wrong + 1} is not a string`
  } catch {
    return `begins with [ but is not ${expected}`
  }
}

function wordsOf(value: string): readonly string[] | string {
  if (/[\r\n]/.test(value))
    return 'has several lines: write one line, or a JSON array, which can contain line breaks'
  try {
    return split(value)
  } catch {
    return 'has an unclosed quote, or a backslash at its end: correct it, or write a JSON array'
  }
}
