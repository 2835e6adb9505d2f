/** What a user writes is what ECS receives, whatever it is; and what ECS has received differs from nothing but itself. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { taskDefinition } from '../../simulator/scenarios/web-service.js'
import { diff } from '../../src/core/task-definition/diff.js'
import type { Json, JsonObject } from '../../src/core/text/json.js'
import { play } from '../support/play.js'
import { acceptedInputs } from '../support/web-stories.js'
import { chance } from './check-worlds.js'

/** Keys that no release knows, those among them that JavaScript knows. */
const key = fc.oneof(
  fc.string().map(text => `x-${text}`),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'x-__proto__', 'x y', '<<', '🔑'),
)
const word = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    '0123',
    '1e3',
    'no',
    'null',
    '~',
    '12:30:45',
    'a=b=c',
    '$X',
    '{{ x }}',
    '"',
    '\r\n',
    '\u2028',
    ' x ',
    '!y',
  ),
)
/** Numbers that a double does not hold as they are written are refused, and not for here. */
const leaf = fc.oneof(
  word,
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf.map(one => (Object.is(one, -0) || (Number.isInteger(one) && !Number.isSafeInteger(one)) ? 0 : one)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }) as fc.Arbitrary<JsonObject>,
  ),
})).value
const unknown = fc.dictionary(key, value, { maxKeys: 3 }) as fc.Arbitrary<JsonObject>

const settings = fc.uniqueArray(
  fc.tuple(
    fc.stringMatching(/^[A-Z_]{1,6}$/).map(name => `OUR_${name}`),
    word.filter(text => !/[\r\n]/.test(text)),
  ),
  { maxLength: 3, selector: ([name]) => name },
)

/** Two containers, with keys of chance at every depth. */
const file = fc.array(unknown, { minLength: 7, maxLength: 7 }).map(([a, b, c, d, e, f, g]): JsonObject => {
  const { containerDefinitions, ...around } = taskDefinition('web:1') as {
    containerDefinitions: JsonObject[]
  }
  const [app] = containerDefinitions
  return {
    ...around,
    ...a,
    runtimePlatform: { cpuArchitecture: 'X86_64', ...b },
    containerDefinitions: [
      {
        ...app,
        portMappings: [{ containerPort: 5001, ...c }],
        environment: [{ name: 'A', value: '0123', ...d }],
        healthCheck: { command: ['CMD-SHELL', 'x'], ...e },
        ...f,
      },
      {
        name: 'envoy',
        image: 'envoy:1',
        essential: false,
        dependsOn: [{ containerName: 'app', condition: 'START', ...g }],
      },
    ],
  }
})

const overridden = (
  definition: JsonObject,
  variables: readonly (readonly [string, string])[],
): JsonObject => {
  const [app, envoy] = definition.containerDefinitions as [JsonObject, JsonObject]
  const added = variables.map(([name, value]) => ({ name, value }))
  const environment = [...(app.environment as Json[]), ...added]
  return { ...definition, containerDefinitions: [{ ...app, image: 'web:2', environment }, envoy] }
}

async function registered(text: string, variables: readonly (readonly [string, string])[]) {
  const inputs = {
    'task-definition': 'td.json',
    'allow-unknown-keys': 'true',
    'provenance-tags': 'false',
    'container-name': 'app',
    image: 'web:2',
    'environment-variables': variables.map(pair => pair.join('=')).join('\n'),
  }
  const played = await play({ setUp: () => {}, files: { 'td.json': text }, inputs })
  const [request] = played.requests
  return { played, request, sent: JSON.stringify(acceptedInputs(played, 'RegisterTaskDefinition')[0]) }
}

/** The ways to write a file. */
const writers: readonly ((definition: JsonObject) => string)[] = [
  definition => JSON.stringify(definition),
  definition => JSON.stringify(definition, undefined, '\t'),
  definition => `\uFEFF${JSON.stringify(definition, undefined, 2).replaceAll('\n', '\r\n')}\r\n`,
  definition => stringify(definition, { defaultKeyType: 'QUOTE_DOUBLE' }),
]

test('unknown keys and values reach ECS at every depth, together with overrides, and what was rendered renders to itself', async () => {
  const chances = chance('files with keys of chance', 60)
  let kept = 0
  await fc.assert(
    fc.asyncProperty(file, settings, fc.constantFrom(...writers), async (definition, variables, write) => {
      const first = await registered(write(definition), variables)
      expect(first.played.outputs.outcome).toBe('registered')
      expect(first.sent).toBe(JSON.stringify(overridden(definition, variables)))
      kept += first.request?.unknownMembers.length ?? 0
      const again = await registered(first.played.rendered?.text ?? '', variables)
      expect(again.sent).toBe(first.sent)
    }),
    chances,
  )
  expect(kept).toBeGreaterThan(chances.numRuns)
})

test('nothing differs from itself, and an image, a size, a variable or an unknown key that is another one always does', () => {
  const other = (definition: JsonObject, app: JsonObject, around: JsonObject = {}): JsonObject => {
    const [first, ...rest] = definition.containerDefinitions as JsonObject[]
    return { ...definition, containerDefinitions: [{ ...first, ...app }, ...rest], ...around }
  }
  fc.assert(
    fc.property(file, fc.array(value, { minLength: 2, maxLength: 2 }), word, (definition, values, text) => {
      expect(diff(definition, structuredClone(definition))).toStrictEqual([])
      const [before, after] = values.map(one =>
        other(definition, { 'x-other': one ?? null }, { 'x-beside': one ?? null }),
      )
      const differ = JSON.stringify(withoutEmpty(values[0])) !== JSON.stringify(withoutEmpty(values[1]))
      if (differ && before && after) expect(diff(before, after)).not.toStrictEqual([])
      for (const changed of [
        other(definition, { image: 'web:other' }),
        other(definition, { cpu: 7 }),
        other(definition, { environment: [{ name: 'A', value: `${text}.` }] }),
        other(definition, { environment: [] }),
        other(definition, {}, { cpu: '2048' }),
      ]) {
        expect(diff(definition, changed)).not.toStrictEqual([])
        expect(diff(changed, definition)).not.toStrictEqual([])
      }
    }),
    chance('definitions that differ', 300),
  )
})

/** Without what is the same as absent to ECS, and without the order of members. */
function withoutEmpty(one: Json | undefined): Json {
  if (one === undefined || one === null) return null
  if (Array.isArray(one)) return one.length === 0 ? null : one.map(withoutEmpty)
  if (typeof one !== 'object') return one
  const members = Object.entries(one as JsonObject)
    .map(([name, member]) => [name, withoutEmpty(member)] as const)
    .filter(([, member]) => member !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return members.length === 0 ? null : Object.fromEntries(members)
}
