/** What holds of every task definition, whatever is in it. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { taskDefinitionShape } from '../../../../src/adapters/aws/task-definition-shape.js'
import { diff } from '../../../../src/core/task-definition/diff.js'
import type { RenderOptions } from '../../../../src/core/task-definition/render.js'
import { render } from '../../../../src/core/task-definition/render.js'
import { validate } from '../../../../src/core/task-definition/validate.js'
import type { Json, JsonObject } from '../../../../src/core/text/json.js'
import { changeText } from '../../../../src/report/log/change-text.js'
import { containerOverrides, definitionOverrides } from '../../../support/option-builders.js'

const name = fc.oneof(
  fc.stringMatching(/^[A-Za-z_][\w.-]{0,8}$/),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'A', 'A (2)', 'name', 'tags', 'value'),
)
const text = fc.oneof(fc.string(), fc.constantFrom('', '$X', 'a=b', '"', '\r\n', '\u2028', '{{ x }}'))
const json = fc.jsonValue({ maxDepth: 2 }).map(exact)
const unknown = fc.dictionary(name, json, { maxKeys: 3 }).map(members => prefixed(members as JsonObject))

/** Numbers that no double holds exactly are refused, and not for here. */
function exact(value: unknown): Json {
  return JSON.parse(JSON.stringify(value), (_, one) =>
    Number.isInteger(one) && !Number.isSafeInteger(one) ? 0.5 : one,
  )
}

/** Keys that no release will ever know. */
function prefixed(members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).map(([key, value]) => [`x-${key}`, value]))
}

const items = (member: string) =>
  fc.array(
    fc.tuple(name, text, unknown).map(([key, value, more]) => ({ ...more, name: key, [member]: value })),
    { maxLength: 4 },
  )
const labels = fc.array(fc.tuple(name, text), { maxLength: 4 }).map(pairs => Object.fromEntries(pairs))

const container = (called: string) =>
  fc
    .record(
      {
        environment: items('value'),
        secrets: items('valueFrom'),
        dockerLabels: labels,
        command: fc.array(text, { maxLength: 3 }),
        logConfiguration: fc.record({ logDriver: fc.constantFrom('awslogs', 'splunk'), options: labels }),
        portMappings: fc.array(fc.record({ containerPort: fc.nat(9) }), { maxLength: 3 }),
        healthCheck: fc.record({
          command: fc.array(text, { maxLength: 2 }),
          interval: fc.constantFrom(30, 5),
        }),
      },
      { requiredKeys: [] },
    )
    .chain(known => unknown.map(more => ({ name: called, image: 'web:1', ...known, ...more })))

const definition = fc
  .tuple(container('app'), container('envoy'), unknown, items('value'))
  .map(([app, envoy, more, tags]) => ({
    family: 'web',
    containerDefinitions: [app, envoy],
    tags: tags.map(({ name: key, value }) => ({ key, value })),
    ...more,
  })) as unknown as fc.Arbitrary<JsonObject>

const settings = fc
  .uniqueArray(fc.tuple(name, text), { maxLength: 3, selector: ([key]) => key })
  .map(pairs => pairs.map(([key, value]) => ({ key, value })))

const wish: fc.Arbitrary<RenderOptions> = fc
  .record({
    images: fc.constantFrom([], [{ container: 'app', image: 'web:2', input: 'images' }]),
    overrides: fc.record(
      {
        container: fc.record(
          {
            containers: fc.constantFrom(['app'], ['app', 'envoy'], []),
            environment: settings,
            secrets: settings,
            dockerLabels: settings,
            logOptions: settings,
            environmentFiles: fc.constantFrom([], ['arn:aws:s3:::b/a.env']),
            command: fc.array(text, { maxLength: 2 }),
            logDriver: fc.constant('splunk'),
          },
          {
            requiredKeys: [
              'containers',
              'environment',
              'secrets',
              'dockerLabels',
              'logOptions',
              'environmentFiles',
            ],
          },
        ),
        taskRoleArn: fc.constant('arn:aws:iam::123456789012:role/web'),
      },
      { requiredKeys: [] },
    ),
    tags: settings,
  })
  .filter(({ overrides: { container: given } }) => {
    // A name that is both a variable and a secret is refused when the inputs are read.
    const secrets = new Set(given?.secrets.map(({ key }) => key))
    return !given?.environment.some(({ key }) => secrets.has(key))
  })
  .map(({ overrides: { container: given, ...roles }, ...rest }) => ({
    ...rest,
    overrides: definitionOverrides({ ...roles, container: given && containerOverrides(given) }),
  }))

const nothing: RenderOptions = { images: [], overrides: definitionOverrides(), tags: [] }
const done = (base: JsonObject, wanted: RenderOptions) => {
  const rendering = render(base, wanted)
  return rendering.kind === 'rendered' ? rendering.definition : fc.pre(false)
}
const always = <T>(property: fc.IProperty<T>) => fc.assert(property, { seed: 5001, numRuns: 100 })

