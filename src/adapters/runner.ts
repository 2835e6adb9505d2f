/** The GitHub Actions runner: inputs, log, annotations, outputs and the job summary, through its own toolkit. */
import * as core from '@actions/core'
import { context } from '@actions/github'
import { logLine } from '../core/log-line.js'
import type { Annotation, Job, Runner } from '../ports.js'

export function connectRunner(): Runner {
  return {
    job: currentJob(),
    input: name => core.getInput(name),
    log: line => core.info(logLine(line)),
    debug: line => core.debug(line),
    group: title => core.startGroup(title),
    ungroup: () => core.endGroup(),
    annotate: annotation => annotate(annotation),
    output: (name, value) => core.setOutput(name, value),
    async summary(markdown) {
      await core.summary.addRaw(markdown, true).write()
    },
  }
}

function annotate({ level, title, message, at }: Annotation): void {
  const properties = at ? { title, file: at.file, startLine: at.line, startColumn: at.column } : { title }
  const say = { error: core.error, warning: core.warning, notice: core.notice }[level]
  say(message, properties)
}

/** A pull request runs on a merge commit that nobody knows; its head is the commit that people look for. */
function currentJob(): Job {
  const commit = context.payload.pull_request?.head?.sha ?? context.sha
  const repository = process.env.GITHUB_REPOSITORY
  const runUrl =
    repository && context.runId
      ? `${context.serverUrl}/${repository}/actions/runs/${context.runId}`
      : undefined
  return {
    ...(commit ? { commit } : {}),
    ...(repository ? { repository } : {}),
    ...(runUrl ? { runUrl } : {}),
  }
}
