/** A failure is one notice; the deployment goes on. */
import type { ApiError } from '../../core/errors/api-error.js'
import { gitHubErrorText } from '../../core/errors/github-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { warning } from '../../core/errors/notice.js'
import type { GitHub, GitHubDeployment, GitHubStatus, Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { gitHub, gitHubRecordEnd } from '../../retry/policies.js'
import { type RetryPolicy, retry } from '../../retry/retry.js'

export interface RecordOptions extends Omit<GitHubDeployment, 'ref'> {
  readonly ref: string | undefined
  readonly environmentUrl: string | undefined
  readonly logUrl: string | undefined
}

export interface DeploymentRecord {
  /** resolves when accepted or refused */
  report(status: RecordStatus): Promise<void>
  /** After everything else. Undefined: the record stays open. */
  close(status: RecordStatus | undefined): Promise<readonly Notice[]>
}

export type RecordStatus = Pick<GitHubStatus, 'state' | 'description'>

export interface OpenedRecord {
  readonly record: DeploymentRecord
  readonly notices: readonly Notice[]
}

export const noRecordWanted = noRecord([])

function noRecord(notices: readonly Notice[]): OpenedRecord {
  return { record: { report: async () => {}, close: async () => [] }, notices }
}

export interface RecordPorts extends Pick<Ports, 'clock' | 'canceled'> {
  /** a deployment waits for its answers */
  readonly during: GitHub
  readonly after: GitHub
}

/** Not retried: a lost answer would leave two records. */
export async function openRecord(
  ports: RecordPorts,
  { ref, environmentUrl, logUrl, ...deployment }: RecordOptions,
): Promise<OpenedRecord> {
  if (ref === undefined) return noRecord([recordNotice('the commit is not known')])
  const created = await attempt(() => ports.during.createDeployment({ ref, ...deployment }))
  if (created.kind === 'failed') return noRecord([recordNotice(gitHubErrorText(created.error, permission))])
  const links = { environmentUrl, logUrl }
  const record = keep(ports, (github, status) =>
    github.createDeploymentStatus(created.value, { ...status, ...links }),
  )
  return { record, notices: [] }
}

const permission = 'deployments: write'

type Send = (github: GitHub, status: RecordStatus) => Promise<void>

function keep({ during, after, clock, canceled }: RecordPorts, send: Send): DeploymentRecord {
  let lastError: ApiError | undefined

  async function report(policy: RetryPolicy, work: () => Promise<void>): Promise<void> {
    const sent = await attempt(() => retry(policy, { clock, canceled }, work))
    lastError = sent.kind === 'failed' ? sent.error : undefined
  }

  return {
    report: status => report(gitHub, () => send(during, status)),
    async close(status) {
      // A canceled workflow has no time to wait for GitHub again.
      const isInVain = canceled.aborted && lastError?.kind === 'unavailable'
      const github = canceled.aborted ? during : after
      if (status && !isInVain) await report(gitHubRecordEnd, () => send(github, status))
      return lastError ? [recordNotice(gitHubErrorText(lastError, permission))] : []
    },
  }
}

function recordNotice(why: string): Notice {
  return warning(`The deployment record on GitHub is not up to date: ${why}.`)
}