/** Every path to a plain value that passes an unknown key, with the value. */
function unknownLeaves(value: Json, path: string, inside: boolean): string[] {
  if (typeof value !== 'object' || value === null) return inside ? [`${path}=${JSON.stringify(value)}`] : []
  return Object.entries(value).flatMap(([key, member]) =>
    unknownLeaves(member as Json, `${path}/${key}`, inside || key.startsWith('x-')),
  )
}

test('without overrides the result is the same, byte for byte', () => {
  always(
    fc.property(definition, base => {
      expect(JSON.stringify(done(base, nothing))).toBe(JSON.stringify(base))
    }),
  )
})

test('to render twice is to render once', () => {
  always(
    fc.property(definition, wish, (base, wanted) => {
      const once = done(base, wanted) as JsonObject
      expect(JSON.stringify(done(once, wanted))).toBe(JSON.stringify(once))
    }),
  )
})

test('unknown keys and values survive', () => {
  always(
    fc.property(definition, wish, (base, wanted) => {
      // Lists of variables get shorter where a name moves, and a driver takes its options with it: look at the rest.
      const whole = (one: JsonObject) =>
        unknownLeaves(one, '', false).filter(
          path => !/\/(environment|secrets|tags|logConfiguration)\//.test(path),
        )
      expect(whole(done(base, wanted) as JsonObject)).toStrictEqual(whole(base))
    }),
  )
})

test('unknown keys and values survive the check if they are allowed', () => {
  always(
    fc.property(definition, base => {
      const document = { file: 'td.json', value: base, positionOf: () => undefined, written: () => undefined }
      const { value, problems } = validate(document, taskDefinitionShape, 'keep')
      expect(problems).toStrictEqual([])
      expect(JSON.stringify(value)).toBe(JSON.stringify(base))
    }),
  )
})

test('nothing differs from itself, or from its JSON form', () => {
  always(
    fc.property(definition, base => {
      expect(diff(base, base)).toStrictEqual([])
      expect(diff(base, JSON.parse(JSON.stringify(base)) as JsonObject)).toStrictEqual([])
    }),
  )
})

test('every added, changed or removed variable differs, whatever its name', () => {
  fc.assert(
    fc.property(name, text, text, (key, before, after) => {
      const having = (value?: string): JsonObject => ({
        containerDefinitions: [
          { name: 'app', environment: value === undefined ? [] : [{ name: key, value }], dockerLabels: {} },
        ],
      })
      const labelled = (value?: string): JsonObject => ({
        containerDefinitions: [
          { name: 'app', dockerLabels: value === undefined ? {} : Object.fromEntries([[key, value]]) },
        ],
      })
      for (const make of [having, labelled]) {
        expect(diff(make(), make(after)).map(({ sign }) => sign)).toStrictEqual(['+'])
        expect(diff(make(before), make()).map(({ sign }) => sign)).toStrictEqual(['-'])
        expect(diff(make(before), make(after)).map(({ sign }) => sign)).toStrictEqual(
          before === after ? [] : ['~'],
        )
      }
    }),
    { seed: 5201, numRuns: 300 },
  )
})

/** In the form of what people put into variables by mistake; none of them opens anything. */
const secrets = [
  { name: 'an access key of AWS', secret: `AKIA${'IOSFODNN7EXAMPLE'}` },
  { name: 'a secret key of AWS', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
  { name: 'a token of GitHub', secret: `ghp_${'0123456789abcdefghijABCDEFGHIJ012345'}` },
  { name: 'a token of a chat', secret: `xoxb-${'123456789012-abcdefABCDEF'}` },
  { name: 'a key for payments', secret: `sk_${'live'}_${'4eC39HqLyjWDarjtT1zdp7dc'}` },
  {
    name: 'a password in a URL',
    secret: 'postgres://shop:hunter2-hunter2@db.internal:5432/shop?sslmode=require',
  },
  {
    name: 'a signed token',
    secret: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
  },
  {
    name: 'a private key',
    secret: `-----BEGIN ${'PRIVATE'} KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEF\n-----END`,
  },
]

/** The same definition with a secret in place of every value that is no name, image or family. */
function poisoned(value: Json, secret: string, member = ''): Json {
  if (Array.isArray(value)) return value.map((item: Json) => poisoned(item, secret, member))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, poisoned(inner as Json, secret, key)]),
    )
  const harmless = ['name', 'image', 'family', 'key', 'logDriver', 'containerPort', 'interval']
  return harmless.includes(member) ? value : secret
}

test.each(secrets)('no diff tells $name', ({ secret }) => {
  always(
    fc.property(definition, wish, (base, wanted) => {
      const hidden = poisoned(base, secret) as JsonObject
      const other = done(base, wanted) as JsonObject
      for (const [before, after] of [
        [hidden, other],
        [other, hidden],
        [{}, hidden],
        [hidden, {}],
      ] as const) {
        const told = diff(before, after)
        expect(JSON.stringify([told, told.map(changeText)])).not.toContain(
          JSON.stringify(secret).slice(1, -1),
        )
      }
    }),
  )
})
