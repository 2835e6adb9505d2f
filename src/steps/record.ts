import { type Notice, redactNotice } from '../core/errors/notice.js'
import type { Outcome } from '../core/outcome/outcome.js'
import { outcomes } from '../core/outcome/outcomes.js'
import { type DeploymentRecord, noRecordWanted, openRecord } from '../deploy/github/deployment-record.js'
import { endedStatus, recordText } from '../report/outputs/deployment-record.js'
import type { WithRevision } from './register.js'
import type { RunContext } from './run-context.js'
import { proceed, type RunStep } from './step.js'

export interface Recorded extends WithRevision {
  readonly record: DeploymentRecord
}

export const record: RunStep<WithRevision, Recorded> = {
  group: 'Deploy',
  whenCanceled: 'skip',
  async perform(run, value) {
    const record = await open(run, value)
    return { ...proceed({ ...value, record }), afterwards: outcome => close(record, outcome) }
  },
}

async function open({ inputs, ports }: RunContext, value: WithRevision): Promise<DeploymentRecord> {
  const { commit, run } = ports.runner
  const { environment, githubToken } = inputs
  const { plan, revision } = value
  const [service] = plan.services
  if (!environment || !service) return noRecordWanted
  return openRecord(ports.github(githubToken), ports, {
    ref: commit,
    environment: environment.name,
    environmentUrl: environment.url,
    logUrl: run.run,
    ...recordText({ revision: plan.revision, service, taskDefinition: revision.arn, run: run.run }),
  })
}

/** An unwatched deployment stays in progress. */
async function close(record: DeploymentRecord, outcome: Outcome): Promise<readonly Notice[]> {
  const inProgress = outcomes[outcome.name].gitHubState === 'in_progress'
  if (!inProgress) await record.report(endedStatus(outcome))
  return record.notices().map(notice => redactNotice(notice, []))
}
