/**
 * What looks like a secret is shown nowhere, wherever it stands, as a name, too; an ordinary name is (docs/adr/0015).
 * Shown: the log, the summary, annotations, outputs, saved state, the comment on a pull request, the record of a
 * deployment.
 */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { World } from '../../simulator/ecs/world.js'
import { codeRepository, pullRequest } from '../../simulator/scenarios/code-repository.js'
import { type Played, play, type Story } from '../support/play.js'
import { webStory } from '../support/web-stories.js'
import { chance } from './check-worlds.js'
import { type Blob, randomBlob, shownParts } from './random-blob.js'
import { fileOf, places, type Seeded, unseeded } from './secret-places.js'

const record = {
  environment: 'staging',
  'environment-url': 'https://web.example.com',
  'github-token': 'ghs_x',
}
const comment = { 'dry-run': 'true', 'pr-comment': 'true', 'github-token': 'ghs_x' }

/** Ways in which a run reaches different texts. */
const modes: Readonly<Record<string, (seeded: Seeded, gossip: Gossip) => Partial<Story>>> = {
  'a dry run': ({ inputs }) => ({ event: pullRequest(17), inputs: { ...comment, ...inputs } }),
  'a dry run whose checks only warn': ({ inputs }) => ({
    event: pullRequest(17),
    inputs: { ...comment, preflight: 'warn', 'allow-unknown-keys': 'true', ...inputs },
  }),
  'a deployment': ({ inputs }) => ({
    inputs: { ...record, preflight: 'off', 'image-policy': 'any', 'allow-unknown-keys': 'true', ...inputs },
  }),
  'a registration': ({ inputs }) => ({
    inputs: { preflight: 'off', 'allow-unknown-keys': 'true', service: '', cluster: '', ...inputs },
  }),
  'a refusal of ECS that quotes names': ({ inputs, definition, container }) => {
    const { healthCheck } = container
    const mounts = (container.mountPoints as object[] | undefined) ?? []
    const isMounted = mounts.length > 0 && definition.volumes === undefined
    if (!isMounted)
      container.healthCheck = { command: ['CMD', 'true'], ...(healthCheck as object), interval: 301 }
    return { inputs: { ...record, preflight: 'off', 'allow-unknown-keys': 'true', ...inputs } }
  },
  'a failure that ECS and the container explain': ({ inputs }, all) => ({
    inputs: { ...record, preflight: 'off', 'image-policy': 'any', ...inputs },
    onAnswered: world => gossip(world, all),
  }),
}

function gossip(world: World, { blobs, cut }: Gossip): void {
  const [first = '', second = first] = blobs.map(({ value }) => value)
  const rumor = `CannotStartContainerError: exec: ${JSON.stringify(first)} and '${second}'`
  for (const task of world.tasks.values()) {
    if (task.lastStatus !== 'STOPPED') continue
    task.stoppedReason = rumor
    for (const container of task.containers) container.reason = `invalid: ${second}`.slice(0, cut)
  }
  for (const service of world.services.values()) {
    const message = `(service web) was unable to start: ${rumor}`
    service.events = service.events.map(event => ({ ...event, message }))
  }
}

interface Gossip {
  readonly blobs: readonly Blob[]
  /** where AWS cuts the text */
  readonly cut: number
}

interface Seed {
  readonly place: string
  readonly blob: Blob
}

interface Run {
  readonly mode: string
  readonly seeds: readonly Seed[]
  readonly cut: number
}

async function run({ cut, mode, seeds }: Run): Promise<Played> {
  const seeded = unseeded()
  for (const { place, blob } of seeds) places[place]?.(seeded, blob.value)
  const blobs = seeds.map(({ blob }) => blob)
  const { inputs, ...unusual } = modes[mode]?.(seeded, { blobs, cut }) ?? {}
  const crash = { exitsAfterSeconds: 3, exitCode: 1, logs: blobs.map(({ value }) => `failed with ${value}`) }
  const story = webStory({
    ...unusual,
    software: unusual.onAnswered ? crash : {},
    inputs: { 'task-definition': 'td.yml', ...inputs },
  })
  return play({ ...story, files: { 'td.yml': fileOf(seeded) } })
}

function shownBy({ annotations, log, masked, outputs, postNotices, state, summary, world }: Played): string {
  const { comments, deployments } = world.github.open(codeRepository)
  return JSON.stringify([
    annotations,
    log,
    outputs,
    postNotices,
    maskedBy(masked, state),
    summary,
    comments,
    deployments,
  ])
}

