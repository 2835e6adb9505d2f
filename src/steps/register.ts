import { revisionName, revisionNumber } from '../core/ecs/arn.js'
import type { ApiError } from '../core/errors/api-error.js'
import { toProblem } from '../core/errors/api-error-problem.js'
import { denialOf, denialText } from '../core/errors/denial.js'
import { type Notice, warning } from '../core/errors/notice.js'
import { type Registered, refused } from '../core/outcome/outcome.js'
import { type Plan, secretsOfPlan } from '../core/plan/plan.js'
import type { NewRevision } from '../core/plan/revision-plan.js'
import { redact } from '../core/redaction/redact.js'
import { registerRevision } from '../deploy/change/register.js'
import { logField } from '../report/log/plan-lines.js'
import type { Planned } from './plan.js'
import type { RunContext } from './run-context.js'
import { end, proceed, type RunStep, type Step, stop } from './step.js'

export interface WithRevision extends Planned {
  /** to be deployed */
  readonly revision: Registered
  /** values to redact */
  readonly secrets: readonly string[]
}

export const register: RunStep<Planned, WithRevision> = {
  group: 'Register',
  whenCanceled: 'skip',
  async perform(run, planned) {
    const { log, ports } = run
    const { plan } = planned
    const secrets = secretsOfPlan(plan)
    const registration = await registrationOf(run, plan, secrets)
    if (registration.kind !== 'continue') return registration
    const { notices, value: revision } = registration
    ports.runner.output('task-definition-arn', redact(revision.arn, []))
    if (plan.revision.kind === 'new') log.line(logField('registered', revisionName(revision.arn)))
    const own = plan.revision.kind === 'new' ? revision : undefined
    return proceed({ ...planned, revision, registered: own, secrets }, notices)
  },
}

async function registrationOf(
  run: RunContext,
  plan: Plan,
  secrets: readonly string[],
): Promise<Step<Registered>> {
  const { revision } = plan
  if (revision.kind === 'existing')
    return proceed({ arn: revision.arn, revision: revisionNumber(revision.arn) ?? '' })
  const running = plan.services.flatMap(({ observed }) => observed.service.deployments)
  const known = running.map(({ taskDefinition }) => taskDefinition)
  return registerNew(run, { plan, revision, known, own: undefined, secrets })
}

interface Registering {
  readonly plan: Plan
  readonly revision: NewRevision
  /** ARNs: of other registrations */
  readonly known: readonly string[]
  /** registered before this one */
  readonly own: Registered | undefined
  readonly secrets: readonly string[]
}

export async function registerNew(
  { ports, targets }: RunContext,
  { known, own, plan, revision, secrets }: Registering,
): Promise<Step<Registered>> {
  const registration = await registerRevision(ports, { revision, known })
  const notices = unusedRevisions(registration.unconfirmed)
  switch (registration.kind) {
    case 'cancelled':
      return stop(notices)
    case 'refused': {
      // ECS may quote what it refuses.
      const problem = toProblem(registration.error, { target: targets[0], hidden: secrets })
      return end(refused({ targets, problems: [problem], checks: plan.checks, plan, revision: own }), notices)
    }
    case 'registered': {
      const { registered, withoutProvenance } = registration
      return proceed(registered, withoutProvenance ? [...notices, untagged(withoutProvenance)] : notices)
    }
  }
}

function unusedRevisions(unconfirmed: number): Notice[] {
  if (unconfirmed === 0) return []
  return [
    warning(
      `${unconfirmed} responses to RegisterTaskDefinition were lost: up to as many unused revisions may exist.`,
    ),
  ]
}

function untagged(error: ApiError): Notice {
  const { remedy } = denialOf(error)
  return warning(
    `The revision was registered without provenance tags. With them, ${denialText(error)}: ${remedy}, or set provenance-tags: false.`,
  )
}
