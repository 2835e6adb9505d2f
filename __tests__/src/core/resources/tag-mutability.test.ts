import { expect, test } from '@jest/globals'
import { isImmutable } from '../../../../src/core/resources/tag-mutability.js'

const immutableBut = (...exclusions: string[]) => ({ setting: 'IMMUTABLE_WITH_EXCLUSION', exclusions })
const mutableBut = (...exclusions: string[]) => ({ setting: 'MUTABLE_WITH_EXCLUSION', exclusions })

test.each([
  { repository: { setting: 'IMMUTABLE', exclusions: [] }, tag: 'latest', kept: true },
  { repository: { setting: 'MUTABLE', exclusions: [] }, tag: '9be21c4', kept: false },
  { repository: immutableBut('latest'), tag: 'latest', kept: false },
  { repository: immutableBut('latest'), tag: '9be21c4', kept: true },
  { repository: immutableBut('latest'), tag: 'latest-1', kept: true },
  { repository: immutableBut('dev-*', 'latest'), tag: 'dev-7', kept: false },
  { repository: immutableBut('dev-*', 'latest'), tag: 'latest', kept: false },
  { repository: mutableBut('v*'), tag: 'v1.2', kept: true },
  { repository: mutableBut('v*'), tag: 'main', kept: false },
  { repository: mutableBut(), tag: 'main', kept: false },
  { repository: { setting: 'SOMETHING_NEW', exclusions: [] }, tag: 'main', kept: undefined },
])('in a repository that is $repository.setting $repository.exclusions the tag $tag is kept: $kept', row => {
  expect(isImmutable(row.repository, row.tag)).toBe(row.kept)
})

test.each([
  { filter: '*', tag: 'anything', matches: true },
  { filter: 'a', tag: 'a', matches: true },
  { filter: 'a', tag: 'ab', matches: false },
  { filter: 'a*', tag: 'a', matches: true },
  { filter: '*z', tag: 'xyz', matches: true },
  { filter: '*z', tag: 'zx', matches: false },
  { filter: 'a*z', tag: 'abcz', matches: true },
  { filter: 'aba*aba', tag: 'aba', matches: false },
  { filter: '*-rc-*', tag: 'v1-rc-2', matches: true },
  { filter: '*-rc-*', tag: 'v1-rc', matches: false },
  { filter: 'a*b*c', tag: 'a-b-c', matches: true },
  { filter: 'a*b*c', tag: 'a-c-b', matches: false },
  { filter: 'a*bc*c', tag: 'abc', matches: false },
  { filter: 'v1.2', tag: 'v1-2', matches: false },
  { filter: 'V*', tag: 'v1', matches: false },
  { filter: '**', tag: 'a', matches: true },
])('the filter $filter and the tag $tag: $matches', ({ filter, tag, matches }) => {
  expect(isImmutable(mutableBut(filter), tag)).toBe(matches)
})

test('a filter full of wildcards is fast', () => {
  const filter = mutableBut(`${'a*'.repeat(63)}b`)
  expect(isImmutable(filter, 'a'.repeat(128))).toBe(false)
})
