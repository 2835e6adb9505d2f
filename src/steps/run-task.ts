/** A one-off task of the new revision, such as a migration, before any service is updated. */
import { revisionName } from '../core/ecs/arn.js'
import { toProblem } from '../core/errors/api-error-problem.js'
import { type Notice, redactNotice, warning } from '../core/errors/notice.js'
import { endedByTask, refused, registered } from '../core/outcome/outcome.js'
import { allowsDeployment, type TaskResult } from '../core/outcome/task-result.js'
import type { TaskPlan } from '../core/plan/task-plan.js'
import { redact } from '../core/redaction/redact.js'
import { runTask as run } from '../deploy/task/run-task.js'
import { taskLine } from '../report/log/task-lines.js'
import type { WithTaskRevision } from './register-task.js'
import type { RunContext } from './run-context.js'
import { end, proceed, type RunStep, type Step, stop } from './step.js'
import { finishing } from './time-limits.js'

export const runTask: RunStep<WithTaskRevision, WithTaskRevision> = {
  group: undefined,
  whenCanceled: 'skip',
  async perform(context, value) {
    const { plan, revision } = value
    const ran = plan.task ? await perform(context, value, plan.task) : proceed(value)
    if (ran.kind !== 'continue' || plan.services.length > 0) return ran
    return end({ ...registered(plan, revision), task: ran.value.task }, ran.notices)
  },
}

async function perform(
  { log, ports, targets }: RunContext,
  value: WithTaskRevision,
  task: TaskPlan,
): Promise<Step<WithTaskRevision>> {
  const { plan, registered: own, revision, secrets, taskDefinition = revision.arn } = value
  log.enter(`Task of ${revisionName(taskDefinition)}`)
  if (task.wait) ports.endCallsBy(ports.clock.now() + task.wait.minutes * 60_000 + finishing)
  const ran = await run(ports, {
    plan,
    task,
    taskDefinition,
    secrets,
    purpose: 'migration',
    log: line => log.line(line),
    onStarted(arns) {
      ports.runner.output('run-task-arn', JSON.stringify(arns))
      ports.runner.output('run-task-definition-arn', redact(taskDefinition, []))
    },
  })
  switch (ran.kind) {
    case 'cancelled':
      return stop()
    case 'refused': {
      // ECS may quote what it refuses.
      const problem = toProblem(ran.error, {
        target: { cluster: task.cluster, service: '' },
        hidden: secrets,
      })
      return end(refused({ targets, problems: [problem], checks: plan.checks, plan, revision: own }))
    }
    case 'ran': {
      const { result } = ran
      const notices = ran.notices.map(notice => redactNotice(notice, secrets))
      log.line(taskLine(result))
      if (!allowsDeployment(result))
        return end(endedByTask(result, { targets, plan, revision: own }), notices)
      return proceed({ ...value, task: result }, [...notices, ...unwaited(result)])
    }
  }
}

function unwaited({ kind }: TaskResult): Notice[] {
  if (kind !== 'started') return []
  return [
    warning(
      'The one-off task was not waited for (wait-for-task-stopped: false): how it ends is not known, and what is deployed may run before it has ended.',
    ),
  ]
}
