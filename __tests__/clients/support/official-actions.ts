/** The actions of AWS as a runner runs them, where OFFICIAL_ACTIONS names a folder with checkouts of them. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Needed, testWhere } from './test-where.js'

const folder = process.env.OFFICIAL_ACTIONS ?? ''

export function officialActions(...names: readonly string[]): Needed {
  return {
    name: `No folder OFFICIAL_ACTIONS with checkouts of ${names.join(' and ')}`,
    requiredBy: 'REQUIRE_OFFICIAL_ACTIONS',
    isHere: () => names.every(name => existsSync(mainOf(name))),
  }
}

export const testWithOfficialActions = testWhere(
  officialActions('configure-aws-credentials', 'amazon-ecr-login'),
)

function mainOf(action: string): string {
  return join(folder, action, 'dist/index.js')
}

/** Variables of a job: actions add to them, and later actions see them. */
export class Runner {
  readonly variables: Record<string, string>
  readonly #directory: string

  private constructor(directory: string, variables: Record<string, string>) {
    this.#directory = directory
    this.variables = variables
  }

  /** Where `docker` is a program that notes its arguments. */
  static async open(variables: Record<string, string>): Promise<Runner> {
    const directory = await mkdtemp(join(tmpdir(), 'official-actions-'))
    const docker = join(directory, 'bin/docker')
    await mkdir(join(directory, 'bin'))
    await writeFile(docker, `#!/bin/sh\necho "$@" >>'${directory}/docker'\n`)
    await chmod(docker, 0o755)
    return new Runner(directory, variables)
  }

  async run(action: string, inputs: Readonly<Record<string, string>>) {
    const files = Object.fromEntries(
      ['ENV', 'OUTPUT', 'STATE', 'STEP_SUMMARY'].map(name => [`GITHUB_${name}`, join(this.#directory, name)]),
    )
    await Promise.all(Object.values(files).map(file => writeFile(file, '')))
    const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    const child = spawn(process.execPath, [mainOf(action)], {
      env: {
        ...{ PATH: `${this.#directory}/bin:${process.env.PATH}`, HOME: this.#directory },
        ...{ GITHUB_REPOSITORY: 'acme/web', GITHUB_WORKFLOW: 'deploy', GITHUB_ACTION: 'login' },
        ...{ GITHUB_ACTOR: 'octocat', GITHUB_SHA: '0'.repeat(40), GITHUB_REF: 'refs/heads/main' },
        ...{ GITHUB_WORKSPACE: this.#directory, RUNNER_TEMP: this.#directory },
        ...files,
        ...this.variables,
        ...Object.fromEntries(given),
      },
    })
    let log = ''
    child.stdout.on('data', text => {
      log += text
    })
    const [code] = await once(child, 'close')
    Object.assign(this.variables, await this.#read('ENV'))
    return { code: code as number, log, outputs: await this.#read('OUTPUT') }
  }

  dockerCalls(): Promise<string> {
    return readFile(join(this.#directory, 'docker'), 'utf8')
  }

  close(): Promise<void> {
    return rm(this.#directory, { recursive: true })
  }

  async #read(file: string): Promise<Record<string, string>> {
    const text = await readFile(join(this.#directory, file), 'utf8')
    const entries = [...text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)]
    return Object.fromEntries(entries.map(([, name, , value]) => [name, value]))
  }
}
