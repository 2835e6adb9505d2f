import { describe, expect, test } from '@jest/globals'
import type { Overrides } from '../../../src/core/task-definition/overrides.js'
import { readInputs } from '../../../src/inputs/read-inputs.js'
import { containerOverrides, definitionOverrides } from '../../support/option-builders.js'

type Raw = Readonly<Record<string, string>>
const read = (raw: Raw) => readInputs(name => ({ service: 'web', ...raw })[name] ?? '')
const app = (raw: Raw) => read({ 'container-name': 'app', image: 'keep', ...raw })
const said = (raw: Raw) => read(raw).problems.map(({ subject, text }) => `${subject} ${text}`)

const container = containerOverrides()
const pair = (key: string, value: string) => ({ key, value })

/** As docs/reference.md calls the lines of each input. */
const forms: Raw = { 'environment-variables': 'NAME=value', secrets: 'NAME=ARN' }

describe('lines of key=value', () => {
  test.each([
    { name: 'one', lines: 'A=1', pairs: [pair('A', '1')] },
    {
      name: 'several, with empty lines between and after them',
      lines: '\nA=1\n\n  \nB=2\n',
      pairs: [pair('A', '1'), pair('B', '2')],
    },
    {
      name: 'line endings of Windows',
      lines: 'A=1\r\nB=2\r\n',
      pairs: [pair('A', '1'), pair('B', '2')],
    },
    {
      name: 'only the first = cuts',
      lines: 'URL=postgres://u:p@h/db?a=b&c==\nB64=aGk=',
      pairs: [pair('URL', 'postgres://u:p@h/db?a=b&c=='), pair('B64', 'aGk=')],
    },
    { name: 'an empty value', lines: 'A=\nB=2', pairs: [pair('A', ''), pair('B', '2')] },
    {
      name: 'blanks of a value stay, at its end, too',
      lines: 'A= x \nB=\ty\t',
      pairs: [pair('A', ' x '), pair('B', '\ty\t')],
    },
    { name: 'an indented key', lines: '  A=1\n\tB=2', pairs: [pair('A', '1'), pair('B', '2')] },
    {
      name: 'quotes, dollars, backslashes, hashes and braces mean nothing',
      lines: `A="x"\nB='y' # z\nC=$HOME $(X) \\n %PATH%\nD={"a":[1,"="]}`,
      pairs: [
        pair('A', '"x"'),
        pair('B', `'y' # z`),
        pair('C', '$HOME $(X) \\n %PATH%'),
        pair('D', '{"a":[1,"="]}'),
      ],
    },
    {
      name: 'text that YAML would interpret differently',
      lines: 'A=0123\nB=true\nC=null\nD=1e3',
      pairs: [pair('A', '0123'), pair('B', 'true'), pair('C', 'null'), pair('D', '1e3')],
    },
    {
      name: 'keys with dots, slashes, colons and other scripts',
      lines: 'spring.datasource.url=x\nnpm_config_//registry.npmjs.org/:_authToken=y\nschlüssel=ü',
      pairs: [
        pair('spring.datasource.url', 'x'),
        pair('npm_config_//registry.npmjs.org/:_authToken', 'y'),
        pair('schlüssel', 'ü'),
      ],
    },
    {
      name: 'keys that every object has',
      lines: '__proto__=1\nconstructor=2',
      pairs: [pair('__proto__', '1'), pair('constructor', '2')],
    },
  ])('$name', ({ lines, pairs }) => {
    const inputs = (name: string) => app({ [name]: lines }).inputs.overrides.container
    expect(inputs('environment-variables')).toStrictEqual({ ...container, environment: pairs })
    expect(inputs('docker-labels')).toStrictEqual({ ...container, dockerLabels: pairs })
    expect(inputs('log-configuration-options')).toStrictEqual({ ...container, logOptions: pairs })
    expect(app({ tags: lines, 'container-name': '' }).inputs.tags).toStrictEqual(pairs)
  })

  test.each([
    { name: 'no =', lines: 'A=1\nhunter2', says: ['line 2 is not FORM: it has no ='] },
    { name: 'YAML', lines: 'PASSWORD: hunter2', says: ['line 1 is not FORM: write = instead of the colon'] },
    {
      name: 'JSON',
      lines: '{"PASSWORD":"hunter2"}',
      says: ['line 1 is JSON, not FORM: write each entry as FORM on a line of its own'],
    },
    { name: 'no key', lines: '=hunter2', says: ['line 1 is not FORM'] },
    {
      name: 'a blank before the =',
      lines: 'A = hunter2',
      says: ['line 1 has a space between "A" and the ='],
    },
    {
      name: 'a line of a secret that has several',
      lines: 'A=-----BEGIN\n"hunter2+hunter3" = x',
      says: ['line 2 has a space before the ='],
    },
    {
      name: 'a duplicate key, reported once',
      lines: 'A=hunter2\nB=2\nA=3\nA=4',
      says: ['"A" appears more than once'],
    },
  ])('$name is a problem, without the value in its text', ({ lines, says }) => {
    for (const name of pairInputs) {
      expect(said({ 'container-name': 'app', image: 'keep', [name]: lines })).toStrictEqual(
        says.map(text => `${name} ${text.replaceAll('FORM', forms[name] ?? 'key=value')}`),
      )
    }
    expect(said({ tags: lines })).toStrictEqual(
      says.map(text => `tags ${text.replaceAll('FORM', 'key=value')}`),
    )
  })
})

