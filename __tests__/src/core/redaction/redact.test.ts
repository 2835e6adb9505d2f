import { expect, test } from '@jest/globals'
import { redact } from '../../../../src/core/redaction/redact.js'
import { secretsOf } from '../../../../src/core/task-definition/hidden-values.js'
import type { Json, JsonObject } from '../../../../src/core/text/json.js'

function definitionWith(container: JsonObject): JsonObject {
  return { containerDefinitions: [{ name: 'app', image: 'web:1', ...container }] }
}

function hiddenIn(value: string): string[] {
  return secretsOf([definitionWith({ environment: [{ name: 'A', value }] })], [])
}

const password = 'Xk29fQpL77zR'

test.each([
  { text: `exec: ${password.slice(0, 11)}`, shown: 'exec: ***' },
  { text: `exec: ${password.slice(0, 8)}`, shown: 'exec: ***' },
  { text: `exec: ${password.slice(0, 7)}`, shown: `exec: ${password.slice(0, 7)}` },
  { text: `exec: ${password.slice(0, 9)}…`, shown: 'exec: ***…' },
  { text: `exec: ${password.slice(0, 9)}...`, shown: 'exec: ***...' },
  { text: `(exec: "${password.slice(0, 9)}").`, shown: '(exec: "***").' },
  { text: `${password.slice(0, 9)} and more`, shown: `${password.slice(0, 9)} and more` },
  { text: `${password}${password.slice(0, 9)}`, shown: '***' },
])('the beginning of a value at the end: $text', ({ text, shown }) => {
  expect(redact(text, hiddenIn(password))).toBe(shown)
})

const overlapping = ['aaaabbbbccccdddd', 'ccccddddeeeeffffgggg']

test('values that overlap are hidden from the beginning of one to the end of the other', () => {
  expect(redact('x aaaabbbbccccddddeeeeffffgggg y', overlapping)).toBe('x *** y')
})

test.each<{ name: string; value: string }>([
  { name: 'a URL', value: `postgres://shop:${password}@db.internal:5432/shop` },
  { name: 'a URL without a user', value: `redis://:${password}@cache:6379/0` },
  { name: 'the second URL', value: `amqp://a:b@one,amqp://shop:${password}@two` },
  { name: 'a URL that encodes it', value: `mysql://shop:Xk29%66QpL77zR@db/shop` },
  { name: 'a connection string of .NET', value: `Server=db;User Id=shop;Password=${password};` },
  { name: 'one of libpq', value: `host=db user=shop password=${password} dbname=shop` },
  { name: 'one of Azure', value: `AccountName=shop;AccountKey=${password};EndpointSuffix=x` },
  { name: 'one of Go', value: `shop:${password}@tcp(db:3306)/shop` },
  { name: 'JSON', value: JSON.stringify({ user: 'shop', key: password }) },
  { name: 'nested JSON', value: JSON.stringify({ a: [{ b: password }] }) },
  { name: 'JSON in JSON', value: JSON.stringify({ a: JSON.stringify({ b: password }) }) },
  { name: 'a URL in JSON', value: JSON.stringify({ a: `redis://:${password}@cache` }) },
  { name: 'a flag', value: `serve --token ${password} --port 80` },
  { name: 'a flag with an equals sign', value: `serve --db-password=${password}` },
  { name: 'a short flag', value: `mysql -u root -p ${password}` },
  { name: 'an attached short flag', value: `mysql -u root -p${password} shop` },
  { name: 'a user', value: `curl -u admin:${password} localhost` },
  { name: 'a header', value: `curl -H "Authorization: Bearer ${password}" localhost` },
])('a part of a value alone: $name', ({ value }) => {
  expect(redact(`x ${password} y`, hiddenIn(value))).toBe('x *** y')
})

test.each<{ command: Json }>([
  { command: ['serve', '--token', password] },
  { command: ['curl', '-u', `admin:${password}`] },
  { command: ['CMD-SHELL', `curl -u admin:${password} localhost || exit 1`] },
])('an argument of a command: $command', ({ command }) => {
  expect(redact(`x ${password} y`, secretsOf([definitionWith({ command })], []))).toBe('x *** y')
})

