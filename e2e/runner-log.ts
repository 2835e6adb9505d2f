/** Reads act's log (`--json`) of a run. Pure. */

export type Result = 'success' | 'failure'

export interface RunnerLog {
  /** By job and step, in the order in which they ended, without skipped steps. */
  readonly steps: Readonly<Record<string, Result>>
  /** By job and step. */
  readonly summaries: Readonly<Record<string, string>>
  /** As a person reads it. */
  readonly text: readonly string[]
}

interface Line {
  readonly msg?: string
  readonly jobID?: string
  readonly matrix?: Readonly<Record<string, string>>
  readonly stage?: 'Pre' | 'Main' | 'Post'
  readonly step?: string
  /** Steps of a composite action have the action's id before their own. */
  readonly stepID?: readonly string[]
  readonly stepResult?: Result
  readonly command?: string
  readonly content?: string
}

export function readRunnerLog(json: string): RunnerLog {
  const steps: Record<string, Result> = {}
  const summaries: Record<string, string> = {}
  const text: string[] = []
  for (const line of json.split('\n').flatMap(readLine)) {
    if (line.msg && line.command !== 'summary')
      text.push(`${line.jobID ? `[${jobOf(line)}] ` : ''}${line.msg.trimEnd()}`)
    if (line.stepID?.length !== 1) continue
    const step = `${jobOf(line)}: ${nameOf(line)}`
    if (line.stepResult) steps[step] = line.stepResult
    if (line.command === 'summary') summaries[step] = line.content ?? ''
  }
  return { steps, summaries, text }
}

function readLine(text: string): Line[] {
  if (text.trim() === '') return []
  try {
    return [JSON.parse(text)]
  } catch {
    return [{ msg: text }]
  }
}

function jobOf({ jobID = '', matrix = {} }: Line): string {
  const values = Object.values(matrix)
  return values.length > 0 ? `${jobID} (${values.join(', ')})` : jobID
}

/** An action is named without its version. */
function nameOf({ stage, step = '' }: Line): string {
  const name = step.replace(/^([\w.-]+\/[\w./-]+)@\S+$/, '$1')
  return stage === 'Post' ? `Post ${name}` : name
}
