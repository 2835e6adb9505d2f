/**
 * No text from elsewhere is a command to the runner: what the action prints is read here as the runner reads it.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
import { stdout } from 'node:process'
import { expect, test } from '@jest/globals'
import { connectRunner } from '../../../src/adapters/runner/runner.js'
import type { Outcome } from '../../../src/core/outcome/outcome.js'
import { stripControlCharacters } from '../../../src/core/text/control-characters.js'
import type { Runner } from '../../../src/ports.js'
import { annotations } from '../../../src/report/annotations/annotations.js'
import { verdictText } from '../../../src/report/log/verdict-lines.js'
import { anAlarmWithText, anOutcomeWithText, aRefusalWithText } from '../../support/untrusted-text.js'

/** What the runner trims before it looks for `::`: Char.IsWhiteSpace of .NET. */
const blanks = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/

interface Command {
  readonly name: string
  readonly data: string
}

/** The commands in an output; a carriage return ends a line, too. */
function commandsIn(output: string): Command[] {
  return output.split(/\r\n|[\r\n]/).flatMap(line => {
    const [, name, data] = /^::([\w-]+)(?: [^:]*)?::(.*)$/s.exec(line.replace(blanks, '')) ?? []
    if (name !== undefined) return { name, data: unescaped(data ?? '') }
    const [, old] = /##\[([\w-]+)/.exec(line) ?? []
    return old === undefined ? [] : { name: old, data: line }
  })
}

function unescaped(data: string): string {
  return data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function printed(happens: (runner: Runner) => void): string {
  const { write } = stdout
  let text = ''
  stdout.write = (chunk: string | Uint8Array) => {
    text += String(chunk)
    return true
  }
  try {
    happens(connectRunner())
  } finally {
    stdout.write = write
  }
  return text
}

const texts = [
  '::error::owned',
  '::add-mask::e',
  '  ::stop-commands::x',
  '\t::set-output name=outcome::succeeded',
  '::error title=a,file=b::c',
  'a\n::error::x',
  'a\r::error::x',
  'a\r\n\r\n ::add-mask::e',
  '\u0085::error::x',
  'a\u2028::error::x',
  '\u00a0::error::x',
  '\u3000::add-mask::e',
  '\u001b[31m::error::x',
  '##[error]x',
  'a ##[add-mask]e',
  '####[group]x',
  '%0A::error::x',
  '%0D%0A::add-mask::e',
  '%3A%3Aerror%3A%3Ax',
  '%250A::error::x',
  '\u202e::error::\u2066x\u061c',
].map(text => ({ text }))

test.each(texts)('this reader knows what is a command: $text', ({ text }) => {
  const isOne = !['%', '\u001b', '\u202e'].includes(text.charAt(0))
  expect(commandsIn(text.replaceAll('\u2028', '\n'))).toHaveLength(isOne ? 1 : 0)
})

const outcomes: readonly { readonly name: string; readonly saying: (text: string) => Outcome }[] = [
  { name: 'a rolled back deployment', saying: anOutcomeWithText },
  { name: 'an alarm', saying: anAlarmWithText },
  { name: 'a refusal', saying: aRefusalWithText },
]

test.each(outcomes.flatMap(one => texts.map(({ text }) => ({ ...one, text }))))(
  'of $name that says $text only the annotations are commands, with that text in them',
  ({ saying, text }) => {
    const outcome = saying(text)
    const output = printed(runner => {
      for (const line of [text, ...verdictText(outcome).lines]) runner.log(line)
      for (const annotation of annotations(outcome)) runner.annotate(annotation)
    })
    expect(commandsIn(output)).toStrictEqual(
      annotations(outcome).map(({ level, message }) => ({
        name: level,
        data: stripControlCharacters(message),
      })),
    )
    expect(stripControlCharacters(output)).toBe(output)
  },
)

test.each(texts)('the title of a group, a debug line and a mask hold $text', ({ text }) => {
  const output = printed(runner => {
    runner.group(text)
    runner.ungroup()
    runner.debug(text)
    runner.mask(text)
  })
  expect(commandsIn(output).map(({ name }) => name)).toStrictEqual(['group', 'endgroup', 'debug', 'add-mask'])
})
