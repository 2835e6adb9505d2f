import { env } from 'node:process'
import * as core from '@actions/core'
import { type Annotation, bugAnnotation } from '../../core/errors/annotation.js'
import { redact } from '../../core/redaction/redact.js'
import { stripControlCharacters } from '../../core/text/control-characters.js'
import { logLine } from '../../core/text/log-line.js'
import type { Runner } from '../../ports.js'
import { readPassedInputs } from './passed-inputs.js'
import { readPullRequest } from './pull-request-event.js'

export function connectRunner(): Runner {
  const attempt = warnOnce()
  return {
    ...deployed(),
    run: thisRun(),
    input: name => core.getInput(name, { trimWhitespace: false }),
    passedInputs: () => readPassedInputs(env),
    mask: secret => core.setSecret(secret),
    log: line => core.info(logLine(stripControlCharacters(line))),
    debug: line => core.debug(stripControlCharacters(line)),
    group: title => core.startGroup(logLine(stripControlCharacters(title))),
    ungroup: () => core.endGroup(),
    annotate,
    output: (name, value) =>
      void attempt('No outputs', () => core.setOutput(name, stripControlCharacters(value))),
    saveState: (name, value) => attempt('No state for the post step', () => core.saveState(name, value)),
    async summary(markdown) {
      await attempt('No job summary', () =>
        core.summary.addRaw(stripControlCharacters(markdown), true).write(),
      )
    },
  }
}

export function reportBug({ annotate, debug }: Pick<Runner, 'annotate' | 'debug'>, error: unknown): void {
  annotate(bugAnnotation(error))
  debug(redact(error instanceof Error ? (error.stack ?? '') : '', []))
}

type Attempt = (title: string, write: () => unknown) => Promise<boolean>

/** Only a warning for each title: the verdict needs none of these files. False: not written. */
function warnOnce(): Attempt {
  const warned = new Set<string>()
  return async (title, write) => {
    try {
      await write()
      return true
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (!warned.has(title)) annotate({ level: 'warning', title, message })
      warned.add(title)
      return false
    }
  }
}

function annotate({ level, title, message, position }: Annotation): void {
  const named = { title: stripControlCharacters(title) }
  const properties = position
    ? {
        ...named,
        file: stripControlCharacters(position.file),
        startLine: position.line,
        startColumn: position.column,
      }
    : named
  const write = { error: core.error, warning: core.warning, notice: core.notice }[level]
  write(stripControlCharacters(message), properties)
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
