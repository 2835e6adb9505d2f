/** The main step: starts the simulator and points the later steps of the job to it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as core from '@actions/core'
import { inputNames, passedInputs, readInputs, type ValidInputs } from './inputs.js'
import { jobEnvironment } from './job-environment.js'
import { type SavedServer, stateName } from './saved-server.js'
import { type Ready, startServer, stopServer, waitUntilReady } from './server-process.js'

/** The same from lib/simulator/action/ and dist/simulator/action/. */
const program = join(import.meta.dirname, '..', 'main.js')
const preload = pathToFileURL(join(import.meta.dirname, '..', 'time', 'time-warp.js')).href
const deadlineMs = 60_000
const { env } = process
const workspace = env.GITHUB_WORKSPACE || process.cwd()

async function run(): Promise<void> {
  const values = new Map(
    inputNames.flatMap(name => {
      const value = core.getInput(name)
      return value === '' ? [] : [[name, value] as const]
    }),
  )
  const read = readInputs(values, {
    scenarios: values.has('scenario') ? scenarioNames() : ['healthy'],
    isFile: path => statSync(resolve(workspace, path), { throwIfNoEntry: false })?.isFile() ?? false,
    passed: passedInputs(env),
  })
  if (read.kind === 'wrong') return fail('Wrong input of the simulator', read.problems)
  await start(read)
}

async function start({ args, artifact }: ValidInputs): Promise<void> {
  const folder = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), 'ecs-simulator-'))
  const requestsFile = join(folder, 'requests.jsonl')
  const logFile = join(folder, 'simulator.log')
  const child = startServer(program, [...args, `--requests=${requestsFile}`], {
    cwd: workspace,
    logFile,
  })
  const save = (url: string | undefined) => {
    const server: SavedServer = { pid: child.pid ?? 0, url, requestsFile, logFile, artifact }
    if (child.pid !== undefined) core.saveState(stateName, server)
  }
  save(undefined)
  const ready = await waitUntilReady(child, { logFile, deadlineMs })
  if (ready === undefined) {
    if (child.pid !== undefined && (await stopServer(child.pid, undefined))) core.saveState(stateName, '')
    return fail('The simulator did not start', [reasonIn(logFile)])
  }
  save(ready.url)
  child.unref()
  announce(ready)
  core.setOutput('requests-file', requestsFile)
  core.setOutput('log-file', logFile)
}

function announce(ready: Ready): void {
  const { variables, warnings } = jobEnvironment(ready, env)
  for (const warning of warnings) core.warning(warning, { title: 'The simulator replaces AWS' })
  for (const [name, value] of Object.entries(variables)) core.exportVariable(name, value)
  for (const name of ['url', 'port', 'region', 'account'] as const) core.setOutput(name, ready[name])
  core.setOutput('node-options', `--import=${preload}`)
  core.info(`The simulator is at ${ready.url}, region ${ready.region}, account ${ready.account}.`)
  core.info(`Set for the rest of the job: ${Object.keys(variables).join(', ')}`)
}

function scenarioNames(): readonly string[] {
  const { stdout } = spawnSync(process.execPath, [program, 'serve', '--list', '--json'], { encoding: 'utf8' })
  return stdout.split('\n').flatMap(line => (line === '' ? [] : [JSON.parse(line).name]))
}

/** The mistake that the server names in plain text, or all that it logged. */
function reasonIn(logFile: string): string {
  const all = readFileSync(logFile, 'utf8').trim()
  const plain = all.split('\n').filter(line => !line.startsWith('{'))
  const log = plain.length > 0 ? plain.join('\n') : all
  return log === '' ? `It did not answer within ${deadlineMs / 1_000} seconds, and its log is empty.` : log
}

function fail(title: string, problems: readonly string[]): void {
  for (const problem of problems) core.error(problem, { title })
  process.exitCode = 1
}

await run()
