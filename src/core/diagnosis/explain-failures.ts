import { addedContainer } from '../ecs/added-container.js'
import type { Position } from '../errors/problem.js'
import { classRow, nextStep } from './classes.js'
import type { Evidence, Explanation, FailureEvidence } from './evidence.js'
import type { FailureGroup } from './failure-group.js'
import type { LogTail } from './log-tail.js'
import type { TaskSpan } from './task-span.js'

export interface DiagnosisInput extends Evidence {
  readonly tasks: readonly TaskSpan[]
  readonly failures: readonly FailureGroup[]
  readonly alarmTriggered: boolean
  readonly logs: readonly LogTail[]
}

export interface Cause {
  readonly group: FailureGroup
  /** to follow the number of tasks: `ended because app exited with code 1` */
  readonly description: string
  readonly detail: string | undefined
  readonly next: string
  readonly position: Position | undefined
}

/** In the order of `failures`. */
export function explainFailures(input: DiagnosisInput): Cause[] {
  return input.failures.map(group => {
    const row = classRow(group.failureClass)
    const evidence = evidenceFor(group, input)
    const { detail, next, position } = explainAdded(group) ?? row.explain(evidence)
    return {
      group,
      description: row.describe(evidence, detail),
      detail: detail || undefined,
      next: next ?? nextStep(group.failureClass, group),
      position,
    }
  })
}

/** The task definition says nothing of it. */
function explainAdded({ container }: FailureGroup): Explanation | undefined {
  const added = addedContainer(container)
  if (!added) return undefined
  const detail = `${container} is ${added.what}, which AWS adds to the task`
  return { detail, next: added.next, position: undefined }
}

function evidenceFor(failure: FailureGroup, input: DiagnosisInput): FailureEvidence {
  const { definition, positionOf, checks, service, tasks, logs } = input
  const runs = tasks.flatMap(({ arn, startedAt, endedAt }) =>
    failure.tasks.includes(arn) && startedAt !== undefined && endedAt !== undefined
      ? [Math.round((endedAt - startedAt) / 1000)]
      : [],
  )
  return {
    failure,
    definition,
    positionOf,
    checks,
    service,
    lines: logs.flatMap(({ task, log }) =>
      failure.tasks.includes(task) && log.kind === 'read' ? log.lines : [],
    ),
    shortestRun: runs.length > 0 ? Math.min(...runs) : undefined,
  }
}
