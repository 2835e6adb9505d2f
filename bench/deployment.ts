/**
 * One run of the action on a clock that it shares with the simulator and with other runs: the real run() and its real
 * adapters over HTTP; files and runner are in memory.
 */
import type { SharedClock } from '../simulator/time/shared-clock.js'
import { connectAws } from '../src/adapters/aws/aws.js'
import { connectGitHub } from '../src/adapters/github.js'
import { connectWeb } from '../src/adapters/web.js'
import { parse } from '../src/adapters/workspace/document.js'
import type { Clock } from '../src/ports.js'
import { run } from '../src/run.js'

export interface DeployRequest {
  readonly clock: SharedClock
  readonly endpoint: string
  readonly inputs: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, string>>
  readonly seed: number
}

export interface DeployResult {
  readonly outputs: Readonly<Record<string, string>>
  readonly startedAt: number
  readonly endedAt: number
  /** waits by its own choice, not for an answer */
  readonly pauses: readonly Pause[]
}

export interface Pause {
  readonly from: number
  readonly to: number
}

export async function deploy({
  clock: shared,
  endpoint,
  inputs,
  files,
  seed,
}: DeployRequest): Promise<DeployResult> {
  const pauses: Pause[] = []
  const clock = actionClock(shared, seed, pauses)
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'simulated' }
  const config = { endpoint, region: 'eu-west-1', credentials }
  const outputs: Record<string, string> = {}
  const startedAt = clock.now()
  await run({
    ...connectAws(clock, config),
    github: connectGitHub({ url: endpoint }),
    web: connectWeb(),
    clock,
    canceled: new AbortController().signal,
    workspace: {
      readDocument: async (path, replacements) => parse(path, files[path] ?? '', replacements),
      writeTemporary: async () => undefined,
    },
    step: {
      problems: [],
      event: undefined,
      hasCredentials: undefined,
      region: undefined,
      pages: undefined,
      clientToken: () => '',
    },
    runner: {
      commit: undefined,
      run: {},
      pullRequest: undefined,
      // The summary reads earlier deployments after the verdict, which is no part of the watch.
      input: name => (name === 'job-summary' ? 'false' : (inputs[name] ?? '')),
      passedInputs: () => ({ inputs: [], includesSurrounding: false }),
      mask: () => {},
      log: () => {},
      debug: () => {},
      group: () => {},
      ungroup: () => {},
      annotate: () => {},
      output(name, value) {
        outputs[name] = value
      },
      saveState: async () => true,
      summary: async () => {},
    },
  })
  return { outputs, startedAt, endedAt: clock.now(), pauses }
}

/** Seeded, so that the same benchmark gives the same figures. */
function actionClock(shared: SharedClock, seed: number, pauses: Pause[]): Clock {
  let state = seed
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  // The first numbers after small seeds are similar.
  for (let skipped = 0; skipped < 5; skipped++) next()
  return {
    now: () => shared.now(),
    async sleep(milliseconds, until) {
      const from = shared.now()
      await shared.wait(milliseconds, until)
      pauses.push({ from, to: shared.now() })
    },
    random: next,
  }
}
