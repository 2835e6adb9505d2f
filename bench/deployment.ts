/**
 * One run of the action as the runner would start it, on a clock that it shares with the simulator and with others: the
 * real run() and its real adapters over HTTP; files and runner are in memory.
 */
import type { SharedClock } from '../simulator/time/shared-clock.js'
import { connectApplicationAutoScaling } from '../src/adapters/application-auto-scaling.js'
import { connectCloudWatch } from '../src/adapters/cloudwatch.js'
import { connectCloudWatchLogs } from '../src/adapters/cloudwatch-logs.js'
import { parse } from '../src/adapters/document.js'
import { connectEcs } from '../src/adapters/ecs.js'
import type { Clock } from '../src/ports.js'
import { run } from '../src/run.js'

export interface Order {
  readonly clock: SharedClock
  readonly endpoint: string
  readonly inputs: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, string>>
  readonly seed: number
}

export interface Ran {
  readonly outputs: Readonly<Record<string, string>>
  readonly startedAt: number
  readonly endedAt: number
}

export async function deploy({ clock: shared, endpoint, inputs, files, seed }: Order): Promise<Ran> {
  const clock = actionClock(shared, seed)
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'simulated' }
  const config = { endpoint, region: 'eu-west-1', credentials }
  const outputs: Record<string, string> = {}
  const startedAt = clock.now()
  await run({
    ecs: connectEcs(clock, config),
    alarms: connectCloudWatch(clock, config),
    scaling: connectApplicationAutoScaling(clock, config),
    logs: connectCloudWatchLogs(clock, config),
    clock,
    cancelled: new AbortController().signal,
    workspace: {
      readDocument: async path => parse(path, files[path] ?? ''),
      writeTemporary: async () => undefined,
    },
    runner: {
      commit: undefined,
      run: {},
      // What the summary reads of earlier deployments comes after the verdict and is no part of the watch.
      input: name => (name === 'job-summary' ? 'false' : (inputs[name] ?? '')),
      log: () => {},
      debug: () => {},
      group: () => {},
      ungroup: () => {},
      annotate: () => {},
      output(name, value) {
        outputs[name] = value
      },
      saveState: () => {},
      summary: async () => {},
    },
  })
  return { outputs, startedAt, endedAt: clock.now() }
}

/** Chance by a seed, so that the same bench gives the same figures. */
function actionClock(shared: SharedClock, seed: number): Clock {
  let state = (seed * 48_271) % 2_147_483_647
  return {
    now: () => shared.now(),
    sleep: (milliseconds, until) => shared.wait(milliseconds, until),
    random() {
      state = (state * 48_271) % 2_147_483_647
      return state / 2_147_483_647
    },
  }
}
