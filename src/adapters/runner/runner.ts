import { env } from 'node:process'
import * as core from '@actions/core'
import type { Annotation } from '../../core/errors/annotation.js'
import { logLine } from '../../core/text/log-line.js'
import type { Runner } from '../../ports.js'
import { readPullRequest } from './pull-request-event.js'

export function connectRunner(): Runner {
  return {
    ...deployed(),
    run: thisRun(),
    input: name => core.getInput(name, { trimWhitespace: false }),
    mask: secret => core.setSecret(secret),
    log: line => core.info(logLine(line)),
    debug: line => core.debug(line),
    group: title => core.startGroup(logLine(title)),
    ungroup: () => core.endGroup(),
    annotate,
    output: (name, value) => void attempt(`No output ${name}`, () => core.setOutput(name, value)),
    saveState: (name, value) => void attempt('No state for the post step', () => core.saveState(name, value)),
    summary: markdown => attempt('No job summary', () => core.summary.addRaw(markdown, true).write()),
  }
}

/** Only a warning: no deployment needs these files. */
async function attempt(title: string, write: () => unknown): Promise<void> {
  try {
    await write()
  } catch (error) {
    annotate({ level: 'warning', title, message: error instanceof Error ? error.message : String(error) })
  }
}

function annotate({ level, title, message, position }: Annotation): void {
  const properties = position
    ? { title, file: position.file, startLine: position.line, startColumn: position.column }
    : { title }
  const write = { error: core.error, warning: core.warning, notice: core.notice }[level]
  write(message, properties)
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
function thisRun(): Runner['run'] {
  const { GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: server, GITHUB_RUN_ID: id } = env
  const { GITHUB_ACTOR: actor } = env
  return {
    repository: repository || undefined,
    actor: actor || undefined,
    run: server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined,
  }
}

/** A pull request runs on a temporary merge commit; users know its head. */
function deployed(): Pick<Runner, 'commit' | 'pullRequest'> {
  const event = readPullRequest(env.GITHUB_EVENT_NAME, env.GITHUB_EVENT_PATH)
  return { commit: event?.head ?? (env.GITHUB_SHA || undefined), pullRequest: event?.pullRequest }
}
