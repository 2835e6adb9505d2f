import { describe, expect, test } from '@jest/globals'
import { code, fold, plain, table } from '../../../../src/report/markdown/markdown.js'

describe('prose', () => {
  test.each([
    { text: '<script>alert(1)</script>', markdown: '&lt;script&gt;alert(1)&lt;/script&gt;' },
    { text: '<!-- gone', markdown: '&lt;!-- gone' },
    { text: '&lt;b&gt;', markdown: '&amp;lt;b&amp;gt;' },
    { text: '`code`', markdown: '\\`code\\`' },
    { text: 'a | b', markdown: 'a \\| b' },
    { text: '](https://evil.example)', markdown: '\\](https\\://evil.example)' },
    { text: '![x](https://evil.example)', markdown: '!\\[x\\](https\\://evil.example)' },
    { text: 'www.evil.example', markdown: 'www\\.evil.example' },
    { text: '@everyone', markdown: '&#64;everyone' },
    { text: '*a* _b_ ~c~ $d$', markdown: '\\*a\\* \\_b\\_ \\~c\\~ \\$d\\$' },
    { text: '# one\n\n- two\r\n> three', markdown: '\\# one - two &gt; three' },
    { text: '\\|', markdown: '\\\\\\|' },
    { text: 'plain text, (as it is) - 50%!', markdown: 'plain text, (as it is) - 50%!' },
  ])('$text', ({ text, markdown }) => {
    expect(plain(text)).toBe(markdown)
  })
})

describe('a name', () => {
  test.each([
    { text: 'web:8', markdown: '`web:8`' },
    { text: 'a`b``c', markdown: "`a'b''c`" },
    { text: 'a|b', markdown: '`a\\|b`' },
    { text: 'a\nb\r\n\r\nc', markdown: '`a b c`' },
    { text: '', markdown: '' },
    { text: ' ', markdown: '' },
  ])('$text', ({ text, markdown }) => {
    expect(code(text)).toBe(markdown)
  })
})

test('a fold takes its title as text', () => {
  expect(fold('A <b> & `c`\nd', 'body')).toBe(
    '<details><summary>A &lt;b&gt; &amp; `c` d</summary>\n\nbody\n\n</details>',
  )
})

test('a table has a rule under its head', () => {
  expect(table(['a', ''], [['1', '2']])).toBe('| a |  |\n| --- | --- |\n| 1 | 2 |')
})
