import type { ApiError } from '../core/errors/api-error.js'
import { warning } from '../core/errors/notice.js'
import { planned, refused } from '../core/outcome/outcome.js'
import { containerProblems } from '../core/task-definition/render.js'
import { noSource, readFile, readRegistered, type Source } from '../deploy/prepare/read-task-definition.js'
import type { Ports } from '../ports.js'
import type { RunContext } from './run-context.js'
import { end, type Progress, proceed, type RunStep, type Step } from './step.js'

export interface Read extends Progress {
  readonly source: Source
}

export const read: RunStep<Progress, Read> = {
  group: undefined,
  whenCanceled: 'perform',
  async perform(run, progress) {
    const { inputs, ports, targets } = run
    const source = await readSource(run)
    if (inputs.mode === 'plan' && isOffline(ports, source.error)) return nothingChecked(run)
    const problems = [...run.problems, ...source.problems]
    if (problems.length === 0) return proceed({ ...progress, source }, source.notices)
    const partial = source.base?.definition ?? source.partial
    const containers = partial ? containerProblems(partial, inputs) : []
    const all = [...problems, ...containers]
    return end(refused({ targets, problems: all, checks: [], plan: undefined, revision: undefined }))
  },
}

/** A file is read despite other problems, to report all at once; AWS is not called before they are fixed. */
async function readSource({ inputs, ports, problems }: RunContext): Promise<Source> {
  const { ecs, workspace } = ports
  const { source, unknownKeys } = inputs
  switch (source.kind) {
    case 'file':
      return readFile({ workspace, ecs }, source.path, unknownKeys)
    case 'registered':
      return problems.length > 0 ? noSource : readRegistered(ecs, source)
    case 'live':
      return noSource
  }
}

/** Without AWS credentials, as in a pull request from a fork, a dry run does not fail. */
export function isOffline({ step }: Ports, error: ApiError | undefined): boolean {
  return error?.kind === 'unconfigured' && !step.hasCredentials
}

export function nothingChecked({ targets }: RunContext): Step<never> {
  const text = 'There are no AWS credentials and no task definition file: nothing could be checked.'
  return end(planned(targets, undefined), [warning(text)])
}