const pairInputs = ['environment-variables', 'secrets', 'docker-labels', 'log-configuration-options']

test('characters of a value before the = are no name, except in tags, which take some of them', () => {
  const lines = 'hunter2+hunter3==\nhunter2+hunter3=='
  for (const name of pairInputs)
    expect(said({ 'container-name': 'app', image: 'keep', [name]: lines })).toStrictEqual(
      [1, 2].map(
        line => `${name} line ${line} has no name before the =: it is not ${forms[name] ?? 'key=value'}`,
      ),
    )
  expect(said({ tags: lines })).toStrictEqual(['tags a key appears more than once'])
})

describe('several words before the =', () => {
  test.each([
    { name: 'a line of a script', lines: 'export NODE_ENV=production', line: 1 },
    { name: 'a list of YAML', lines: '- NODE_ENV=production', line: 1 },
    { name: 'the rest of a value', lines: 'GREETING=hello\nour secret is hunter2=x', line: 2 },
  ])('$name: no name of a variable or a secret', ({ lines, line }) => {
    const text = `line ${line} has several words before the =: write FORM, without export or a dash, and each value on one line`
    for (const [name, form] of Object.entries(forms))
      expect(said({ 'container-name': 'app', image: 'keep', [name]: lines })).toContain(
        `${name} ${text.replace('FORM', form)}`,
      )
  })

  test('keys of labels, options and tags', () => {
    for (const name of ['docker-labels', 'log-configuration-options', 'tags'])
      expect(said({ 'container-name': 'app', image: 'keep', [name]: 'cost center=y' })).toStrictEqual([])
  })
})

