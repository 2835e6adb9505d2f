/** Runs a one-off task and waits for its end. */
import { groupFailures } from '../../core/diagnosis/failure-group.js'
import { spansOf } from '../../core/diagnosis/task-span.js'
import { revisionName } from '../../core/ecs/arn.js'
import type { Task } from '../../core/ecs/task.js'
import type { ApiError } from '../../core/errors/api-error.js'
import { denialText } from '../../core/errors/denial.js'
import type { Notice } from '../../core/errors/notice.js'
import { endedFirst, endOfTask, onlyDecisive, stopReason } from '../../core/outcome/task-end.js'
import type { EndedTask, StopRequest, TaskResult } from '../../core/outcome/task-result.js'
import type { Plan } from '../../core/plan/plan.js'
import type { TaskPlan } from '../../core/plan/task-plan.js'
import { contentOfTask } from '../../core/plan/task-revision.js'
import { redact } from '../../core/redaction/redact.js'
import { formatElapsed } from '../../core/text/duration.js'
import type { JsonObject } from '../../core/text/json.js'
import type { Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import * as policies from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'
import { diagnose } from '../finish/diagnose.js'
import { type FollowResult, followTask } from './follow-task.js'
import { startTask } from './start-task.js'
import { TaskLog } from './task-log.js'

export interface RunTaskRequest {
  readonly plan: Plan
  readonly task: TaskPlan
  /** ARN */
  readonly taskDefinition: string
  /** values to redact */
  readonly secrets: readonly string[]
  readonly log: (line: string) => void
  /** the same request for another purpose runs another task */
  readonly purpose: 'migration' | 'verification'
  /** as soon as its ARN is known */
  readonly onStarted: (arns: readonly string[]) => void
}

export type RanTask =
  | { readonly kind: 'refused'; readonly error: ApiError }
  /** before it was sent */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'ran'; readonly result: TaskResult; readonly notices: readonly Notice[] }

export type RunTaskPorts = Pick<Ports, 'canceled' | 'clock' | 'ecs' | 'logs' | 'step'>

export async function runTask(ports: RunTaskPorts, request: RunTaskRequest): Promise<RanTask> {
  const { log, onStarted, secrets, task } = request
  const definition = revisionName(request.taskDefinition)
  const startedAt = ports.clock.now()
  const started = await startTask(ports, requestOf(ports, request))
  const ran = (result: TaskResult): RanTask => ({ kind: 'ran', result, notices: [] })
  switch (started.kind) {
    case 'refused':
    case 'cancelled':
      return started
    case 'unconfirmed':
      return ran({ kind: 'unconfirmed', definition, reason: redact(started.reason, secrets) })
    case 'not-placed': {
      onStarted(started.started)
      const hide = (text: string) => redact(text, secrets)
      const failures = started.failures.map(({ arn, detail, reason }) => {
        return { arn, reason: hide(reason), detail: detail && hide(detail) }
      })
      return ran({ kind: 'not-placed', definition, failures, started: started.started })
    }
    case 'started':
  }
  const { arn } = started
  onStarted([arn])
  log(`  ${formatElapsed(0).padStart(5)}  started ${arn}`)
  if (!task.wait) return ran({ kind: 'started', arn, definition })
  return waitFor(ports, request, { arn, definition, minutes: task.wait.minutes, startedAt })
}

/** What a dry run shows, with the revision and the client token. */
function requestOf({ step }: RunTaskPorts, { purpose, task, taskDefinition }: RunTaskRequest): JsonObject {
  const request = { cluster: task.cluster, taskDefinition, count: 1, ...task.request }
  const text = JSON.stringify(request)
  return { ...request, clientToken: step.clientToken(purpose === 'migration' ? text : `${purpose} ${text}`) }
}

interface Running {
  readonly arn: string
  readonly definition: string
  readonly minutes: number
  readonly startedAt: number
}

