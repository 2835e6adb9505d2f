/**
 * Keeps the record of a deployment at GitHub, from just before it is asked for to its end. A record that cannot be kept
 * is told once and holds nothing up.
 */
import { Fault } from '../../core/errors/api-error.js'
import { whyNot } from '../../core/errors/github-error.js'
import type { Notice } from '../../core/errors/notice.js'
import { warning } from '../../core/errors/notice.js'
import { given } from '../../core/given.js'
import type { GitHub, GitHubDeployment, GitHubStatus, Ports } from '../../ports.js'

export interface RecordWish extends Omit<GitHubDeployment, 'ref'> {
  /** the commit that is deployed, if it is known */
  readonly ref: string | undefined
  readonly environmentUrl: string | undefined
  /** the address of the run */
  readonly logUrl: string | undefined
}

export interface DeploymentRecord {
  /** adds a status; answers when GitHub has it, or would not take it */
  say(status: Pick<GitHubStatus, 'state' | 'description'>): Promise<void>
  notices(): readonly Notice[]
}

/** Where no record is wanted. */
export const unrecorded = noRecord([])

/** Where none could be made. */
function noRecord(notices: readonly Notice[]): DeploymentRecord {
  return { say: async () => {}, notices: () => notices }
}

/** Not tried twice: an answer that was lost would leave a second record. */
export async function openRecord(
  github: GitHub,
  ports: Pick<Ports, 'clock' | 'cancelled'>,
  { ref, environmentUrl, logUrl, ...deployment }: RecordWish,
): Promise<DeploymentRecord> {
  if (ref === undefined) return noRecord([unkept('the commit is not known')])
  try {
    const id = await github.createDeployment({ ref, ...deployment })
    const links = { ...given('environmentUrl', environmentUrl), ...given('logUrl', logUrl) }
    return keep(status => github.createDeploymentStatus(id, { ...status, ...links }), ports)
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return noRecord([unkept(whyNot(fault, permission))])
  }
}

const permission = 'deployments: write'

/** The pause, in milliseconds, before the one other try. */
const pause = 500

type Send = (status: Pick<GitHubStatus, 'state' | 'description'>) => Promise<void>

function keep(send: Send, { clock, cancelled }: Pick<Ports, 'clock' | 'cancelled'>): DeploymentRecord {
  let missed: Fault | undefined

  /** A status that is there twice says no more than once. */
  const persistently: Send = async status => {
    try {
      await send(status)
    } catch (fault) {
      if (!(fault instanceof Fault) || fault.kind !== 'unavailable') throw fault
      await clock.sleep(pause, cancelled)
      if (cancelled.aborted) throw fault
      await send(status)
    }
  }

  return {
    async say(status) {
      // A cancelled workflow has no time to find out once more that nobody answers.
      if (cancelled.aborted && missed?.kind === 'unavailable') return
      try {
        await (cancelled.aborted ? send(status) : persistently(status))
        missed = undefined
      } catch (fault) {
        if (!(fault instanceof Fault)) throw fault
        missed = fault
      }
    },
    notices: () => (missed ? [unkept(whyNot(missed, permission))] : []),
  }
}

function unkept(why: string): Notice {
  return warning(`GitHub has no true record of this deployment: ${why}.`)
}
