/** The AWS CLI on the PATH: one process a call, its input and its output as JSON. */
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import type { Json, JsonObject } from './json.js'
import { commandOf, type Operation } from './operations.js'

export type Answer =
  | { readonly kind: 'answered'; readonly output: JsonObject }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }

export interface AwsCli {
  /** Throws a CliError if there is no answer of AWS: no credentials, no network, an input that the CLI refuses. */
  call(operation: Operation, input: JsonObject): Promise<Answer>
  /** The account of the credentials. */
  account(): Promise<string>
  /** `aws-cli/2.31.0` */
  version(): Promise<string>
}

export class CliError extends Error {}

export interface AwsCliOptions {
  readonly environment: NodeJS.ProcessEnv
  readonly region?: string | undefined
}

export function awsCli({ environment, region }: AwsCliOptions): AwsCli {
  const common = ['--output', 'json', ...(region === undefined ? [] : ['--region', region])]
  const run = (args: readonly string[]) => runAws(args, environment)
  return {
    async call(operation, input) {
      const args = ['ecs', commandOf(operation), '--cli-input-json', JSON.stringify(input), ...common]
      const { code, stdout, stderr } = await run(args)
      if (code !== 0) return refusalIn(stderr)
      return { kind: 'answered', output: stdout.trim() === '' ? {} : (JSON.parse(stdout) as JsonObject) }
    },
    async account() {
      const { code, stdout, stderr } = await run(['sts', 'get-caller-identity', ...common])
      if (code !== 0) throw new CliError(lastLineOf(stderr))
      const { Account: account } = JSON.parse(stdout) as { readonly Account?: Json }
      return String(account)
    },
    async version() {
      const { stdout, stderr } = await run(['--version'])
      return /aws-cli\/[\w.]+/.exec(stdout + stderr)?.[0] ?? 'aws-cli'
    },
  }
}

interface Exit {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** In a process group of its own: Ctrl-C in a terminal ends this program, which cleans up, not a call in progress. */
async function runAws(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Exit> {
  const env = { ...environment, AWS_PAGER: '', AWS_CLI_AUTO_PROMPT: 'off' }
  const child = spawn('aws', args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const exit = new Promise<number | null>((resolve, reject) => {
    child.once('error', error => reject(new CliError(startProblem(error))))
    child.once('close', resolve)
  })
  const [code, stdout, stderr] = await Promise.all([exit, text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}

function startProblem(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'The AWS CLI (aws) is not on the PATH.'
  return `The AWS CLI does not start: ${error.message}`
}

/** `An error occurred (ClientException) when calling the X operation: TaskDefinition not found.` */
function refusalIn(stderr: string): Answer {
  const [, code, message] =
    /An error occurred \((\w+)\) when calling the \w+ operation(?: \([^)]*\))?: (.*)/s.exec(stderr) ?? []
  if (code === undefined || message === undefined) throw new CliError(lastLineOf(stderr))
  return { kind: 'refused', code, message: message.trim() }
}

function lastLineOf(output: string): string {
  return output.trim().split('\n').at(-1) ?? ''
}
