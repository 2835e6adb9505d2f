/** The revision that the one-off task runs: of a file it is registered, if it differs from the latest one. */
import { revisionName } from '../core/ecs/arn.js'
import { arnOfTask } from '../core/plan/task-revision.js'
import { redact } from '../core/redaction/redact.js'
import { logField } from '../report/log/plan-lines.js'
import { registerNew, type WithRevision } from './register.js'
import { proceed, type RunStep } from './step.js'

export interface WithTaskRevision extends WithRevision {
  /** ARN of what the task runs; undefined: there is no task */
  readonly taskDefinition: string | undefined
}

export const registerTask: RunStep<WithRevision, WithTaskRevision> = {
  group: 'Register',
  whenCanceled: 'skip',
  async perform(run, value) {
    const { plan, registered: own, revision, secrets } = value
    const { log, ports } = run
    if (!plan.task) return proceed({ ...value, taskDefinition: undefined })
    const { revision: planned } = plan.task
    if (planned.kind !== 'new')
      return proceed({ ...value, taskDefinition: arnOfTask(planned, plan.revision) ?? revision.arn })
    const { file, latest } = planned
    const known = latest === undefined ? [] : [latest]
    const registration = await registerNew(run, { plan, revision: file, known, own, secrets })
    if (registration.kind !== 'continue') return registration
    const { notices, value: registered } = registration
    log.line(logField('registered', `${revisionName(registered.arn)}, for the task`))
    ports.runner.output('run-task-definition-arn', redact(registered.arn, []))
    return proceed({ ...value, registeredForTask: registered, taskDefinition: registered.arn }, notices)
  },
}
