/** Values that a program wrapped: refused, without any part of them. */
import { describe, expect, test } from '@jest/globals'
import { readInputs } from '../../../src/inputs/read-inputs.js'

/** `openssl rand -base64 64`: 64 columns, and the rest. */
const full = 'qZ3vT0x8Jm2Lr7Yc1Wd9Kp4Hs6Nb5Gf+Uo/EtIaXeRzBvCyMwQjSlPkDhFgVnTu1'
const rest = 'x39JsJhQQ79pu+SkqtaKNg=='
const inputs = [
  'container-name',
  'environment-variables',
  'secrets',
  'docker-labels',
  'log-configuration-options',
  'env-files',
  'placeholders',
  'images',
  'tags',
]

function problemsOf(input: string, value: string) {
  const raw: Readonly<Record<string, string>> = {
    service: 'web',
    'container-name': 'app',
    image: 'web:1',
    [input]: value,
  }
  return readInputs(name => raw[name] ?? '')
    .problems.filter(({ subject }) => subject === input)
    .map(({ text }) => text)
}

const wide = `${full}${full}`
const pem = ['-----BEGIN PRIVATE KEY-----', full, full, 'abcd12==', '-----END PRIVATE KEY-----']

describe('a value over several lines', () => {
  test.each<{ name: string; lines: readonly string[]; says: RegExp }>([
    {
      name: 'base64 after 64 columns',
      lines: [`A=${full}`, rest],
      says: /^line 2 looks like the rest of the value in line 1/,
    },
    { name: 'base64 after 76 columns', lines: [`A=${wide.slice(0, 76)}`, rest], says: /^line 2 looks/ },
    {
      name: 'many lines',
      lines: ['X=1', `A=${full}`, full, full, 'abcd1w=='],
      says: /^lines 3 to 5 look like the rest of the value in line 2/,
    },
    {
      name: 'a rest that looks like a name with the value =',
      lines: [`A=${full}`, 'abcd12=='],
      says: /^line 2 looks/,
    },
    { name: 'a rest in capitals', lines: [`A=${full}`, 'QQ=='], says: /^line 2 looks/ },
    { name: 'a rest with the length of a name', lines: [`A=${full}`, 'JIs7fko='], says: /^line 2 looks/ },
    { name: 'a short rest', lines: [`A=${full}`, 'abc='], says: /^line 2 looks/ },
    { name: 'a rest without padding', lines: [`A=${full}`, 'abcdEFGH'], says: /^line 2 looks/ },
    {
      name: 'base64 for URLs',
      lines: [`A=${full.replaceAll('+', '-').replaceAll('/', '_')}`, rest.replace('+', '-')],
      says: /^line 2 looks/,
    },
    {
      name: 'Windows line ends and indentation',
      lines: [`A=${full}\r`, `  ${rest}\r`],
      says: /^line 2 looks/,
    },
    {
      name: 'only the rest',
      lines: ['A=1', rest.replace('+', 'x')],
      says: /^line 2 looks like the end of a value that was wrapped/,
    },
    {
      name: 'a key',
      lines: ['A=1', `B=${pem[0]}`, ...pem.slice(1)],
      says: /^lines 2 to 6 are one value, a key or a certificate \(PEM\)/,
    },
    {
      name: 'a key without its end',
      lines: [`B=${pem[0]}`, full, 'abcd12=='],
      says: /^lines 1 to 3 are one value/,
    },
    {
      name: 'a certificate',
      lines: ['B=-----BEGIN CERTIFICATE-----', full, 'abcd12==', '-----END CERTIFICATE-----'],
      says: /^lines 1 to 4 are one value/,
    },
  ])('$name', ({ lines, says }) => {
    for (const input of inputs) {
      const problems = problemsOf(input, lines.join('\n')).filter(
        text =>
          !/not the ARN of a \.env|container=image|TEXT=value|before the =|image reference|has no tag|characters that tags/.test(
            text,
          ),
      )
      expect([input, problems]).toStrictEqual([input, [expect.stringMatching(says)]])
      const all = problemsOf(input, lines.join('\n')).join('\n')
      for (const line of lines.filter(line => line.length > 20))
        for (let at = 0; at + 8 <= line.length; at += 4) {
          const part = line.slice(at, at + 8)
          if (/^[A-Za-z\d+/]{8}$/.test(part)) expect(all).not.toContain(part)
        }
      expect(all).not.toContain('abcd1')
    }
  })
})

describe('no value over several lines', () => {
  test.each<{ name: string; lines: readonly string[] }>([
    {
      name: 'a digest before a variable without a value',
      lines: ['A='.concat('0123456789abcdef'.repeat(4)), 'FOO='],
    },
    {
      name: 'a secret of just that length before an empty variable',
      lines: [`A=${full.slice(0, 64)}`, 'FEATURE='],
    },
    {
      name: 'a secret of just that length before an empty variable with a digit inside',
      lines: [`A=${full.slice(0, 64)}`, 'S3_PATH=', 'B=1', `C=${full.slice(0, 64)}`, 'S3_ENDPOINT='],
    },
    { name: 'an empty variable of abbreviations', lines: ['MSSQLSERVER=', 'MYSQLDBNAME='] },
    { name: 'a secret of just that length before a variable', lines: [`A=${full}`, 'FOO=bar', 'BAR=a=b=='] },
    { name: 'a long value that ends with padding', lines: [`A=${full}${rest}`, 'SEP=='] },
    { name: 'a key on one line', lines: [`A=${pem.join('\\n')}`, 'FOO='] },
    { name: 'a variable with the value =', lines: ['KV_SEP==', 'B=1'] },
    { name: 'a long address', lines: [`A=https://web.example.com/${'path/'.repeat(12)}`, 'FOO='] },
  ])('$name', ({ lines }) => {
    expect(problemsOf('environment-variables', lines.join('\n'))).toStrictEqual([])
  })
})
