/** `command`: a JSON array of words, or one line in the quoting of a POSIX shell. Nothing in it is expanded. */
import { split } from 'shlex'
import type { InputReader } from './values.js'

/** Nothing where none is given. An empty array leaves the command to the image. */
export function readCommand({ get, report }: InputReader): readonly string[] | undefined {
  const value = get('command')
  if (value === '') return undefined
  const words = value.startsWith('[') ? arrayOf(value) : wordsOf(value)
  if (typeof words !== 'string') return words
  // The command itself is not told: it may hold a secret.
  report('command', words)
  return undefined
}

function arrayOf(value: string): readonly string[] | string {
  const wanted = 'a JSON array of strings, such as ["node", "server.js"]'
  try {
    const words: unknown = JSON.parse(value)
    const wrong = Array.isArray(words) ? words.findIndex(word => typeof word !== 'string') : -1
    return wrong < 0 ? (words as readonly string[]) : `is not ${wanted}: item ${wrong + 1} is no string`
  } catch {
    return `begins with [ and is not ${wanted}`
  }
}

function wordsOf(value: string): readonly string[] | string {
  if (/[\r\n]/.test(value))
    return 'has several lines: write one line, or a JSON array, which can hold line breaks'
  try {
    return split(value)
  } catch {
    return 'has a quote or a backslash at the end of which nothing follows: close it, or write a JSON array'
  }
}
