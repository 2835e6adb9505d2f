/** World files: all problems at once, each with its line and its member; and the published schema. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'
import { printWorld } from '../../../simulator/world/print-world.js'
import { readWorld, WorldFileError } from '../../../simulator/world/read-world.js'
import { worldSchemaFile } from '../../../simulator/world/schema/world-schema-file.js'

const published = readFileSync('docs/schema/world.schema.json', 'utf8')
const isValid = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  JSON.parse(published),
)

function problemsOf(text: string): readonly string[] {
  try {
    readWorld({ name: 'w.yaml', text })
    return []
  } catch (error) {
    if (error instanceof WorldFileError) return error.problems
    throw error
  }
}

const wrong = [
  {
    what: 'an unknown member',
    text: 'sevices: []',
    problem: 'w.yaml:1: sevices is not known; did you mean services?',
  },
  {
    what: 'an unknown member of an image',
    text: 'images:\n  web:1:\n    lisens: { 80: 200 }',
    problem: 'w.yaml:3: images["web:1"].lisens is not known; did you mean listens?',
  },
  {
    what: 'a port that is none',
    text: 'images: { a: { listens: { http: 200 } } }',
    problem: 'w.yaml:1: images.a.listens.http has a name that is no port',
  },
  {
    what: 'a number that should be a text',
    text: 'account: 123456789012',
    problem: 'w.yaml:1: account should be a text, not 123456789012; write it in quotes',
  },
  {
    what: 'an account that is none',
    text: 'account: "12"',
    problem: 'w.yaml:1: account "12" is not 12 digits',
  },
  {
    what: 'a member of AWS that does not exist',
    text: 'services:\n  - serviceName: web\n    desiredcount: 2',
    problem: 'w.yaml:3: services[0].desiredcount is not known; did you mean desiredCount?',
  },
  {
    what: 'a value of AWS that does not exist',
    text: 'services:\n  - serviceName: web\n    launchType: FARGAT',
    problem:
      'w.yaml:3: services[0].launchType "FARGAT" is not one of EC2, EXTERNAL, FARGATE, MANAGED_INSTANCES; did you mean FARGATE?',
  },
  {
    what: 'a member that is needed',
    text: 'taskDefinitions:\n  - family: web',
    problem: 'w.yaml:2: taskDefinitions[0] needs "containerDefinitions"',
  },
  {
    what: 'a negative number',
    text: 'images: { "web:1": { startSeconds: -1 } }',
    problem: 'w.yaml:1: images["web:1"].startSeconds is -1, less than 0',
  },
  {
    what: 'an exit code that is none',
    text: 'images: { "web:1": { exitCode: 256 } }',
    problem: 'w.yaml:1: images["web:1"].exitCode is 256, more than 255',
  },
  {
    what: 'an unknown fault',
    text: 'faults:\n  - kind: throtling',
    problem:
      /^w\.yaml:2: faults\[0\]\.kind "throtling" is not one of latency, .*; did you mean throttling\?$/,
  },
  {
    what: 'a fault without a kind',
    text: 'faults: [{ ms: 3 }]',
    problem: /^w\.yaml:1: faults\[0\] needs "kind", one of latency/,
  },
  {
    what: 'a member of another fault',
    text: 'faults: [{ kind: server-error, ms: 3 }]',
    problem: /^w\.yaml:1: faults\[0\]\.ms is not known/,
  },
  {
    what: 'an unknown operation',
    text: 'calls:\n  - UpdateServce: {}',
    problem: 'w.yaml:2: calls[0].UpdateServce is not known; did you mean UpdateService?',
  },
  {
    what: 'two operations in one call',
    text: 'calls: [{ ListServices: {}, ListClusters: {} }]',
    problem: 'w.yaml:1: calls[0] has 2 members, not 1',
  },
  {
    what: 'a duration without a unit',
    text: 'begins: "3"',
    problem: 'w.yaml:1: begins "3" is no duration such as 40s or 5m',
  },
  {
    what: 'a list instead of a map',
    text: 'images: []',
    problem: 'w.yaml:1: images should be a map, not a list',
  },
  {
    what: 'a map instead of a list',
    text: 'services: {}',
    problem: 'w.yaml:1: services should be a list, not a map',
  },
  {
    what: 'a state that is none',
    text: 'alarms: { a: BROKEN }',
    problem: /^w\.yaml:1: alarms\.a "BROKEN" is not one of OK/,
  },
  { what: 'a name as the world', text: 'web', problem: 'w.yaml:1: the world should be a map, not "web"' },
  {
    what: 'a range with one end',
    text: 'settings: { listLagMs: [1] }',
    problem: 'w.yaml:1: settings.listLagMs has 1 items, not 2',
  },
  {
    what: 'nothing where a number should be',
    text: 'seed:',
    problem: 'w.yaml:1: seed should be a whole number, not empty',
  },
]

test.each(wrong)('$what is a problem, for the reader and by the schema', ({ text, problem }) => {
  expect(problemsOf(text)).toStrictEqual([
    typeof problem === 'string' ? problem : expect.stringMatching(problem),
  ])
  expect(isValid(parse(text))).toBe(false)
})

test('all problems are reported at once, in the order of their lines', () => {
  const text = 'seed: x\naccount: 1\nservices: {}\nimages: { a: { exitCode: 256 } }\nsevices: []'
  const lines = problemsOf(text).map(problem => problem.split(':')[1])
  expect(lines).toStrictEqual(['1', '2', '3', '4', '5'])
})

test.each([
  { what: 'YAML that is none', text: 'images:\n  "a', problem: /^w\.yaml:2: Missing closing "quote$/ },
  {
    what: 'a history in the wrong order',
    text: 'history:\n  - ago: 1h\n  - ago: 2h',
    problem: 'w.yaml:3: history[1].ago is before the beginning, or before the entry above it',
  },
  {
    what: 'a later change without its time',
    text: 'later:\n  - alarms: { a: ALARM }',
    problem: 'w.yaml:2: later[0] needs either "after" or "afterRollout"',
  },
])('$what is a problem', ({ text, problem }) => {
  expect(problemsOf(text)).toStrictEqual([
    typeof problem === 'string' ? problem : expect.stringMatching(problem),
  ])
})

test('every scenario, and the example, is valid by the schema', () => {
  const texts = [
    ...Object.values(scenarios).map(printWorld),
    readFileSync('docs/simulator/failing-rollout.yaml', 'utf8'),
  ]
  for (const text of texts) {
    expect(isValid(parse(text, { merge: true }))).toBe(true)
    expect(problemsOf(text)).toStrictEqual([])
  }
})

test('the page about world files shows the example', () => {
  const page = readFileSync('docs/simulator/world-file.md', 'utf8')
  expect(page).toContain(readFileSync('docs/simulator/failing-rollout.yaml', 'utf8'))
})

test('the published schema is that of the reader', () => {
  // npm run --silent simulator -- --print-schema > docs/schema/world.schema.json
  expect(published).toBe(worldSchemaFile())
})

test('account and region are those of the file, and a caller can replace them', () => {
  const text = 'account: "000011112222"\nregion: us-east-2\nimages: { "$' + '{registry}/web:1": {} }'
  const inFile = '000011112222.dkr.ecr.us-east-2.amazonaws.com/web:1'
  expect(Object.keys(readWorld({ name: 'w', text }).description.images ?? {})).toStrictEqual([inFile])
  const { description } = readWorld({ name: 'w', text, place: { region: 'cn-north-1' } })
  expect(description).toMatchObject({ account: '000011112222', region: 'cn-north-1' })
  expect(Object.keys(description.images ?? {})).toStrictEqual([
    '000011112222.dkr.ecr.cn-north-1.amazonaws.com.cn/web:1',
  ])
})
