/**
 * Plays a story: the real run() with its real adapters against the simulator, under a virtual clock.
 * Ten minutes of a rollout take a fraction of a second, and nothing but the network and the clock is simulated.
 */
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { proxyEnvironment } from '../../simulator/client-environment.js'
import type { World } from '../../simulator/ecs/world.js'
import type { Fault } from '../../simulator/protocol/faults/fault.js'
import type { SimulatorServer } from '../../simulator/protocol/http-server.js'
import type { RecordedRequest } from '../../simulator/protocol/recorded-request.js'
import { codeRepository } from '../../simulator/scenarios/code-repository.js'
import { type Opening, openScenario, openScenarioInProcess } from '../../simulator/scenarios/open-scenario.js'
import type { Scenario } from '../../simulator/scenarios/scenario.js'
import { VirtualClock } from '../../simulator/time/virtual-clock.js'
import { connectAws } from '../../src/adapters/aws/aws.js'
import { CallDeadline, ecsTimeouts } from '../../src/adapters/aws/time-limit.js'
import { connectGitHub } from '../../src/adapters/github.js'
import { readPullRequest } from '../../src/adapters/runner/pull-request-event.js'
import { readStep } from '../../src/adapters/runner/step-environment.js'
import { connectWeb } from '../../src/adapters/web.js'
import { openWorkspace } from '../../src/adapters/workspace/workspace.js'
import type { Annotation } from '../../src/core/errors/annotation.js'
import type { Notice } from '../../src/core/errors/notice.js'
import { parseState } from '../../src/core/outcome/parse-saved-state.js'
import { runPostStep } from '../../src/deploy/finish/post-step.js'
import type { Clock } from '../../src/ports.js'
import { run } from '../../src/run.js'
import { actionsIn, needsOf } from './iam.js'
import { inProcessUrl, inProcessWeb, inProcessWire, type Unfinished } from './in-process-wire.js'
import { record } from './recorded-runner.js'

export interface Story
  extends Pick<Scenario, 'setUp' | 'inputs' | 'files' | 'settings' | 'faults' | 'event'> {
  readonly seed?: number
  /** called before every wait of the action, with the world as it is then */
  readonly meanwhile?: (world: World) => void
  /** without: the SDK finds no credentials */
  readonly credentials?: 'none'
  /** the workflow is cancelled this many virtual milliseconds after the start */
  readonly cancelAfter?: number
  /** the clock of the runner is ahead of that of AWS, in milliseconds */
  readonly skewMs?: number
  /** faults that met no request are no mistake: the story was made by chance */
  readonly idleFaults?: 'allowed'
  /** called for every request that was answered, with the world as it is then */
  readonly onAnswered?: (world: World, request: RecordedRequest) => void
  /** called with each response before faults alter it */
  readonly onAnswer?: (operation: string, response: object) => void
  /** called whenever the action closes a group of its log */
  readonly onUngroup?: (world: World) => void
  /** the API of GitHub Enterprise Server is below `/api/v3` */
  readonly gitHub?: 'enterprise'
  /** called a minute after the run is over, while AWS and GitHub still answer; needs HTTP */
  readonly afterwards?: (server: SimulatorServer) => Promise<void>
  /** by default the simulator is in the process; `http` puts it behind a port, with signed requests */
  readonly wire?: 'http'
  /** whether the runner cannot save this state for the post step */
  readonly unsaved?: (state: string) => boolean
  /** the post step follows, with what the main step saved */
  readonly post?: 'follows'
}

export interface Played {
  readonly passed: boolean
  /** what the post step said */
  readonly postNotices: readonly Notice[]
  readonly outputs: Readonly<Record<string, string>>
  readonly log: readonly string[]
  /** what the runner was told to keep out of its log */
  readonly masked: readonly string[]
  readonly annotations: readonly Annotation[]
  /** what the post step would find */
  readonly state: Readonly<Record<string, string>>
  readonly summary: string
  readonly requests: readonly RecordedRequest[]
  readonly world: World
  /** the file of the output task-definition, and its permissions */
  readonly rendered?: { readonly text: string; readonly mode: number }
  /** virtual milliseconds from start to end */
  readonly took: number
  /** virtual time at the end of the main step */
  readonly ended: number
}

const runnerVariables = {
  GITHUB_EVENT_NAME: 'push',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_ACTION_REPOSITORY: 'octo/ecs-safe-deploy',
  GITHUB_ACTION_REF: 'v1',
  GITHUB_RUN_ID: '20177123456',
  GITHUB_RUN_ATTEMPT: '1',
}

const changing =
  /^(?:Register\w+|RunTask|StopTask|UpdateService|UpdateExpressGatewayService|StopServiceDeployment|ContinueServiceDeployment|TagResource)$/

/** The operations that changed something, in their order. */
export function changesIn(requests: readonly RecordedRequest[]): string[] {
  return requests.map(({ operation }) => operation).filter(operation => changing.test(operation))
}

