/**
 * Secrets in every place of a file, whole and as parts of URLs, JSON, connection strings and commands. What AWS and the
 * container say of them is encoded somehow, and ends anywhere: eight characters of a secret are shown nowhere.
 */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { taskDefinition } from '../../simulator/scenarios/web-service.js'
import { redact } from '../../src/core/redaction/redact.js'
import { secretsOf } from '../../src/core/task-definition/hidden-values.js'
import type { JsonObject } from '../../src/core/text/json.js'
import { play } from '../support/play.js'
import { webStory } from '../support/web-stories.js'
import { chance } from './check-worlds.js'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const secret = fc
  .array(fc.constantFrom(...letters), { minLength: 15, maxLength: 30 })
  .map(all => `${all.join('')}7Q`)

const holders: readonly ((secret: string) => string)[] = [
  secret => secret,
  secret => `postgres://shop:${secret}@db.internal:5432/shop`,
  secret => `redis://:${secret}@cache:6379/0`,
  secret => `Server=db;User Id=shop;Password=${secret};Encrypt=true`,
  secret => `host=db user=shop password=${secret}`,
  secret => JSON.stringify({ user: 'shop', options: [{ value: secret }] }),
  secret => JSON.stringify({ url: `amqp://shop:${secret}@queue` }),
  secret => JSON.stringify(JSON.stringify({ password: secret })),
  secret => `serve --token ${secret} --port 80`,
  secret => `mysql -u root -p${secret} shop`,
  secret => `curl -u admin:${secret} localhost`,
]

const base64 = (text: string) => Buffer.from(text).toString('base64')

const encodings: readonly ((text: string) => string)[] = [
  text => text,
  text => JSON.stringify(text),
  text => JSON.stringify(JSON.stringify(text)),
  encodeURIComponent,
  base64,
  text => text.replace(/&/g, '&amp;').replace(/"/g, '&#34;'),
  text => JSON.stringify(text).replace(/&/g, '\\u0026'),
]

/** By the place of a value: whether it is the whole or the secret that a text repeats, how, and where the text ends. */
const quote = fc.record({
  encoding: fc.constantFrom(...encodings),
  part: fc.constantFrom('whole', 'secret'),
  end: fc.double({ min: 0, max: 1, noNaN: true }),
})

const seeded = fc.record({ secret, holder: fc.constantFrom(...holders), quote })
type Seeded = typeof seeded extends fc.Arbitrary<infer T> ? T : never

function definitionWith(values: readonly string[]): JsonObject {
  const definition = taskDefinition('web') as { containerDefinitions: JsonObject[] }
  const [container = {}] = definition.containerDefinitions
  const next = (place: number) => values[place % values.length] ?? ''
  return {
    ...definition,
    containerDefinitions: [
      {
        ...container,
        environment: values.map((value, i) => ({ name: `A${i}`, value })),
        command: ['serve', ...next(1).split(' ')],
        dockerLabels: { a: next(2) },
        healthCheck: { command: ['CMD-SHELL', next(3)] },
      },
    ],
  }
}

function textOf({ secret, holder, quote: { encoding, end, part } }: Seeded): string {
  const text = `CannotStartContainerError: exec: ${encoding(part === 'whole' ? holder(secret) : secret)}`
  // Long enough that the end lies in the value most times.
  return text.slice(0, 33 + Math.ceil((text.length - 33) * end))
}

/** Any eight characters of a secret, also of its base64. */
function shownOf(all: readonly Seeded[], text: string): string[] {
  return all.flatMap(({ secret }) =>
    [secret, base64(secret).replace(/=+$/, '').slice(0, -2)].flatMap(form =>
      Array.from({ length: form.length - 7 }, (_, i) => form.slice(i, i + 8)).filter(part =>
        text.includes(part),
      ),
    ),
  )
}

test('no eight characters of a secret are left of a text, wherever it ends', () => {
  fc.assert(
    fc.property(fc.array(seeded, { minLength: 1, maxLength: 5 }), all => {
      const hidden = secretsOf([definitionWith(all.map(one => one.holder(one.secret)))], ['web'])
      for (const one of all) expect(shownOf(all, redact(textOf(one), hidden))).toStrictEqual([])
    }),
    chance('parts of secrets in texts', 1_000),
  )
})

test('no eight characters of a secret are shown by a run', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(seeded, { minLength: 3, maxLength: 5 }), async all => {
      const [first, second = first, third = first] = all.map(textOf)
      const story = webStory({
        inputs: { 'environment-variables': `INPUT=${all[0]?.holder(all[0].secret).replace(/\s+/g, '')}` },
        software: {
          exitsAfterSeconds: 3,
          exitCode: 1,
          logs: [`failed with ${third}`],
        },
        onAnswered: world => {
          for (const task of world.tasks.values()) {
            if (task.lastStatus !== 'STOPPED') continue
            task.stoppedReason = first ?? ''
            for (const one of task.containers) one.reason = second
          }
          for (const service of world.services.values())
            service.events = service.events.map(event => ({ ...event, message: `(service web) ${third}` }))
        },
      })
      const file = JSON.stringify(definitionWith(all.map(one => one.holder(one.secret))))
      const played = await play({ ...story, files: { 'task-definition.json': file } })
      const { annotations, log, outputs, state, summary } = played
      expect(outputs.outcome).toBe('rolled-back')
      expect(log.join('')).toContain('CannotStartContainerError')
      expect(shownOf(all, JSON.stringify([annotations, log, outputs, state, summary]))).toStrictEqual([])
    }),
    chance('parts of secrets in runs', 10),
  )
})
