/** A failure is one notice; the deployment goes on. */
import type { ApiError } from '../../core/errors/api-error.js'
import { gitHubErrorText } from '../../core/errors/github-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { warning } from '../../core/errors/notice.js'
import type { GitHub, GitHubDeployment, GitHubStatus, Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { gitHub } from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'

export interface RecordOptions extends Omit<GitHubDeployment, 'ref'> {
  readonly ref: string | undefined
  readonly environmentUrl: string | undefined
  readonly logUrl: string | undefined
}

export interface DeploymentRecord {
  /** resolves when accepted or refused */
  report(status: Pick<GitHubStatus, 'state' | 'description'>): Promise<void>
  notices(): readonly Notice[]
}

export const noRecordWanted = noRecord([])

function noRecord(notices: readonly Notice[]): DeploymentRecord {
  return { report: async () => {}, notices: () => notices }
}

/** Not retried: a lost answer would leave two records. */
export async function openRecord(
  github: GitHub,
  ports: Pick<Ports, 'clock' | 'canceled'>,
  { ref, environmentUrl, logUrl, ...deployment }: RecordOptions,
): Promise<DeploymentRecord> {
  if (ref === undefined) return noRecord([recordNotice('the commit is not known')])
  const created = await attempt(() => github.createDeployment({ ref, ...deployment }))
  if (created.kind === 'failed') return noRecord([recordNotice(gitHubErrorText(created.error, permission))])
  const links = { environmentUrl, logUrl }
  return keep(status => github.createDeploymentStatus(created.value, { ...status, ...links }), ports)
}

const permission = 'deployments: write'

type Send = (status: Pick<GitHubStatus, 'state' | 'description'>) => Promise<void>

function keep(send: Send, { clock, canceled }: Pick<Ports, 'clock' | 'canceled'>): DeploymentRecord {
  let lastError: ApiError | undefined

  return {
    async report(status) {
      // A canceled workflow has no time to wait for GitHub again.
      if (canceled.aborted && lastError?.kind === 'unavailable') return
      // Equal statuses do no harm.
      const sent = await attempt(() => retry(gitHub, { clock, canceled }, () => send(status)))
      lastError = sent.kind === 'failed' ? sent.error : undefined
    },
    notices: () => (lastError ? [recordNotice(gitHubErrorText(lastError, permission))] : []),
  }
}

function recordNotice(why: string): Notice {
  return warning(`The record of this deployment at GitHub is not up to date: ${why}.`)
}
