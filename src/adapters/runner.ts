/** The GitHub Actions runner: inputs, log, annotations, outputs and the job summary, through its own toolkit. */
import * as core from '@actions/core'
import { context } from '@actions/github'
import type { Annotation } from '../core/annotation.js'
import { logLine } from '../core/log-line.js'
import type { Runner } from '../ports.js'

export function connectRunner(): Runner {
  return {
    commit: deployedCommit(),
    input: name => core.getInput(name),
    log: line => core.info(logLine(line)),
    debug: line => core.debug(line),
    group: title => core.startGroup(logLine(title)),
    ungroup: () => core.endGroup(),
    annotate,
    output: (name, value) => core.setOutput(name, value),
    saveState: (name, value) => core.saveState(name, value),
    async summary(markdown) {
      try {
        await core.summary.addRaw(markdown, true).write()
      } catch (error) {
        // What happened to the service is not undone by a summary that cannot be written.
        const message = error instanceof Error ? error.message : String(error)
        annotate({ level: 'warning', title: 'No job summary', message })
      }
    },
  }
}

function annotate({ level, title, message, at }: Annotation): void {
  const properties = at ? { title, file: at.file, startLine: at.line, startColumn: at.column } : { title }
  const say = { error: core.error, warning: core.warning, notice: core.notice }[level]
  say(message, properties)
}

/** A pull request runs on a merge commit that nobody knows; its head is the commit that people look for. */
function deployedCommit(): string | undefined {
  return context.payload.pull_request?.head?.sha ?? (context.sha || undefined)
}
