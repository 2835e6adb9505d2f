/** Runs the one-off task that verifies a revision; it is not the one that ran before the deployment. */
import { denialText } from '../../core/errors/denial.js'
import type { Notice } from '../../core/errors/notice.js'
import { type TaskProof, taskProof } from '../../core/outcome/task-proof.js'
import type { TaskResult } from '../../core/outcome/task-result.js'
import { redact } from '../../core/redaction/redact.js'
import { type RunTaskPorts, type RunTaskRequest, runTask } from '../task/run-task.js'

export interface VerifiedTask {
  readonly proof: TaskProof
  /** undefined: none was started */
  readonly task: TaskResult | undefined
  readonly notices: readonly Notice[]
}

export async function verifyTask(
  ports: RunTaskPorts,
  request: Omit<RunTaskRequest, 'onStarted' | 'purpose'>,
): Promise<VerifiedTask> {
  const ran = await runTask(ports, { ...request, purpose: 'verification', onStarted: () => {} })
  switch (ran.kind) {
    case 'cancelled':
      return { proof: { kind: 'canceled' }, task: undefined, notices: [] }
    case 'refused': {
      const { error } = ran
      const why = error.kind === 'denied' ? denialText(error) : error.message.replace(/\.$/, '')
      const reason = redact(`the verifying task was not started: ${why}`, request.secrets)
      return { proof: { kind: 'unproven', reason }, task: undefined, notices: [] }
    }
    case 'ran':
      return { proof: taskProof(ran.result), task: ran.result, notices: ran.notices }
  }
}
