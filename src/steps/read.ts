import type { ApiError } from '../core/errors/api-error.js'
import { openingNotices, warning } from '../core/errors/notice.js'
import { placeProblems, type Reference } from '../core/errors/place-problems.js'
import type { Problem } from '../core/errors/problem.js'
import type { BaseDefinition } from '../core/options/plan-options.js'
import { planned, refused } from '../core/outcome/outcome.js'
import { absentTexts, emptyValues } from '../core/task-definition/placeholder-problems.js'
import { containerProblems } from '../core/task-definition/render.js'
import { readRollback } from '../deploy/prepare/read-rollback.js'
import { noSource, readFile, readRegistered, type Source } from '../deploy/prepare/read-task-definition.js'
import type { Ports } from '../ports.js'
import type { RunContext } from './run-context.js'
import { end, type Progress, proceed, type RunStep, type Step } from './step.js'

export interface Read extends Progress {
  readonly source: Source
  /** the file of `run-task-definition` */
  readonly taskFile: BaseDefinition | undefined
}

export const read: RunStep<Progress, Read> = {
  group: undefined,
  whenCanceled: 'perform',
  async perform(run, progress) {
    const { inputs, log, ports, targets } = run
    const misplaced = placeProblems(referencesOf(run), await ports.ecs.region())
    const inputProblems = [...run.problems, ...misplaced]
    const source = await readSource(run, inputProblems)
    const ofTask = await readTaskFile(run)
    if (inputs.mode === 'plan' && isOffline(ports, source.error)) return nothingChecked(run)
    const problems = [
      ...inputProblems,
      ...absentTexts(filesOf(run, source, ofTask)),
      ...source.problems,
      ...(ofTask?.problems ?? []),
    ]
    if (problems.length === 0) {
      const empty = source.searched || ofTask ? emptyValues(inputs.placeholders) : []
      const notices = [...empty, ...source.notices, ...(ofTask?.notices ?? [])]
      log.notices(openingNotices(notices))
      return proceed({ ...progress, source, taskFile: ofTask?.base }, notices)
    }
    const partial = source.base?.definition ?? source.partial
    const containers = partial ? containerProblems(partial, inputs) : []
    const all = [...problems, ...containers]
    return end(refused({ targets, problems: all, checks: [], plan: undefined, revision: undefined }))
  },
}

/** A file is read despite other problems, to report all at once; AWS is not called before they are fixed. */
async function readSource({ inputs, ports }: RunContext, problems: readonly Problem[]): Promise<Source> {
  const { ecs, workspace } = ports
  const { source } = inputs
  switch (source.kind) {
    case 'file':
      return readFile({ workspace, ecs }, source.path, { ...inputs, input: 'task-definition' })
    case 'registered':
      return problems.length > 0 ? noSource : readRegistered(ecs, source, inputs.imagePolicy)
    case 'rollback': {
      const { imagePolicy } = inputs
      const [target] = inputs.targets
      if (problems.length > 0 || !target) return noSource
      return readRollback(ecs, { target, to: source.to, imagePolicy })
    }
    case 'live':
    case 'paused':
      return noSource
  }
}

/** A rollback runs no task, and does not depend on its file. */
async function readTaskFile({ inputs, ports }: RunContext): Promise<Source | undefined> {
  const { source, task } = inputs
  if (task?.definition?.kind !== 'file' || source.kind === 'rollback') return undefined
  const { path } = task.definition
  return readFile(ports, path, { ...inputs, input: 'run-task-definition' })
}

function filesOf({ inputs }: RunContext, source: Source, ofTask: Source | undefined) {
  const own = inputs.source.kind === 'file' ? [source.searched] : []
  return ofTask ? [...own, ofTask.searched] : own
}

function referencesOf({ inputs: { source, targets, task } }: RunContext): Reference[] {
  const clusters = targets.slice(0, 1).map(({ cluster }) => ({ input: 'cluster', value: cluster }))
  const services = targets.map(({ service }) => ({ input: 'service', value: service }))
  const references: Reference[] = [...clusters, ...services]
  if (source.kind === 'registered') references.push({ input: source.input, value: source.name })
  if (source.kind === 'rollback' && source.to.kind === 'named')
    references.push({ input: 'rollback', value: source.to.name })
  if (source.kind === 'paused' && source.serviceDeploymentArn)
    references.push({ input: 'service-deployment-arn', value: source.serviceDeploymentArn })
  if (task?.definition?.kind === 'registered')
    references.push({ input: 'run-task-definition', value: task.definition.name })
  return references
}

/** Without AWS credentials, as in a pull request from a fork, a dry run does not fail. */
export function isOffline({ step }: Ports, error: ApiError | undefined): boolean {
  return error?.kind === 'unconfigured' && !step.hasCredentials
}

export function nothingChecked({ targets }: RunContext): Step<never> {
  const text = 'There are no AWS credentials and no task definition file: nothing could be checked.'
  return end(planned(targets, undefined), [warning(text)])
}
