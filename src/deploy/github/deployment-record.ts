/**
 * Keeps the record of a deployment at GitHub, from just before it is asked for to its end. A record that cannot be kept
 * is told once and holds nothing up.
 */
import type { ApiError } from '../../core/errors/api-error.js'
import { gitHubErrorText } from '../../core/errors/github-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { warning } from '../../core/errors/notice.js'
import type { GitHub, GitHubDeployment, GitHubStatus, Ports } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'
import { gitHub } from '../../retry/policies.js'
import { retry } from '../../retry/retry.js'

export interface RecordOptions extends Omit<GitHubDeployment, 'ref'> {
  /** the commit that is deployed, if it is known */
  readonly ref: string | undefined
  readonly environmentUrl: string | undefined
  /** the address of the run */
  readonly logUrl: string | undefined
}

export interface DeploymentRecord {
  /** adds a status; answers when GitHub has it, or would not take it */
  report(status: Pick<GitHubStatus, 'state' | 'description'>): Promise<void>
  notices(): readonly Notice[]
}

/** Where no record is wanted. */
export const noRecordWanted = noRecord([])

/** Where none could be made. */
function noRecord(notices: readonly Notice[]): DeploymentRecord {
  return { report: async () => {}, notices: () => notices }
}

/** Not tried twice: an answer that was lost would leave a second record. */
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
  let missed: ApiError | undefined

  return {
    async report(status) {
      // A canceled workflow has no time to find out once more that nobody answers.
      if (canceled.aborted && missed?.kind === 'unavailable') return
      // A status that is there twice says no more than once.
      const sent = await attempt(() => retry(gitHub, { clock, canceled }, () => send(status)))
      missed = sent.kind === 'failed' ? sent.error : undefined
    },
    notices: () => (missed ? [recordNotice(gitHubErrorText(missed, permission))] : []),
  }
}

function recordNotice(why: string): Notice {
  return warning(`GitHub has no true record of this deployment: ${why}.`)
}
