import { type Notice, redactNotice } from '../core/errors/notice.js'
import type { Outcome } from '../core/outcome/outcome.js'
import { outcomes } from '../core/outcome/outcomes.js'
import {
  type DeploymentRecord,
  noRecordWanted,
  type OpenedRecord,
  openRecord,
} from '../deploy/github/deployment-record.js'
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
    const { record, notices } = await open(run, value)
    const redacted = notices.map(notice => redactNotice(notice, []))
    const proceeded = proceed({ ...value, record }, redacted)
    return { ...proceeded, afterReport: outcome => close(record, outcome) }
  },
}

async function open({ inputs, ports }: RunContext, value: WithRevision): Promise<OpenedRecord> {
  const { commit, run } = ports.runner
  const { environment, githubToken } = inputs
  const { plan, revision } = value
  const [service, ...others] = plan.services
  if (!environment || !service) return noRecordWanted
  const { clock, canceled, github } = ports
  const calls = { during: github(githubToken, 'short'), after: github(githubToken, 'long') }
  return openRecord(
    { clock, canceled, ...calls },
    {
      environment: environment.name,
      environmentUrl: environment.url,
      logUrl: run.run,
      ...recordText({
        revision: plan.revision,
        services: [service, ...others],
        taskDefinition: revision.arn,
        run: { ...run, commit },
      }),
    },
  )
}

/** An unwatched deployment stays in progress. */
async function close(record: DeploymentRecord, outcome: Outcome): Promise<readonly Notice[]> {
  const inProgress = outcomes[outcome.name].gitHubState === 'in_progress'
  const notices = await record.close(inProgress ? undefined : endedStatus(outcome))
  return notices.map(notice => redactNotice(notice, []))
}
