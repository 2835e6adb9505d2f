/**
 * Plays a story: the real run() with its real adapters, over real HTTP, against the simulator, under a virtual clock.
 * Ten minutes of a rollout take a fraction of a second, and nothing but the network is not the real thing.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { World } from '../../simulator/ecs/world.js'
import type { RecordedRequest } from '../../simulator/protocol/recorded-request.js'
import { openScenario } from '../../simulator/scenarios/open-scenario.js'
import type { Scenario } from '../../simulator/scenarios/scenario.js'
import { VirtualClock } from '../../simulator/time/virtual-clock.js'
import { connectEcs } from '../../src/adapters/ecs.js'
import { openWorkspace } from '../../src/adapters/workspace.js'
import type { Annotation, Clock } from '../../src/ports.js'
import { run } from '../../src/run.js'

export interface Story extends Pick<Scenario, 'setUp' | 'inputs' | 'files' | 'settings' | 'faults'> {
  readonly seed?: number
  /** called before every wait of the action, with the world as it is then */
  readonly meanwhile?: (world: World) => void
  /** without: the SDK finds no credentials */
  readonly credentials?: 'none'
}

export interface Played {
  readonly passed: boolean
  readonly outputs: Readonly<Record<string, string>>
  readonly log: readonly string[]
  readonly annotations: readonly Annotation[]
  readonly summary: string
  readonly requests: readonly RecordedRequest[]
  readonly world: World
  /** virtual milliseconds from start to end */
  readonly took: number
}

const changing = ['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment', 'TagResource']

/** The operations that changed something, in their order. */
export function changesIn(requests: readonly RecordedRequest[]): string[] {
  return requests.map(({ operation }) => operation).filter(operation => changing.includes(operation))
}

export async function play(story: Story): Promise<Played> {
  const clock = new VirtualClock()
  const { world, server } = await openScenario(story, { clock, checkAnswers: true, seed: story.seed ?? 1 })
  const root = await mkdtemp(join(tmpdir(), 'story-'))
  try {
    for (const [path, content] of Object.entries(story.files)) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), content)
    }
    const startedAt = clock.now()
    const actionClock = followed(clock, story.seed ?? 1, () => {
      world.advance()
      story.meanwhile?.(world)
    })
    const recorder = record(story.inputs)
    const ecs = connectEcs(actionClock, {
      endpoint: server.url,
      region: 'eu-west-1',
      credentials:
        story.credentials === 'none'
          ? noCredentials
          : { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'simulated' },
    })
    const passed = await run({
      ecs,
      clock: actionClock,
      workspace: openWorkspace(root),
      runner: recorder.runner,
    })
    return { passed, ...recorder.seen, requests: server.requests, world, took: clock.now() - startedAt }
  } finally {
    await server.close()
    await rm(root, { recursive: true, force: true })
  }
}

async function noCredentials(): Promise<never> {
  throw Object.assign(new Error('Could not load credentials from any providers'), {
    name: 'CredentialsProviderError',
  })
}

/** The clock of the world as the action's own: to wait is to move it. */
function followed(clock: VirtualClock, seed: number, beforeWaiting: () => void): Clock {
  let state = seed
  return {
    now: () => clock.now(),
    async sleep(milliseconds) {
      beforeWaiting()
      clock.advance(milliseconds)
    },
    random() {
      state = (state * 48271) % 2147483647
      return state / 2147483647
    },
  }
}

function record(inputs: Readonly<Record<string, string>>) {
  const log: string[] = []
  const annotations: Annotation[] = []
  const outputs: Record<string, string> = {}
  const seen = { log, annotations, outputs, summary: '' }
  const runner = {
    job: { commit: '9be21c4d1f6a0b3c5e7f8091a2b3c4d5e6f70819' },
    input: (name: string) => inputs[name] ?? '',
    log: (line: string) => void log.push(line),
    debug: (line: string) => void log.push(line),
    group: (title: string) => void log.push(`▸ ${title}`),
    ungroup: () => {},
    annotate: (annotation: Annotation) => void annotations.push(annotation),
    output(name: string, value: string) {
      outputs[name] = value
    },
    async summary(markdown: string) {
      seen.summary += markdown
    },
  }
  return { runner, seen }
}
