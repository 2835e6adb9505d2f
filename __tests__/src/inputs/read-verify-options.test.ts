import { expect, test } from '@jest/globals'
import { readInputs } from '../../../src/inputs/read-inputs.js'

type Raw = Readonly<Record<string, string>>
const read = (raw: Raw) => readInputs(name => ({ service: 'web', ...raw })[name] ?? '')
const url = 'https://web.example.com/version'

test.each<{ readonly name: string; readonly raw: Raw; readonly options: object | undefined }>([
  { name: 'none', raw: {}, options: undefined },
  {
    name: 'defaults',
    raw: { 'verify-url': ` ${url} ` },
    options: { url, status: 200, contains: undefined, successes: 3, intervalSeconds: 5, forSeconds: 120 },
  },
  {
    name: 'all of them, without the fragment',
    raw: {
      'verify-url': `${url}?key=1#top`,
      'verify-status': '204',
      'verify-contains': '9be21c4',
      'verify-successes': '1',
      'verify-interval-seconds': '1',
      'verify-for-seconds': '1',
    },
    options: {
      url: `${url}?key=1`,
      status: 204,
      contains: '9be21c4',
      successes: 1,
      intervalSeconds: 1,
      forSeconds: 1,
    },
  },
  {
    name: 'an internal address',
    raw: { 'verify-url': 'http://10.0.1.17:8080/' },
    options: { url: 'http://10.0.1.17:8080/' },
  },
])('accepts $name', ({ options, raw }) => {
  const { inputs, problems } = read(raw)
  expect(problems).toStrictEqual([])
  if (options) expect(inputs.verify?.url).toMatchObject(options)
  else expect(inputs.verify).toBeUndefined()
})

test.each([
  { name: 'no URL', raw: { 'verify-url': 'web.example.com' }, says: /^is not a URL that begins with https/ },
  { name: 'another scheme', raw: { 'verify-url': 'file:///etc/passwd' }, says: /^is not a URL/ },
  { name: 'two of them', raw: { 'verify-url': `${url} ${url}` }, says: /^is not a URL/ },
  {
    name: 'a password',
    raw: { 'verify-url': 'https://u:hunter22@web.example.com/' },
    says: /^has credentials before its host/,
  },
  {
    name: 'a user',
    raw: { 'verify-url': 'https://hunter22@web.example.com/' },
    says: /^has credentials before its host/,
  },
  {
    name: 'more answers than there is time for',
    raw: { 'verify-url': url, 'verify-for-seconds': '10' },
    says: /^is 10, but 3 answers with pauses of 5 seconds take more than 10/,
  },
])('refuses $name, and quotes none of it', ({ raw, says }) => {
  const { problems } = read(raw)
  expect(problems.map(({ text }) => text)).toStrictEqual([expect.stringMatching(says)])
  expect(JSON.stringify(problems)).not.toMatch(/hunter22|passwd/)
})

test.each([
  { raw: { 'verify-status': '204' }, says: 'verify-status is set, but has no effect: verify-url is empty.' },
  {
    raw: { 'verify-url': url, service: '', 'task-definition': 'a.json' },
    says: 'verify-url is set, but has no effect: there is no service to deploy to.',
  },
])('$says', ({ raw, says }) => {
  expect(read(raw as Raw).notices.map(({ text }) => text)).toContain(says)
})