/** As the runner does before it logs a saved state. */
function maskedBy(secrets: readonly string[], state: object): string {
  return secrets.reduce((text, secret) => text.replaceAll(secret, '***'), JSON.stringify(state))
}

const seed = fc.record({ place: fc.constantFrom(...Object.keys(places)), blob: randomBlob })
const anyRun: fc.Arbitrary<Run> = fc.record({
  mode: fc.constantFrom(...Object.keys(modes)),
  seeds: fc.array(seed, { minLength: 1, maxLength: 4 }),
  cut: fc.integer({ min: 18, max: 60 }),
})

/** Its first letters alone do not look random. */
const alarmName = 'AAABAAACAAADAAAEAAC0AAAFt0G1JUcH'
const cutAlarmName: Run = {
  mode: 'a failure that ECS and the container explain',
  seeds: [{ place: 'input alarms', blob: { kind: 'base64 for URLs', value: alarmName, parts: [alarmName] } }],
  cut: 18,
}

test('no part of a secret is shown, wherever the secret stands', async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, async random => {
      const played = await run(random)
      expect(
        shownParts(
          random.seeds.map(({ blob }) => blob),
          shownBy(played),
        ),
      ).toStrictEqual([])
    }),
    { ...chance('secrets everywhere', 400), examples: [[cutAlarmName]] },
  )
})

const words = [
  'web',
  'orders',
  'production',
  'api',
  'staging',
  'worker',
  'payments',
  'nginx',
  'service',
] as const
const word = fc.constantFrom(...words, 'k8s', 'svc', 'eu', 'v2', 'db01')
const separated = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 6 }), fc.constantFrom('-', '_'))
  .map(([words, separator]) => words.join(separator))
const camelCase = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 })
  .map(words => words.map(([first = '', ...rest]) => first.toUpperCase() + rest.join('')).join(''))
const name = fc.oneof(separated, camelCase)

function drawn(letters: string, length: number): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...letters), { minLength: length, maxLength: length })
    .map(all => all.join(''))
}

const hexadecimal = '0123456789abcdef'
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
/** As CloudFormation and the CDK make them. */
const generated = fc.oneof(
  fc.tuple(name, drawn(capitals, 12)).map(([first, suffix]) => `${first}Stack-${suffix}`),
  fc.tuple(camelCase, drawn('0123456789ABCDEF', 8)).map(([first, suffix]) => `${first}TaskDef${suffix}`),
)
const tag = fc.oneof(
  name,
  drawn(hexadecimal, 40),
  drawn(hexadecimal, 40).map(commit => `main-${commit}`),
  fc.uuid(),
)

test('ordinary names stay readable', async () => {
  const names = fc.record({
    family: fc.oneof(name, generated, fc.uuid()),
    container: fc.oneof(name, separated),
    variable: separated.map(text => text.toUpperCase().replaceAll('-', '_')),
    tag,
    digest: drawn(hexadecimal, 64),
  })
  await fc.assert(
    fc.asyncProperty(names, async ({ family, container, variable, tag, digest }) => {
      const seeded = unseeded()
      const { environment } = seeded.container
      Object.assign(seeded.definition, { family })
      Object.assign(seeded.container, {
        name: container,
        environment: [...(environment as object[]), { name: variable, value: 'x' }],
      })
      const sidecar = { name: 'envoy', image: `registry.test/envoy@sha256:${digest}`, essential: false }
      seeded.definition.containerDefinitions = [seeded.container, sidecar]
      const image = `registry.test/web:${tag}`
      const inputs = {
        'task-definition': 'td.yml',
        'container-name': container,
        image,
        preflight: 'off',
        'image-policy': 'any',
        service: '',
        cluster: '',
        'dry-run': 'true',
      }
      const played = await play({ ...webStory({ inputs }), files: { 'td.yml': fileOf(seeded) } })
      expect(played.outputs.outcome).toBe('planned')
      const log = played.log.join('\n')
      for (const text of [family, container, tag]) expect(log).toContain(text)
      for (const text of [variable, digest]) expect(played.outputs.plan).toContain(text)
      expect(played.outputs.plan).toContain(`"family":"${family}"`)
      expect(played.outputs.image).toContain(image)
    }),
    chance('ordinary names', 200),
  )
})
