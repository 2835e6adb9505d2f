import { expect, test } from '@jest/globals'
import { quote } from '../../../../src/core/errors/problem.js'
import { showInvisible } from '../../../../src/core/text/invisible.js'

test.each([
  { name: 'a zero-width space', text: 'app\u200b', shown: 'app<U+200B>' },
  { name: 'a space that does not break', text: 'my\u00a0app', shown: 'my<U+00A0>app' },
  { name: 'a byte order mark', text: '\ufeffapp', shown: '<U+FEFF>app' },
  { name: 'a soft hyphen', text: 'we\u00adb', shown: 'we<U+00AD>b' },
  { name: 'letters of any script', text: 'größe 名前', shown: 'größe 名前' },
])('$name becomes visible', ({ text, shown }) => {
  expect([showInvisible(text), quote(text)]).toStrictEqual([shown, `"${shown}"`])
})
