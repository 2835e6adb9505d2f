/** A runner that records what it is told. Annotations are in its log, as GitHub's runner prints them. */
import { inputVariables } from '../../simulator/demo/runner-environment.js'
import { readPassedInputs } from '../../src/adapters/runner/passed-inputs.js'
import type { Annotation } from '../../src/core/errors/annotation.js'
import type { Story } from './play.js'

export function record(story: Story, onUngroup: () => void) {
  const log: string[] = []
  const annotations: Annotation[] = []
  const outputs: Record<string, string> = {}
  const state: Record<string, string> = {}
  const masked: string[] = []
  const recorded = { log, annotations, outputs, state, masked, summary: '' }
  const runner = {
    commit: '9be21c4d1f6a0b3c5e7f8091a2b3c4d5e6f70819',
    run: {
      repository: 'octo/web',
      actor: 'octocat',
      run: 'https://github.com/octo/web/actions/runs/1',
    },
    input: (name: string) => story.inputs[name] ?? '',
    passedInputs: () => readPassedInputs(inputVariables(story.inputs)),
    mask: (secret: string) => void recorded.masked.push(secret),
    log: (line: string) => void log.push(line),
    debug: (line: string) => void log.push(line),
    group: (title: string) => void log.push(`▸ ${title}`),
    ungroup: onUngroup,
    annotate(annotation: Annotation) {
      annotations.push(annotation)
      // https://github.com/actions/runner, src/Runner.Worker/ExecutionContext.cs (AddIssue)
      log.push(...printedLines(annotation))
    },
    output(name: string, value: string) {
      outputs[name] = value
    },
    async saveState(name: string, value: string) {
      if (story.unsaved?.(value)) return false
      state[name] = value
      return true
    },
    async summary(markdown: string) {
      recorded.summary += markdown
    },
  }
  return { runner, seen: recorded }
}

/** The mark stands for the runner's word: Warning. */
export function printedLines({ level, message }: Annotation): string[] {
  return `${level === 'warning' && !message.startsWith('⚠') ? '  ⚠ ' : ''}${message}`.split('\n')
}