async function waitFor(
  ports: RunTaskPorts,
  request: RunTaskRequest,
  { arn, definition, minutes, startedAt }: Running,
): Promise<RanTask> {
  const { log, secrets, task } = request
  const { clock } = ports
  const taskLog = new TaskLog({ logs: ports.logs, definition: task.definition, task: arn, secrets, log })
  let status = 'PROVISIONING'
  const followed = await followTask(ports, {
    arn,
    cluster: task.cluster,
    deadline: startedAt + minutes * 60_000,
    async onRead(read) {
      if (read.lastStatus !== status) log(statusLine(clock.now() - startedAt, read))
      status = read.lastStatus
      if (hasLogs(read)) await taskLog.read()
    },
  })
  const known = { arn, definition }
  switch (followed.kind) {
    case 'stopped':
      return ended(ports, request, { task: followed.task, known })
    case 'timed-out':
      return { kind: 'ran', result: { ...known, kind: 'timed-out', minutes, status }, notices: [] }
    case 'cancelled': {
      const stopped = await stopRequest(ports, request, arn)
      return { kind: 'ran', result: { ...known, kind: 'cancelled', stopped }, notices: [] }
    }
    case 'lost': {
      const reason = redact(lostReason(followed), secrets)
      return { kind: 'ran', result: { ...known, kind: 'lost', reason }, notices: [] }
    }
  }
}

function lostReason({ reason }: Extract<FollowResult, { kind: 'lost' }>): string {
  return reason.replace(/\.$/, '')
}

function statusLine(elapsed: number, { lastStatus }: Task): string {
  return `  ${formatElapsed(elapsed).padStart(5)}  ${lastStatus.toLowerCase()}`
}

function hasLogs({ lastStatus, startedAt }: Task): boolean {
  return startedAt !== undefined || !['PROVISIONING', 'PENDING', 'ACTIVATING'].includes(lastStatus)
}

async function ended(
  ports: RunTaskPorts,
  { plan, secrets, task: { definition, revision } }: RunTaskRequest,
  {
    task,
    known,
  }: { readonly task: Task; readonly known: { readonly arn: string; readonly definition: string } },
): Promise<RanTask> {
  const end = endOfTask(task, definition)
  const span = spansOf([task])[0]
  const reason = stopReason(task)
  const facts: Omit<EndedTask, 'causes' | 'logs' | 'exitCode' | 'container'> = {
    span,
    endedFirst: endedFirst(task, definition),
    stopCode: task.stopCode || undefined,
    reason: reason && redact(reason, secrets),
  }
  if (end.kind !== 'failed') {
    const result = { ...facts, exitCode: 0, container: undefined, causes: [], logs: [] }
    return { kind: 'ran', result: { ...known, ...result, kind: 'succeeded' }, notices: [] }
  }
  const { checks } = plan
  const content = contentOfTask(revision, plan.revision)
  const failures = groupFailures([onlyDecisive(task, definition)], [])
  const { causes, logs, notices } = await diagnose(
    ports.logs,
    {
      definition,
      checks,
      service: undefined,
      positionOf: content?.kind === 'new' ? content.positionOf : undefined,
      tasks: span ? [span] : [],
      failures: failures.map(group => ({ ...group, reason: redact(group.reason, secrets) })),
      alarmTriggered: false,
    },
    secrets,
  )
  const { container, exitCode } = end
  return {
    kind: 'ran',
    result: { ...known, ...facts, kind: 'failed', container, exitCode, causes, logs },
    notices,
  }
}

/** Only of a task that this run started, and only where the user asks for it. */
async function stopRequest(
  ports: RunTaskPorts,
  { secrets, task }: RunTaskRequest,
  arn: string,
): Promise<StopRequest> {
  if (task.onCancel !== 'stop') return { kind: 'left' }
  const reason = 'The workflow was canceled (run-task-on-cancel: stop)'
  const sent = await attempt(() =>
    retry(policies.stopTask, { clock: ports.clock }, () =>
      ports.ecs.stopTask(task.cluster, { task: arn, reason }),
    ),
  )
  if (sent.kind === 'answered') return { kind: 'requested' }
  const { error } = sent
  const why = error.kind === 'denied' ? denialText(error) : error.message
  return { kind: 'not-stopped', why: redact(why.replace(/\.$/, ''), secrets) }
}
