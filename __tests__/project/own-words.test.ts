/** Every line of the log is redacted: what we say ourselves must not look like a secret (`a secret: do not …`). */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { redact } from '../../src/core/redaction/redact.js'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map(path => join('src', path).replaceAll('\\', '/'))
  .filter(path => path.endsWith('.ts') && !path.startsWith('src/core/redaction/'))

const literal = /`((?:[^`\\]|\\.)*)`|'((?:[^'\\\n]|\\.)*)'/g

/** Literals with blanks inside, and a word in place of what is inserted. */
function sentencesIn(code: string): string[] {
  return [...code.matchAll(literal)]
    .map(([, template, text = '']) => (template ?? text).replace(/\$\{[^}]*\}/g, 'web'))
    .filter(sentence => /\S .*\S/.test(sentence))
}

test('no sentence of ours is hidden as a secret', () => {
  const sentences = files.flatMap(path =>
    sentencesIn(readFileSync(path, 'utf8')).map(sentence => ({ path, sentence })),
  )
  expect(sentences.length).toBeGreaterThan(1_000)
  const hidden = sentences.filter(({ sentence }) => redact(sentence, []) !== sentence)
  expect(hidden).toStrictEqual([])
})
