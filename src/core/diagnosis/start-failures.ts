/**
 * Why a container could not be created or started, in the words of ECS, Docker and containerd.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cannot-start-container.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshoot-ebs-volumes-status-reasons.html
 */
import type { Explanation, FailureEvidence } from './evidence.js'
import { noExplanation } from './evidence.js'
import { programRows } from './program-failures.js'
import { runtimeRows } from './runtime-failures.js'
import type { StartRow } from './start-row.js'

/** The first row that matches decides. */
const rows: readonly StartRow[] = [...programRows, ...runtimeRows]

export function startFailureClass(text: string): StartRow['failureClass'] | undefined {
  return rows.find(({ matches }) => matches.test(text))?.failureClass
}

export function explainStart(evidence: FailureEvidence): Explanation {
  const { reason, container } = evidence.failure
  const row = rows.find(({ matches }) => matches.test(reason))
  const match = row?.matches.exec(reason)
  if (!row || !match) return noExplanation
  return row.explain({
    evidence,
    reason,
    name: container ?? 'the container',
    group: n => match[n] ?? '',
  })
}
