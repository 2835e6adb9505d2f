import { stdout } from 'node:process'
import { expect, test } from '@jest/globals'
import { connectRunner } from '../../../../src/adapters/runner/runner.js'

/** What goes to the runner while this happens. */
function written(happens: () => void): string {
  const { write } = stdout
  let text = ''
  stdout.write = (chunk: string | Uint8Array) => {
    text += String(chunk)
    return true
  }
  try {
    happens()
  } finally {
    stdout.write = write
  }
  return text.replaceAll('\r\n', '\n')
}

test.each([
  {
    name: 'a line of the log is one line and no command',
    says: (text: string) => connectRunner().log(text),
    text: 'not found\n::error::x ##[group]y',
    written: 'not found ::error::x ## [group]y\n',
  },
  {
    name: 'a command at the start of a line is none',
    says: (text: string) => connectRunner().log(text),
    text: '::set-output name=a::b',
    written: ': :set-output name=a::b\n',
  },
  {
    name: 'an annotation keeps its lines to itself',
    says: (message: string) => connectRunner().annotate({ level: 'error', title: 'a:b,c', message }),
    text: 'one\n::warning::two',
    written: '::error title=a%3Ab%2Cc::one%0A::warning::two\n',
  },
  {
    name: 'an annotation on a place in a file',
    says: (message: string) =>
      connectRunner().annotate({
        level: 'warning',
        title: 't',
        message,
        position: { file: 'td.json', line: 3, column: 5 },
      }),
    text: 'x',
    written: '::warning title=t,file=td.json,line=3,col=5::x\n',
  },
])('$name', ({ says, text, written: expected }) => {
  expect(written(() => says(text))).toBe(expected)
})
