import { expect, test } from '@jest/globals'
import { readInputs } from '../../../src/inputs/read-inputs.js'

type Raw = Readonly<Record<string, string>>
const read = (raw: Raw) => readInputs(name => ({ service: 'web', ...raw })[name] ?? '')

test('a comment and a record are requested', () => {
  const raw = {
    'github-token': 'ghs_x',
    'pr-comment': 'true',
    'dry-run': 'true',
    environment: ' production ',
    'environment-url': 'https://web.example.com/path',
  }
  expect(read(raw).inputs).toMatchObject({
    githubToken: 'ghs_x',
    prComment: true,
    pullRequestNumber: undefined,
    environment: { name: 'production', url: 'https://web.example.com/path' },
  })
})

test.each([
  { number: '17', expected: [17, []] },
  { number: '', expected: [undefined, []] },
  {
    number: '#17',
    expected: [
      undefined,
      [{ subject: 'pr-number', text: '"#17" is not a whole number from 1 to 9999999999' }],
    ],
  },
])('the number of a pull request: $number', ({ number, expected }) => {
  const { inputs, problems } = read({ 'dry-run': 'true', 'pr-comment': 'true', 'pr-number': number })
  expect([inputs.pullRequestNumber, problems]).toStrictEqual(expected)
})

test.each(['web.example.com', 'ftp://web.example.com', 'https://', 'https://a b', 'javascript:alert(1)'])(
  '%s is no address of an environment',
  url => {
    expect(read({ environment: 'x', 'environment-url': url }).problems).toStrictEqual([
      { subject: 'environment-url', text: `"${url}" is not a URL that begins with https:// or http://` },
    ])
  },
)

test.each<{ name: string; raw: Raw; unused: string[] }>([
  { name: 'a comment on a deployment', raw: { 'pr-comment': 'true' }, unused: ['pr-comment'] },
  {
    name: 'a number without a comment',
    raw: { 'dry-run': 'true', 'pr-number': '17' },
    unused: ['pr-number'],
  },
  {
    name: 'a number of a comment on a deployment',
    raw: { 'pr-comment': 'true', 'pr-number': '17' },
    unused: ['pr-comment', 'pr-number'],
  },
  { name: 'the record of a plan', raw: { 'dry-run': 'true', environment: 'x' }, unused: ['environment'] },
  {
    name: 'not the name that distinguishes comments',
    raw: { 'dry-run': 'true', 'pr-comment': 'true', environment: 'x' },
    unused: [],
  },
  {
    name: 'an address without an environment',
    raw: { 'environment-url': 'https://x.example' },
    unused: ['environment-url'],
  },
  {
    name: 'nothing of a record',
    raw: { environment: 'x', 'environment-url': 'https://x.example' },
    unused: [],
  },
])('without effect: $name', ({ raw, unused }) => {
  expect(read(raw).unused.map(({ input }) => input)).toStrictEqual(unused)
})
