import { expect, test } from '@jest/globals'
import { readInputs } from '../../../src/inputs/read-inputs.js'

type Raw = Readonly<Record<string, string>>
const read = (raw: Raw) => readInputs(name => ({ service: 'web', ...raw })[name] ?? '')

test('a comment and a record are asked for', () => {
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
    environment: { name: 'production', url: 'https://web.example.com/path' },
  })
})

test.each(['web.example.com', 'ftp://web.example.com', 'https://', 'https://a b', 'javascript:alert(1)'])(
  '%s is no address of an environment',
  url => {
    expect(read({ environment: 'x', 'environment-url': url }).problems).toStrictEqual([
      { subject: 'environment-url', text: `"${url}" is not an address that begins with https:// or http://` },
    ])
  },
)

test.each<{ name: string; raw: Raw; unused: string[] }>([
  { name: 'a comment on a deployment', raw: { 'pr-comment': 'true' }, unused: ['pr-comment'] },
  { name: 'the record of a plan', raw: { 'dry-run': 'true', environment: 'x' }, unused: ['environment'] },
  {
    name: 'not the name that tells comments apart',
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
