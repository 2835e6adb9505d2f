/** What a GitHub runner provides (docs.github.com, variables reference), plus what any program needs. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface RunnerDirectory {
  readonly workspace: string
  readonly temp: string
  readonly files: Readonly<Record<'output' | 'state' | 'env' | 'path' | 'summary' | 'event', string>>
}

export async function createRunnerDirectory(
  directory: string,
  { workspaceFiles, event }: { workspaceFiles: Readonly<Record<string, string>>; event: object },
): Promise<RunnerDirectory> {
  const workspace = join(directory, 'work')
  const temp = join(directory, 'temp')
  const commands = join(temp, '_runner_file_commands')
  for (const path of [workspace, commands, join(directory, 'home')]) await mkdir(path, { recursive: true })
  for (const [name, text] of Object.entries(workspaceFiles)) {
    const path = join(workspace, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  const files = {
    output: join(commands, 'set_output'),
    state: join(commands, 'save_state'),
    env: join(commands, 'set_env'),
    path: join(commands, 'add_path'),
    summary: join(commands, 'step_summary'),
    event: join(temp, 'event.json'),
  }
  for (const path of Object.values(files)) await writeFile(path, '')
  await writeFile(files.event, JSON.stringify(event))
  return { workspace, temp, files }
}

const inherited = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP', 'LANG']

export function runnerEnvironment(
  directory: string,
  { workspace, temp, files }: RunnerDirectory,
): Record<string, string> {
  const home = join(directory, 'home')
  return {
    ...Object.fromEntries(inherited.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : []))),
    // Keeps ~/.aws out.
    HOME: home,
    USERPROFILE: home,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: 'deploy',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: files.event,
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_JOB: 'deploy',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'octo-org/web',
    GITHUB_REPOSITORY_OWNER: 'octo-org',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1234567890',
    GITHUB_RUN_NUMBER: '42',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '9be21c4f0e8d7a6b5c4d3e2f1a0b9c8d7e6f5a4b',
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_WORKFLOW: 'deploy',
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: files.output,
    GITHUB_STATE: files.state,
    GITHUB_ENV: files.env,
    GITHUB_PATH: files.path,
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_ARCH: process.arch.toUpperCase(),
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'simulator',
    RUNNER_OS: { darwin: 'macOS', win32: 'Windows' }[process.platform as string] ?? 'Linux',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(directory, 'tools'),
  }
}

/** The runner replaces only spaces: INPUT_CONTAINER-NAME. */
export function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    value,
  ])
  return Object.fromEntries(pairs)
}

export function stateVariables(state: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]))
}
