/** Answers that no API promises, one way after the other, and the half of one. */
import { expect, test } from '@jest/globals'
import { Random } from '../../../../simulator/ecs/random.js'
import {
  type Malformation,
  malformations,
  malformed,
} from '../../../../simulator/protocol/faults/malformed-response.js'
import { post, startSmallEcs } from '../small-ecs.js'

const json = (value: unknown) => ({
  status: 200,
  contentType: 'application/x-amz-json-1.1',
  body: JSON.stringify(value),
})
const original = json({ services: [{ name: 'web', count: 2, on: true }], failures: [] })

/** What the manglings make of it, for some seeds. */
function bodies(how: Malformation): string[] {
  const answers = Array.from({ length: 60 }, (_, seed) => malformed(original, how, new Random(seed)))
  return [...new Set(answers.map(({ status, contentType, body }) => `${status} ${contentType} ${body}`))]
}

const ok = '200 application/x-amz-json-1.1'
const rows: readonly { readonly how: Malformation; readonly makes: string | RegExp }[] = [
  { how: 'missing-member', makes: `${ok} {"services":[{"name":"web","on":true}],"failures":[]}` },
  { how: 'null-member', makes: `${ok} {"services":[{"name":null,"count":2,"on":true}],"failures":[]}` },
  { how: 'wrong-type', makes: `${ok} {"services":[{"name":"web","count":"2","on":true}],"failures":[]}` },
  { how: 'empty-list', makes: `${ok} {"services":[],"failures":[]}` },
  { how: 'enormous-list', makes: /^200 \S+ \{"services":\[(?:\{"name":"web","count":2,"on":true\},){4999}/ },
  { how: 'long-text', makes: /"webx{200000}"/ },
  { how: 'prototype-keys', makes: /"__proto__":\{"polluted":true\}/ },
  { how: 'extreme-number', makes: /"count":-1e\+308/ },
  { how: 'empty-body', makes: `${ok} ` },
  { how: 'null-body', makes: `${ok} null` },
  { how: 'list-body', makes: `${ok} [{}]` },
  { how: 'text-body', makes: `${ok} "ok"` },
  { how: 'html-page', makes: /^200 text\/html <!doctype html>/ },
  { how: 'wrong-content-type', makes: `200 image/png ${original.body}` },
  { how: 'redirect', makes: '302 text/html ' },
  { how: 'no-content', makes: '204 application/x-amz-json-1.1 ' },
]

test.each(rows)('$how', ({ how, makes }) => {
  expect(bodies(how)).toContainEqual(typeof makes === 'string' ? makes : expect.stringMatching(makes))
})

test('no way is left out above', () => {
  expect(rows.map(({ how }) => how)).toStrictEqual([...malformations])
})

test('a response that is not JSON lacks a piece', () => {
  const xml = { status: 200, contentType: 'text/xml', body: '<Result><Name>web</Name></Result>' }
  expect(malformed(xml, 'missing-member', new Random(1)).body.length).toBeLessThan(xml.body.length)
})

test('the call takes effect, and the same seed malforms in the same way', async () => {
  const bodies: string[] = []
  for (let run = 0; run < 2; run += 1) {
    const small = await startSmallEcs({ faults: [{ kind: 'malformed-response' }], seed: 11 })
    bodies.push((await post(small.server.url, 'UpdateService', { service: 'web' })).text)
    expect(small.updated).toStrictEqual(['web'])
    expect(small.server.requests).toMatchObject([{ faults: ['malformed-response'] }])
    await small.server.close()
  }
  expect(bodies[0]).toBe(bodies[1])
})

test('the first half of a stalled response arrives, and the connection stays open', async () => {
  const small = await startSmallEcs({ faults: [{ kind: 'stalled-response' }] })
  const response = await fetch(small.server.url, {
    method: 'POST',
    headers: { 'x-amz-target': 'AmazonEC2ContainerServiceV20141113.UpdateService' },
    body: '{"service":"web"}',
    signal: AbortSignal.timeout(300),
  })
  expect(response.status).toBe(200)
  await expect(response.text()).rejects.toThrow(/timeout|aborted/)
  await small.server.close()
})