describe('command', () => {
  test.each([
    { line: 'node server.js --port 5201', words: ['node', 'server.js', '--port', '5201'] },
    { line: '  node   server.js ', words: ['node', 'server.js'] },
    { line: `sh -c 'echo "a  b" && exec app'`, words: ['sh', '-c', 'echo "a  b" && exec app'] },
    { line: `app "two words" ''  "" end`, words: ['app', 'two words', '', '', 'end'] },
    { line: 'app a\\ b \\"c\\" "d\\"e"', words: ['app', 'a b', '"c"', 'd"e'] },
    { line: `app 'a\\b' "c\\d"`, words: ['app', 'a\\b', 'c\\d'] },
    { line: 'app --x="y z"\'w\'', words: ['app', '--x=y zw'] },
    {
      line: 'app $HOME $(X) *.js ~ # no comment',
      words: ['app', '$HOME', '$(X)', '*.js', '~', '#', 'no', 'comment'],
    },
    { line: '["node","server.js"]', words: ['node', 'server.js'] },
    { line: '[\n  "sh", "-c",\n  "a\\nb  \\"c\\" $D é"\n]', words: ['sh', '-c', 'a\nb  "c" $D é'] },
    { line: '["", " "]', words: ['', ' '] },
    { line: '[]', words: [] },
  ])('$line', ({ line, words }) => {
    const { inputs, problems } = app({ command: line })
    expect([inputs.overrides.container, problems]).toStrictEqual([{ ...container, command: words }, []])
  })

  test.each([
    { name: 'a double quote that is open', line: 'app "hunter2', says: /^command has an unclosed quote/ },
    { name: 'a single quote that is open', line: "app it's", says: /^command has an unclosed quote/ },
    {
      name: 'a backslash at the end',
      line: 'app \\',
      says: /^command has an unclosed quote, or a backslash/,
    },
    { name: 'several lines', line: 'app\nhunter2', says: /^command has several lines/ },
    {
      name: 'broken JSON',
      line: '["hunter2"',
      says: /^command begins with \[ but is not a JSON array of strings/,
    },
    { name: 'a number in it', line: '["hunter2", 5]', says: /item 2 is not a string$/ },
    { name: 'a list in it', line: '[["hunter2"]]', says: /item 1 is not a string$/ },
  ])('$name is a problem, without the command in its text', ({ line, says }) => {
    const problems = said({ 'container-name': 'app', image: 'keep', command: line })
    expect(problems).toStrictEqual([expect.stringMatching(says)])
    expect(problems.join('')).not.toContain('hunter2')
  })
})

const s3 = 'arn:aws-cn:s3:::bucket/deploy/web.env'
const role = 'arn:aws:iam::012345678901:role/path/web'

describe('the other settings', () => {
  test.each<{ name: string; raw: Raw; overrides: Partial<Overrides> }>([
    { name: 'none', raw: { 'container-name': '' }, overrides: {} },
    {
      name: 'several containers',
      raw: { 'container-name': 'app, worker', command: 'x' },
      overrides: { container: { ...container, containers: ['app', 'worker'], command: ['x'] } },
    },
    {
      name: 'files, in their order',
      raw: { 'env-files': `${s3}\r\n\r\n ${s3}2.env ` },
      overrides: { container: { ...container, environmentFiles: [s3, `${s3}2.env`] } },
    },
    {
      name: 'a log driver',
      raw: { 'log-configuration-log-driver': 'json-file' },
      overrides: { container: { ...container, logDriver: 'json-file' } },
    },
    {
      name: 'secrets without variables',
      raw: { secrets: 'DB=arn:aws:ssm:eu-west-1:1:parameter/a=b' },
      overrides: {
        container: { ...container, secrets: [pair('DB', 'arn:aws:ssm:eu-west-1:1:parameter/a=b')] },
      },
    },
    {
      name: 'roles, which need no container',
      raw: { 'container-name': '', 'task-role-arn': role, 'execution-role-arn': role },
      overrides: { taskRoleArn: role, executionRoleArn: role },
    },
  ])('$name', ({ raw, overrides }) => {
    const { inputs, problems } = app(raw)
    expect([inputs.overrides, problems]).toStrictEqual([definitionOverrides(overrides), []])
  })

  test.each<{ raw: Raw; says: string[] }>([
    {
      raw: { 'environment-variables': 'A=1' },
      says: ['container-name is empty, but environment-variables is set: name the container that gets it'],
    },
    {
      raw: { image: 'web:1', 'environment-variables': 'A=1' },
      says: [
        'container-name is empty, but image and environment-variables are set: name the container that gets it',
      ],
    },
    {
      raw: { secrets: 'A=x', command: 'x' },
      says: ['container-name is empty, but secrets and command are set: name the container that gets it'],
    },
    {
      raw: { 'container-name': 'app', image: 'keep', secrets: 'DB=\nKEY= ' },
      says: [
        'secrets "DB" has no value: set it to the ARN of a secret or the name of a parameter',
        'secrets "KEY" has no value: set it to the ARN of a secret or the name of a parameter',
      ],
    },
    {
      raw: { 'container-name': 'app', image: 'keep', secrets: 'DB=x', 'environment-variables': 'DB=y' },
      says: ['secrets "DB" is also in environment-variables'],
    },
    ...['s3://bucket/a.env', 'arn:aws:s3:::bucket', 'arn:aws:s3:::bucket/a.txt', 'a.env'].map(file => ({
      raw: { 'container-name': 'app', image: 'keep', 'env-files': file },
      says: [`env-files "${file}" is not the ARN of a .env file in S3 (arn:aws:s3:::bucket/path.env)`],
    })),
    {
      raw: { 'container-name': 'app', image: 'keep', 'log-configuration-log-driver': 'awslog' },
      says: [
        'log-configuration-log-driver "awslog" is not one of awsfirelens, awslogs, fluentd, gelf, journald, json-file, splunk, syslog; did you mean awslogs?',
      ],
    },
    ...['task-role-arn', 'execution-role-arn'].flatMap(name =>
      [
        'web',
        'arn:aws:iam::1:role/web',
        'arn:aws:iam::012345678901:user/web',
        'arn:aws:iam::012345678901:role/',
      ].map(value => ({
        raw: { [name]: value },
        says: [`${name} "${value}" is not the ARN of an IAM role (arn:aws:iam::123456789012:role/name)`],
      })),
    ),
  ])('$says', ({ raw, says }) => {
    expect(said(raw)).toStrictEqual(says)
  })
})