export async function play(story: Story): Promise<Played> {
  const cancel = new AbortController()
  const clock = new StoryClock(cancel, story.cancelAfter)
  const deadline = new CallDeadline()
  const opening = {
    clock,
    validateResponses: true,
    seed: story.seed ?? 1,
    onResponse: (request: RecordedRequest) => story.onAnswered?.(world, request),
    onAnswer: (operation: string, response: object) => story.onAnswer?.(operation, response),
  }
  const timeLeft = () => deadline.timeLeft({ now: () => clock.now() + (story.skewMs ?? 0) })
  const unfinished = { wait: () => clock.advance(Math.max(0, Math.min(ecsTimeouts.total, timeLeft()))) }
  const { world, requests, connection, server, close } = await openWire(story, opening, unfinished)
  const root = await mkdtemp(join(tmpdir(), 'story-'))
  try {
    for (const [path, content] of Object.entries(story.files)) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), content)
    }
    const startedAt = clock.now()
    clock.advance(0)
    const actionClock = followed(clock, story, () => {
      world.advance()
      story.meanwhile?.(world)
    })
    const eventFile = join(root, 'event.json')
    await writeFile(eventFile, JSON.stringify(story.event?.payload ?? {}))
    const event = readPullRequest(story.event?.environment.GITHUB_EVENT_NAME ?? 'push', eventFile)
    const { url, fetch, web, ...handlers } = connection
    const gitHubUrl = `${url}${story.gitHub ? '/api/v3' : ''}`
    const recorder = record(story, () => story.onUngroup?.(world))
    const credentials = credentialsOf(story)
    const config = { endpoint: url, region: 'eu-west-1', credentials, deadline, ...handlers }
    const aws = connectAws(actionClock, config)
    const passed = await run({
      ...aws,
      github: connectGitHub({ url: gitHubUrl, repository: codeRepository, fetch }),
      web,
      clock: actionClock,
      workspace: openWorkspace(root, root),
      runner: { ...recorder.runner, pullRequest: event?.pullRequest },
      step: readStep({ ...runnerVariables, ...story.event?.environment }),
      canceled: cancel.signal,
    })
    const ended = clock.now()
    const parsed = parseState(recorder.seen.state.unfinished ?? '')
    if (parsed.kind === 'unusable') throw new Error(`the post step could not use the state: ${parsed.why}`)
    // The post step is another process.
    aws.endCallsBy(Number.POSITIVE_INFINITY)
    const unfinished = story.post && parsed.kind === 'unfinished' ? parsed.states : []
    const postNotices = await runPostStep({ ...aws, clock: actionClock }, unfinished)
    const took = clock.now() - startedAt
    // What a story asks afterwards is asked by somebody else.
    refuseUnlisted(requests)
    if (story.afterwards && server) {
      clock.advance(60_000)
      await story.afterwards(server)
    }
    if (!story.idleFaults) refuseIdleFaults(story.faults ?? [], requests)
    const rendered = await renderedIn(recorder.seen.outputs['task-definition'])
    return {
      passed,
      ...rendered,
      postNotices,
      ...recorder.seen,
      requests,
      world,
      took,
      ended,
    }
  } finally {
    await close()
    await rm(root, { recursive: true, force: true })
  }
}

async function openWire(story: Story, opening: Opening, unfinished: Unfinished) {
  if (story.wire !== 'http' && !story.afterwards) {
    const { world, endpoint } = openScenarioInProcess(story, opening)
    const web = inProcessWeb(world, endpoint, unfinished)
    const connection = { url: inProcessUrl, ...inProcessWire(endpoint, unfinished), web }
    return { world, requests: endpoint.requests, connection, close: async () => {} }
  }
  const { world, server } = await openScenario(story, opening)
  const connection = { url: server.url, fetch: undefined, web: connectWeb(proxyEnvironment(server, world)) }
  return { world, requests: server.requests, connection, server, close: () => server.close() }
}

async function renderedIn(path: string | undefined): Promise<Pick<Played, 'rendered'>> {
  if (!path) return {}
  return { rendered: { text: await readFile(path, 'utf8'), mode: (await stat(path)).mode } }
}

/** A fault that never struck makes a story that proves nothing. */
function refuseIdleFaults(faults: readonly Fault[], requests: readonly RecordedRequest[]): void {
  const injected = new Set(requests.flatMap(request => request.faults))
  const idle = faults.filter(({ kind }) => !injected.has(kind)).map(({ kind }) => kind)
  if (idle.length > 0) throw new Error(`these faults never struck: ${idle.join(', ')}`)
}

const documented = actionsIn(JSON.parse(readFileSync('docs/iam-policy.json', 'utf8')))

/** What users allow is what docs/iam-policy.json lists: a story that needs more is not theirs. */
function refuseUnlisted(requests: readonly RecordedRequest[]): void {
  const needed = new Set(requests.flatMap(needsOf).map(({ action }) => action))
  const unlisted = [...needed].filter(action => !documented.includes(action))
  if (unlisted.length > 0) throw new Error(`docs/iam-policy.json lacks ${unlisted.join(', ')}`)
}

function credentialsOf({ credentials }: Story) {
  if (credentials === 'none') return noCredentials
  return { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'simulated' }
}

async function noCredentials(): Promise<never> {
  throw Object.assign(new Error('Could not load credentials from any providers'), {
    name: 'CredentialsProviderError',
  })
}

/** Cancels the workflow when its moment has come, in the middle of a request, too. */
class StoryClock extends VirtualClock {
  readonly cancelAt: number
  readonly #cancel: AbortController

  constructor(cancel: AbortController, cancelAfter = Number.POSITIVE_INFINITY) {
    super()
    this.#cancel = cancel
    this.cancelAt = this.now() + cancelAfter
  }

  override advance(ms: number): void {
    super.advance(ms)
    if (this.now() >= this.cancelAt) this.#cancel.abort()
  }
}

/** The clock of the world as the action's own: to wait is to move it. */
function followed(
  clock: StoryClock,
  { seed = 1, skewMs = 0 }: Pick<Story, 'seed' | 'skewMs'>,
  beforeWaiting: () => void,
): Clock {
  let state = seed
  return {
    now: () => clock.now() + skewMs,
    async sleep(milliseconds, until) {
      if (until?.aborted) return
      beforeWaiting()
      const untilCancelled = Math.max(0, clock.cancelAt - clock.now())
      clock.advance(until ? Math.min(milliseconds, untilCancelled) : milliseconds)
    },
    random() {
      state = (state * 48271) % 2147483647
      return state / 2147483647
    },
  }
}
