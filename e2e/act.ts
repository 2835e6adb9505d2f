/** Runs one workflow with act, on this machine and without containers. Knows its flags, not what is being shown. */
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { type RunnerLog, readRunnerLog } from './runner-log.js'

export interface ActOptions {
  readonly program: string
  /** A repository with the workflow in it. */
  readonly repository: string
  /** The file of the workflow, in the repository. */
  readonly workflow: string
  readonly event: string
  /** The file with the payload of the event. */
  readonly payload: string
  /** `owner/name@ref` of each action that the workflow uses, and the folder that stands for it. */
  readonly actions: Readonly<Record<string, string>>
  /** A home of its own: nobody's settings, nobody's cache. */
  readonly home: string
  /** Added to the little that programs need to start. */
  readonly env: Readonly<Record<string, string>>
  /** When the workflow is cancelled, if it is. */
  readonly cancelled?: Promise<void>
}

export interface ActRun extends RunnerLog {
  readonly green: boolean
}

export async function runAct(options: ActOptions): Promise<ActRun> {
  const { program, repository, workflow, event, payload, actions, home, env, cancelled } = options
  const args = [
    event,
    '--directory',
    repository,
    '--workflows',
    workflow,
    '--eventpath',
    payload,
    // On this machine itself.
    '--platform',
    'ubuntu-latest=-self-hosted',
    '--secret',
    'GITHUB_TOKEN=simulated',
    // The others are taken from the environment; this one act would set itself.
    '--env',
    `GITHUB_API_URL=${env.GITHUB_API_URL}`,
    ...Object.entries(actions).flatMap(([uses, folder]) => ['--local-repository', `${uses}=${folder}`]),
    '--no-cache-server',
    '--json',
  ]
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH, HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exit = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  cancelled?.then(
    () => child.kill('SIGINT'),
    () => {},
  )
  const [code, out, errors] = await Promise.all([exit, text(child.stdout), text(child.stderr)])
  return { ...readRunnerLog(out + errors), green: code === 0 }
}
