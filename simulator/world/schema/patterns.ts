/** The patterns of texts in world files, and what is said of a text that does not match. */
import { durationPattern } from '../duration.js'

export const accountPattern = '^\\d{12}$'
export const portPattern = '^\\d{1,5}$'
export const regionPattern = '^[a-z]{2,}(-[a-z]+)+-\\d+$'

const words: Readonly<Record<string, string>> = {
  [accountPattern]: 'is not 12 digits',
  [durationPattern]: 'is no duration such as 40s or 5m',
  [portPattern]: 'is no port',
  [regionPattern]: 'is no region such as eu-west-1',
}

/** The rest of a sentence that begins with the text. */
export function mismatch(pattern: string): string {
  return words[pattern] ?? `does not match ${pattern}`
}
