import { expect, test } from '@jest/globals'
import { commitCode, runLink } from '../../../../src/report/markdown/commit-link.js'

const commit = '1f3c9e0b2a4d6c8e0f1a3b5c7d9e1f2a4b6c8d0e'
const run = (server: string, repository = 'octo/web') => `${server}/${repository}/actions/runs/7`
const github = { run: run('https://github.com') }
const repository = 'octo/web'

test.each([
  { of: { commit, repository }, reporter: github, to: `https://github.com/octo/web/commit/${commit}` },
  {
    of: { commit, repository: 'other/app.v2' },
    reporter: { run: run('https://ghe.example.com:8443') },
    to: `https://ghe.example.com:8443/other/app.v2/commit/${commit}`,
  },
  { of: { commit }, reporter: github, to: undefined },
  { of: { commit, repository }, reporter: {}, to: undefined },
  { of: { commit, repository: 'a/../../evil' }, reporter: github, to: undefined },
  { of: { commit, repository: 'a/..' }, reporter: github, to: undefined },
  { of: { commit, repository: 'a/b)[x](c' }, reporter: github, to: undefined },
])('commit of $of.repository, reported by $reporter.run: $to', ({ of, reporter, to }) => {
  expect(commitCode(of, reporter)).toBe(to ? `[\`1f3c9e0\`](${to})` : '`1f3c9e0`')
})

test.each([
  { text: 'v1.2', shown: '`v1.2`' },
  { text: `${commit}00`, shown: `\`${commit}\`` },
  { text: 'x`](https://evil.example)', shown: "`x'](https://evil.example)`" },
  { text: '', shown: '' },
])('text other than a commit has no link: $text', ({ text, shown }) => {
  expect(commitCode({ commit: text, repository }, github)).toBe(shown)
})

test.each([
  { of: { repository, run: run('https://github.com') }, to: 'https://github.com/octo/web/actions/runs/7' },
  { of: { repository, run: run('https://evil.example') }, to: undefined },
  {
    of: { repository, run: run('https://github.com', 'octo/other') },
    to: 'https://github.com/octo/other/actions/runs/7',
  },
  { of: { repository, run: run('https://github.com', 'octo/web/x') }, to: undefined },
  { of: { repository, run: run('https://github.com', 'octo/..') }, to: undefined },
  { of: { repository, run: run('https://github.com.evil.example') }, to: undefined },
  { of: { repository, run: '/actions/runs/7' }, to: undefined },
  { of: { repository, run: `${run('https://github.com')})` }, to: undefined },
  { of: { run: run('https://github.com') }, to: 'https://github.com/octo/web/actions/runs/7' },
])('a run at $of.run leads to $to', ({ of, to }) => {
  expect(runLink(of, github)).toBe(to)
})
