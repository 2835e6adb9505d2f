import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { inputNames, passedInputs, readInputs } from '../../../simulator/action/inputs.js'

const context = {
  scenarios: ['healthy', 'port-mismatch'],
  isFile: (path: string) => path === 'world.yaml',
  passed: [],
}

function problemsOf(values: Readonly<Record<string, string>>, passed: readonly string[] = []) {
  const read = readInputs(new Map(Object.entries(values)), { ...context, passed })
  return read.kind === 'wrong' ? read.problems : []
}

test('simulator/action.yml has the same inputs', () => {
  const { inputs } = parse(readFileSync('simulator/action.yml', 'utf8')) as { readonly inputs: object }
  expect(Object.keys(inputs).toSorted()).toStrictEqual(inputNames.toSorted())
})

test('valid inputs become arguments of serve', () => {
  const values = new Map([
    ['world', 'world.yaml'],
    ['port', '4566'],
    ['account', '000000000001'],
  ])
  expect(readInputs(values, context)).toStrictEqual({
    kind: 'valid',
    args: ['--world=world.yaml', '--port=4566', '--account=000000000001'],
    artifact: undefined,
  })
})

test('the name of the artifact is not for serve', () => {
  const values = new Map([
    ['seed', '7'],
    ['requests-artifact', 'requests of web (eu-west-1)'],
  ])
  expect(readInputs(values, context)).toStrictEqual({
    kind: 'valid',
    args: ['--seed=7'],
    artifact: 'requests of web (eu-west-1)',
  })
})

test.each(['"', ':', '<', '>', '|', '*', '?', '\r', '\n', '\\', '/'])(
  'a name of an artifact with %j is refused',
  character => {
    const value = `prod${character}web`
    expect(problemsOf({ 'requests-artifact': value })).toStrictEqual([
      `requests-artifact: ${JSON.stringify(value)} is not a name of an artifact. Leave out line breaks and these characters: " : < > | * ? \\ /`,
    ])
  },
)

test.each([
  { name: 'scenario', value: 'port-mismach', says: 'did you mean port-mismatch?' },
  { name: 'world', value: 'worlds/shop.yaml', says: 'is no file in the workspace. Check out the repository' },
  { name: 'tag', value: 'a tag', says: 'is not a tag of an image. Use letters' },
  { name: 'speed', value: 'fast', says: 'is not a speed. Set a number from 0 to 1000' },
  { name: 'speed', value: '-1', says: 'is not a speed' },
  { name: 'host', value: 'http://0.0.0.0', says: 'is not an address. Set one of this machine' },
  { name: 'port', value: '70000', says: 'is not a port. Set a whole number from 1 to 65535' },
  { name: 'region', value: 'Frankfurt', says: 'is not a region. Set one such as eu-west-1' },
  { name: 'account', value: '12345', says: 'is not an account. Set 12 digits' },
  { name: 'seed', value: '1.5', says: 'is not a seed. Set a whole number' },
])('$name $value is refused by its name and value, with what to do', ({ name, value, says }) => {
  const [problem = '', ...others] = problemsOf({ [name]: value })
  expect(problem.startsWith(`${name}: `)).toBe(true)
  expect(problem).toContain(`"${value}"`)
  expect(problem).toContain(says)
  expect(others).toStrictEqual([])
})

test('every wrong input is reported, with those that do not exist and those that exclude each other', () => {
  const problems = problemsOf(
    { scenario: 'healthy', world: 'world.yaml', tag: 'v1', port: 'http', speed: '2000' },
    ['scenario', 'world', 'tag', 'port', 'speed', 'sped', 'cluster'],
  )
  expect(problems).toStrictEqual([
    expect.stringMatching(/^sped: there is no such input\. Did you mean speed\?/),
    expect.stringMatching(/^cluster: there is no such input\. The inputs are scenario, /),
    expect.stringMatching(/^port: "http"/),
    expect.stringMatching(/^speed: "2000"/),
    expect.stringMatching(/^scenario: "healthy" and world: "world\.yaml" exclude each other/),
    expect.stringMatching(/^tag: "v1" is for scenarios/),
  ])
})

test('the runner passes inputs in capitals; act also passes those of a composite action', () => {
  const env = { INPUT_PORT: '1', INPUT_CLUSTER: '', INPUT_small: 'x', PATH: '/bin' }
  expect(passedInputs(env)).toStrictEqual(['port', 'cluster'])
  expect(passedInputs({ ...env, ACT: 'true' })).toStrictEqual([])
})
