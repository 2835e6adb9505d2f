import { revisionName } from '../../core/ecs/arn.js'
import { toProblem } from '../../core/errors/api-error-problem.js'
import { type Problem, quote } from '../../core/errors/problem.js'
import type { RegisteredDefinition } from '../../core/plan/task-plan.js'
import { redact } from '../../core/redaction/redact.js'
import type { Ecs } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'

type ReadDefinition =
  | { readonly kind: 'read'; readonly existing: RegisteredDefinition }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** The definition that the input `run-task-definition` names, for a task that does not run the new revision. */
export async function readExistingDefinition(
  ecs: Pick<Ecs, 'describeTaskDefinition'>,
  name: string,
): Promise<ReadDefinition> {
  const subject = 'run-task-definition'
  const shown = quote(revisionName(name))
  const read = await attempt(() => ecs.describeTaskDefinition(name))
  if (read.kind === 'failed') {
    const { error } = read
    if (error.kind !== 'rejected') return { kind: 'problem', problem: toProblem(error, {}) }
    const text = `${shown} was not found (${redact(error.message, [])}): check the name, the account and the region; a file is named with its ending, such as migrate.json`
    return { kind: 'problem', problem: { subject, text } }
  }
  const { arn, definition } = read.value
  if (definition.status === 'INACTIVE') {
    const text = `${shown} is INACTIVE, and ECS runs no task of it: name an ACTIVE revision`
    return { kind: 'problem', problem: { subject, text } }
  }
  return { kind: 'read', existing: { arn, definition } }
}
