/** Runs one workflow with act, on this machine and without containers. */
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
  /** The folder to use for each action of the workflow, by `owner/name@ref`. */
  readonly actions: Readonly<Record<string, string>>
  /** A home of its own, without anybody's settings or cache. */
  readonly home: string
  /** Secrets of the repository. */
  readonly secrets: Readonly<Record<string, string>>
  /** In addition to what programs need to start. */
  readonly env: Readonly<Record<string, string>>
  /** Resolves when the workflow is to be canceled. */
  readonly canceled: Promise<void> | undefined
}

export interface ActRun extends RunnerLog {
  readonly green: boolean
}

export async function runAct(options: ActOptions): Promise<ActRun> {
  const { program, repository, workflow, event, payload, actions, home, secrets, env, canceled } = options
  const args = [
    event,
    '--directory',
    repository,
    '--workflows',
    workflow,
    '--eventpath',
    payload,
    // On this machine itself.
    ...['ubuntu-latest', 'self-hosted'].flatMap(label => ['--platform', `${label}=-self-hosted`]),
    ...Object.entries(secrets).flatMap(([name, value]) => ['--secret', `${name}=${value}`]),
    // act would set this one itself; the others come from the environment.
    ...(env.GITHUB_API_URL ? ['--env', `GITHUB_API_URL=${env.GITHUB_API_URL}`] : []),
    ...Object.entries(actions).flatMap(([uses, folder]) => ['--local-repository', `${uses}=${folder}`]),
    '--no-cache-server',
    '--json',
  ]
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH, HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exit = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  canceled?.then(
    () => child.kill('SIGINT'),
    () => {},
  )
  const [code, out, errors] = await Promise.all([exit, text(child.stdout), text(child.stderr)])
  return { ...readRunnerLog(out + errors), green: code === 0 }
}
