/** The GitHub Actions runner: inputs, log, annotations, outputs and the job summary, through its own toolkit. */
import * as core from '@actions/core'
import { context } from '@actions/github'
import type { Annotation } from '../core/annotation.js'
import type { Runner } from '../ports.js'

export function connectRunner(): Runner {
  return {
    commit: deployedCommit(),
    input: name => core.getInput(name),
    log: line => core.info(harmless(line)),
    debug: line => core.debug(line),
    group: title => core.startGroup(harmless(title)),
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

/**
 * A text of somebody else (a key in a file, a reason from AWS) as one line in which the runner reads no command: those
 * start a line with `::`, or stand anywhere as `##[`.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function harmless(line: string): string {
  return line
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(/^(\s*)::/, '$1:\u200b:')
    .replaceAll('##[', '##\u200b[')
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
