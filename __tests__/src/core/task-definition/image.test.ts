import { describe, expect, test } from '@jest/globals'
import {
  mutableReason,
  parseImage,
  shortenImages,
  shortImage,
} from '../../../../src/core/task-definition/image.js'

const digest = 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const ecr = '123456789012.dkr.ecr.eu-west-1.amazonaws.com'

describe('a reference', () => {
  test.each([
    { reference: 'nginx', parts: { repository: 'nginx' } },
    { reference: 'nginx:27', parts: { repository: 'nginx', tag: '27' } },
    { reference: 'web:20260101', parts: { repository: 'web', tag: '20260101' } },
    { reference: 'nginx:1.27-alpine', parts: { repository: 'nginx', tag: '1.27-alpine' } },
    { reference: 'library/nginx:1.27', parts: { repository: 'library/nginx', tag: '1.27' } },
    { reference: 'docker.io/library/nginx', parts: { repository: 'docker.io/library/nginx' } },
    { reference: 'ghcr.io/acme/web:V1_2', parts: { repository: 'ghcr.io/acme/web', tag: 'V1_2' } },
    { reference: `${ecr}/web:9be21c4`, parts: { repository: `${ecr}/web`, tag: '9be21c4' } },
    { reference: `${ecr}/team/web:27`, parts: { repository: `${ecr}/team/web`, tag: '27' } },
    { reference: `${ecr}.cn/web:1`, parts: { repository: `${ecr}.cn/web`, tag: '1' } },
    {
      reference: 'public.ecr.aws/nginx/nginx:1',
      parts: { repository: 'public.ecr.aws/nginx/nginx', tag: '1' },
    },
    { reference: 'localhost:5000/web', parts: { repository: 'localhost:5000/web' } },
    { reference: 'localhost:5000/web:5001', parts: { repository: 'localhost:5000/web', tag: '5001' } },
    { reference: 'registry:5000/a/b:1', parts: { repository: 'registry:5000/a/b', tag: '1' } },
    { reference: 'Registry.Example.com/web:1', parts: { repository: 'Registry.Example.com/web', tag: '1' } },
    { reference: `web@${digest}`, parts: { repository: 'web', digest } },
    { reference: `${ecr}/web:1@${digest}`, parts: { repository: `${ecr}/web`, tag: '1', digest } },
    { reference: 'a__b/c--d/e.f_g', parts: { repository: 'a__b/c--d/e.f_g' } },
  ])('$reference has its parts', ({ reference, parts }) => {
    expect(parseImage(reference)).toStrictEqual({ tag: undefined, digest: undefined, ...parts })
  })

  test.each([
    { name: 'nothing', reference: '' },
    { name: 'a blank', reference: ' ' },
    { name: 'a space inside', reference: 'we b:1' },
    { name: 'an upper-case name', reference: 'Web:1' },
    { name: 'an upper-case letter inside a name', reference: 'myApp:1' },
    { name: 'an upper-case owner', reference: 'ghcr.io/Acme/web:1' },
    { name: 'an empty tag', reference: 'web:' },
    { name: 'two tags', reference: 'web:1:2' },
    { name: 'a tag that begins with a dash', reference: 'web:-1' },
    { name: 'a tag of 129 characters', reference: `web:${'a'.repeat(129)}` },
    { name: 'an empty part', reference: 'acme//web:1' },
    { name: 'a part that ends with a dot', reference: 'acme./web:1' },
    { name: 'a digest that is too short', reference: 'web@sha256:9f86d0' },
    { name: 'a digest in upper case', reference: `web@${digest.toUpperCase()}` },
    { name: 'a bare digest', reference: digest },
    { name: 'a short one', reference: 'sha256:9f86d0' },
    { name: 'an address', reference: 'https://ghcr.io/acme/web:1' },
    { name: 'an unreplaced variable', reference: 'web:$TAG' },
    { name: 'a placeholder', reference: '<IMAGE1_NAME>' },
    { name: 'a line break at the end', reference: 'web:1\n' },
  ])('$name is none', ({ reference }) => {
    expect(parseImage(reference)).toBe(undefined)
  })
})

describe('an image moves', () => {
  test.each([
    { reference: 'nginx', why: 'has no tag, which means latest' },
    { reference: `${ecr}/web`, why: 'has no tag, which means latest' },
    { reference: 'localhost:5000/web', why: 'has no tag, which means latest' },
    { reference: 'nginx:latest', why: 'has the tag latest, which can move' },
    { reference: 'web:LATEST', why: 'has the tag LATEST, which can move' },
    { reference: `${ecr}/web:main`, why: 'has the tag main, which can move' },
    { reference: 'web:prod', why: 'has the tag prod, which can move' },
    { reference: 'web:27', why: undefined },
    { reference: 'web:9be21c4', why: undefined },
    { reference: 'web:latest-9be21c4', why: undefined },
    { reference: `web@${digest}`, why: undefined },
    { reference: `web:latest@${digest}`, why: undefined },
  ])('$reference: $why', ({ reference, why }) => {
    expect(mutableReason(reference)).toBe(why)
  })
})

test.each([
  { reference: `${ecr}/team/web:9be21c4`, short: 'web:9be21c4' },
  { reference: `${ecr}/web@${digest}`, short: 'web@sha256:9f86d08' },
  { reference: `web:1@${digest}`, short: 'web:1@sha256:9f86d08' },
  { reference: 'localhost:5000/web', short: 'web' },
  { reference: 'nginx:27', short: 'nginx:27' },
  { reference: '<IMAGE>', short: '<IMAGE>' },
])('$reference is $short in a line', ({ reference, short }) => {
  expect(shortImage(reference)).toBe(short)
})

test('a tag keeps the digest that it was resolved to beside it', () => {
  expect(shortImage(`${ecr}/web:9be21c4`, digest)).toBe('web:9be21c4@sha256:9f86d08')
})

test.each([
  {
    text: `failed to resolve ref ${ecr}/team/web:9be21c4: ${ecr}/team/web:9be21c4: not found`,
    short: 'failed to resolve ref web:9be21c4: web:9be21c4: not found',
  },
  { text: `"${ecr}/web:9be21c4@${digest}".`, short: '"web:9be21c4@sha256:9f86d08".' },
  { text: 'ref docker.io/library/web:nope.', short: 'ref web:nope.' },
  { text: `no tag in ${ecr}/web: it is missing`, short: `no tag in ${ecr}/web: it is missing` },
  {
    text: 'Head "https://registry.example.com/v2/web": EOF',
    short: 'Head "https://registry.example.com/v2/web": EOF',
  },
  { text: 'GET 10.0.0.1:8080/health/live:ready', short: 'GET 10.0.0.1:8080/health/live:ready' },
])('images in a sentence: $short', ({ text, short }) => {
  expect(shortenImages(text)).toBe(short)
})
