/** The revision that a one-off task runs. */
import type { Change } from '../task-definition/diff.js'
import type { NewRevision, RevisionPlan } from './revision-plan.js'

export type TaskRevision =
  /** that of the plan */
  | { readonly kind: 'planned' }
  /** named by `run-task-definition` */
  | { readonly kind: 'registered'; readonly arn: string }
  /** of a file that is the same as the latest revision of its family */
  | { readonly kind: 'unchanged'; readonly arn: string; readonly file: NewRevision }
  | NewTaskRevision

/** Of a file: registered before the task runs. */
export interface NewTaskRevision {
  readonly kind: 'new'
  readonly file: NewRevision
  /** ARN of the latest revision of its family; undefined: there is none, or it could not be read */
  readonly latest: string | undefined
  readonly unread: string | undefined
  /** against the latest revision */
  readonly changes: readonly Change[]
}

/** ARN; undefined before it is registered. */
export function arnOfTask(task: TaskRevision, revision: RevisionPlan): string | undefined {
  switch (task.kind) {
    case 'planned':
      return revision.kind === 'existing' ? revision.arn : undefined
    case 'registered':
    case 'unchanged':
      return task.arn
    case 'new':
      return undefined
  }
}

/** What is, or would be registered for the task. */
export function contentOfTask(task: TaskRevision, revision: RevisionPlan): RevisionPlan | undefined {
  if (task.kind === 'planned') return revision
  return task.kind === 'registered' ? undefined : task.file
}
