/** What may be shown as a name. Names are where a value ends up by mistake: a name consists of words (docs/adr/0030). */

/** Of variables, labels, options and tags: letters of any script, and what separates words. */
const shape = /^[\p{L}\p{N}_.:/@-](?:[\p{L}\p{N}_.:/@[\] -]{0,126}[\p{L}\p{N}_.:/@\]-])?$/u

const hiddenName = '***'

export function isName(text: string): boolean {
  return shape.test(text) && !isRandom(text)
}

export function showName(text: string): string {
  return isName(text) ? text : hiddenName
}

/** Quotes, braces, `+` and `$` are of values. */
export function hasNameCharacters(text: string): boolean {
  return shape.test(text.slice(0, 128))
}

/** Base64, hexadecimal digits, tokens. Short parts can be anything. */
export function isRandom(text: string): boolean {
  return text.split(/[^A-Za-z\d/+]+/).some(part => {
    const pieces = part.split(/[/+]+/)
    return pieces.some(isRandomWord) || isRandomWord(pieces.join(''))
  })
}

/** Words without a vowel, and two-letter ones. `PGSSLMODE` is `PG`, `SSL` and `MODE`, `kmsKeyId` is `kms`, `Key` and `Id`. */
const abbreviations =
  /cdn|csrf|db|dns|ftps?|gcp|gpt|html|https?|jvm|jwt|kms|mq|pdf|php|rds|rpc|sftp|smtp|sql|ssh|ssl|str|tcp|tls|ttl|vpc|xml/gi
const knownWord = new RegExp(`^(?:[a-z]?(?:${abbreviations.source})|id|in|ip|is|ms|my|to)$`, 'i')

/** No word has so many consonants in a row. */
const unpronounceable = /[bcdfghjklmnpqrstvwxz]{6}/i

/** `HTTPServer` is `HTTP` and `Server`. */
const words = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g

function isRandomWord(part: string): boolean {
  if (part.length < 8) return false
  if (unpronounceable.test(part.replace(abbreviations, '-'))) return true
  const all = part.match(words) ?? []
  const solid = all.filter(isSolid)
  const numbers = all.filter(word => /^\d/.test(word)).length
  if (numbers > 2 || solid.join('').length < 0.6 * part.length) return true
  const isMixed = /[a-z]/.test(part) && /[A-Z]/.test(part)
  if (!isMixed) return false
  const capitals = all.filter(word => /^[A-Z]{3,}$/.test(word)).length
  return numbers > 1 || capitals > 1 || part.length < 2.6 * all.length
}

function isSolid(word: string): boolean {
  return knownWord.test(word) || (/^(?:[A-Z]?[a-z]{2,}|[A-Z]{3,})$/.test(word) && /[aeiouy]/i.test(word))
}
