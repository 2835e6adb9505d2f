import type { RollbackTarget } from '../core/options/task-definition-source.js'
import type { InputForm } from './input-form.js'
import type { InputName } from './input-table.js'

const sources: readonly InputName[] = [
  'task-definition',
  'task-definition-arn',
  'task-definition-family',
  'task-definition-revision',
]

/** Reports every input that contradicts `rollback`, which deploys a revision as it is. */
export function readRollback(form: InputForm, changing: readonly InputName[]): RollbackTarget {
  const { isSet, report, values } = form
  if (!isSet('service')) report('service', 'is empty, but rollback is set: set the service that goes back')
  for (const name of sources.filter(isSet)) {
    report(name, 'is set, and so is rollback: use only one of them')
  }
  for (const name of ['placeholders', 'container-name', ...changing] as const) {
    if (isSet(name))
      report(
        name,
        'is set, and so is rollback, which deploys a revision as it is: remove it, or name the revision with task-definition-arn instead of rollback',
      )
  }
  // An unreadable value is a problem, too.
  return values.rollback ?? { kind: 'previous' }
}
