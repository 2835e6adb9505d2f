import { expect, test } from '@jest/globals'
import { parsePlaceholders } from '../../../src/inputs/parse-placeholders.js'

const dollar = '$'

function parsed(input: string) {
  const problems: string[] = []
  const found = parsePlaceholders(input, problem => problems.push(problem))
  return { pairs: found.map(({ text, value, line }) => [text, value, line]), problems }
}

test.each([
  { input: '<DB_HOST>=db.internal', pairs: [['<DB_HOST>', 'db.internal', 1]] },
  { input: `${dollar}{ACCOUNT_ID}=1\r\n\n  {{ .Env }}=prod`, pairs: [[`${dollar}{ACCOUNT_ID}`, '1', 1], ['{{ .Env }}', 'prod', 3]] },
  { input: '<A=B>=c=d', pairs: [['<A=B>', 'c=d', 1]] },
  { input: '{{ a == b }}=c', pairs: [['{{ a == b }}', 'c', 1]] },
  { input: '<URL>=x?a=b>c', pairs: [['<URL>', 'x?a=b>c', 1]] },
  { input: '<A>-<B>=c', pairs: [['<A>-<B>', 'c', 1]] },
  { input: '__REGION__= eu ', pairs: [['__REGION__', ' eu ', 1]] },
  { input: 'YOUR_APP=web', pairs: [['YOUR_APP', 'web', 1]] },
  { input: '<AB=1', pairs: [['<AB', '1', 1]] },
  { input: '<SUFFIX>=', pairs: [['<SUFFIX>', '', 1]] },
])('$input', ({ input, pairs }) => {
  expect(parsed(input)).toStrictEqual({ pairs, problems: [] })
}) // biome-ignore format: one table

test.each([
  { input: '<DB_HOST>', problems: ['line 1 is not TEXT=value'] },
  { input: '<A>=1\n=hunter2', problems: ['line 2 is not TEXT=value'] },
  { input: '<A>=1\nhunter2', problems: ['line 2 is not TEXT=value'] },
  { input: '<DB_HOST> = x', problems: ['line 1 has a space before the ='] },
  { input: '$A=x', problems: ['line 1 has a text of fewer than 3 characters before the =: use a longer one, such as <NAME>'] },
  { input: '<DB>=1\n<DB>=2', problems: ['"<DB>" appears more than once'] },
  { input: 'hunter2=1\nhunter2=2', problems: ['a text appears more than once'] },
])('$input is refused: $problems', ({ input, problems }) => {
  expect(parsed(input).problems).toStrictEqual(problems)
}) // biome-ignore format: one table