test.each([
  { word: 'postgres' },
  { word: 'production' },
  { word: 'db-1.internal.example.com' },
  { word: 'eu-west-1' },
  { word: 'shop_production' },
  { word: '20260115' },
  { word: '/var/lib/app' },
])('an ordinary word of a value stays: $word', ({ word }) => {
  const values = [
    JSON.stringify({ driver: word, password }),
    `postgres://${word}:${password}@${word}:5432/${word}`,
    `host=${word} dbname=${word} password=${password}`,
    `serve -p ${word} --name ${word}`,
  ]
  for (const value of values) expect(redact(`x ${word} y`, hiddenIn(value))).toBe(`x ${word} y`)
})

test('a part of JSON that is nested deeper than the stack', () => {
  const depth = 100_000
  const value = `${'['.repeat(depth)}"${password}"${']'.repeat(depth)}`
  expect(redact(`x ${password} y`, hiddenIn(value))).toBe('x *** y')
})

const unusual = `k<9&"q'\\/ é+${password}`
const json = (text: string) => JSON.stringify(text).slice(1, -1)
const base64 = (text: string) => Buffer.from(text).toString('base64')

test.each([
  { name: 'JSON', text: json(unusual) },
  { name: 'JSON in JSON', text: json(json(unusual)) },
  { name: 'JSON of Go', text: json(unusual).replace(/</g, '\\u003c').replace(/&/g, '\\u0026') },
  {
    name: 'JSON of .NET',
    text: json(unusual).replace(/[<&'+é]/g, c => `\\u00${c.charCodeAt(0).toString(16).toUpperCase()}`),
  },
  { name: 'JSON of Python', text: json(unusual).replace('é', '\\u00e9') },
  {
    name: 'HTML',
    text: unusual.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&#34;').replace(/'/g, '&#39;'),
  },
  { name: 'a URL', text: encodeURIComponent(unusual) },
  { name: 'a form', text: encodeURIComponent(unusual).replaceAll('%20', '+') },
  { name: 'a URL in small letters', text: encodeURIComponent(unusual).replace(/%../g, c => c.toLowerCase()) },
  { name: 'base64', text: base64(unusual).replace(/=+$/, '') },
  { name: 'base64 of URLs', text: Buffer.from(unusual).toString('base64url') },
])('a value in the form of $name', ({ text }) => {
  expect(redact(`x ${text} y`, hiddenIn(unusual))).toBe('x *** y')
  expect(redact(`x ${text.slice(0, -3)}`, hiddenIn(unusual))).toBe('x ***')
})

test.each(['', 'u', 'ab', 'admin:'])('a value in the base64 of a longer text behind %j', before => {
  const shown = redact(base64(`${before}${password}${before}`), hiddenIn(password))
  expect(shown.replaceAll('***', '').length).toBeLessThan(before.length * 3 + 6)
  for (let at = 0; at + 8 <= password.length; at++)
    expect(Buffer.from(shown, 'base64').toString()).not.toContain(password.slice(at, at + 8))
})

test.each([
  { text: 'key AKIAIOSFODNN', shown: 'key ***' },
  { text: `token ${'ghp_'}abcdefgh12…`, shown: 'token ***…' },
  { text: `jwt ${'eyJhbGciOi'}JIUzI1NiJ9.${'eyJzdWIi'}`, shown: 'jwt ***' },
  { text: 'cannot reach postgres://shop:Sm7sec', shown: 'cannot reach postgres://shop:***' },
  { text: 'cannot reach redis://:Sm7sec.', shown: 'cannot reach redis://:***.' },
  { text: 'listening on http://0.0.0.0:5201', shown: 'listening on http://0.0.0.0:5201' },
  { text: 'listening on "http://localhost:80").', shown: 'listening on "http://localhost:80").' },
  { text: 'listening on http://[::1]:5201', shown: 'listening on http://[::1]:5201' },
  { text: 'get https://api/v1', shown: 'get https://api/v1' },
])('a secret by its form that is cut: $text', ({ text, shown }) => {
  expect(redact(text, [])).toBe(shown)
})

test('text beyond the longest report is dropped, including the word at the cut', () => {
  const shown = redact(`${'word '.repeat(10_000)}`, [])
  expect(shown.length).toBeLessThan(20_000)
  expect(shown).toMatch(/ word…$/)
})
