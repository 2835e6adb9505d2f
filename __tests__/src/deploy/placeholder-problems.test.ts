/** What nothing replaced is called a placeholder wherever the file is refused for it, with its place as written. */
import { expect, test } from '@jest/globals'
import { type Case, rendered } from '../../support/rendered.js'

const dollar = '$'
const file = (line: string) => `family: web\n${line}\ncontainerDefinitions: [{name: app, image: web:1}]\n`
const container = (line: string) =>
  `family: web\ncontainerDefinitions:\n  - name: app\n    image: web:1\n${line}`

test.each<Case & { file: string; problem: string }>([
  {
    name: 'a family',
    file: 'family: <APP>\ncontainerDefinitions: [{name: app, image: web:1}]\n',
    problem: 'td.yml:1:1 family "<APP>" contains a placeholder that nothing has replaced: use the input placeholders',
  },
  {
    name: 'one of several words',
    file: file('networkMode: __MODE__'),
    problem: 'td.yml:2:1 networkMode "__MODE__" is a placeholder that nothing has replaced: use the input placeholders, or write one of awsvpc, bridge, host, none',
  },
  {
    name: 'a number without quotes',
    file: container(`    portMappings: [{ containerPort: ${dollar}{PORT} }]\n`),
    problem: `td.yml:5:22 containerDefinitions[0].portMappings[0].containerPort is the placeholder "${dollar}{PORT}", but ECS expects a number; replace it with the input placeholders`,
  },
  {
    name: 'a number in quotes',
    file: container("    memory: '{{ memory }}'\n"),
    problem: 'td.yml:5:5 containerDefinitions[0].memory is the placeholder "{{ memory }}", but ECS expects a number; replace it with the input placeholders',
  },
  {
    name: 'a list that would have secrets',
    file: container('    environment: {{ variables }}\n'),
    problem: 'td.yml:5:5 containerDefinitions[0].environment is a placeholder, but ECS expects a list of objects with name and value',
  },
])('$name', async ({ problem, ...given }) => {
  expect(await rendered(given)).toStrictEqual([problem])
}) // biome-ignore format: one table

test('a value that is no number is not called a placeholder', async () => {
  expect(
    await rendered({
      name: '',
      file: container(`    memory: ${dollar}{MEMORY}\n`),
      inputs: { placeholders: `${dollar}{MEMORY}=much` },
    }),
  ).toStrictEqual([
    'td.yml:5:5 containerDefinitions[0].memory is the string "much", but ECS expects a number',
  ])
})
