/**
 * The story of one run: read the inputs, observe, plan, apply, watch, settle, report. Every expected ending comes back
 * as an Outcome; what is thrown is a bug.
 */
import { revisionName } from './core/arn.js'
import type { Fault } from './core/fault.js'
import type { Notice } from './core/notice.js'
import { warning } from './core/notice.js'
import type { Outcome, Registered } from './core/outcome.js'
import { isGreen, justStarted, refuse } from './core/outcome.js'
import type { Base, DeployPlan, Observed, Purpose, RegisterPlan } from './core/plan.js'
import { makePlan, secretsOfPlan } from './core/plan.js'
import type { Problem } from './core/problem.js'
import { scrub } from './core/redact.js'
import type { Target } from './core/service.js'
import { save } from './core/unfinished.js'
import { register, start } from './deploy/apply.js'
import { inTheWay, observeLanded } from './deploy/observe.js'
import { settle, stateName } from './deploy/settle.js'
import { readSource } from './deploy/source.js'
import { lookAround } from './deploy/surroundings.js'
import { watch } from './deploy/watch.js'
import type { Inputs } from './inputs/inputs.js'
import { readInputs } from './inputs/inputs.js'
import type { Ports } from './ports.js'
import { annotations } from './report/annotations.js'
import { headline, verdictLines } from './report/log.js'
import { outputs } from './report/outputs.js'
import { labelled, planLines } from './report/plan-lines.js'
import { summarize } from './report/summary.js'

/** Runs the step; true when it passes. */
export async function run(ports: Ports): Promise<boolean> {
  const { runner } = ports
  const { inputs, problems, idle } = readInputs(runner.input)
  const story = await prepare(ports, inputs, problems)
  const notices = [
    ...idle.map(name => warning(`${name} is given, but has no effect here.`)),
    ...story.outcome.notices,
  ]
  const outcome = { ...story.outcome, notices }

  for (const line of verdictLines(outcome)) runner.log(line)
  for (const annotation of annotations(outcome)) runner.annotate(annotation)
  for (const [name, value] of Object.entries(outputs(outcome, story.renderedFile))) runner.output(name, value)
  if (inputs.jobSummary) await runner.summary(summarize(outcome, runner.commit))
  return isGreen(outcome)
}

interface Story {
  readonly outcome: Outcome
  /** where the rendered task definition was written */
  readonly renderedFile?: string
}

/** Everything that can be known before anything is changed. */
async function prepare(ports: Ports, inputs: Inputs, inputProblems: readonly Problem[]): Promise<Story> {
  const { ecs, workspace, runner } = ports
  const { target, taskDefinition } = inputs
  const source = taskDefinition
    ? await readSource(workspace, ecs, taskDefinition)
    : { problems: [], notices: [] }
  const problems = [...inputProblems, ...source.problems]
  if (problems.length > 0) return { outcome: refuse({ target, problems }) }

  const observation = target && (await observeLanded(ports, target, patienceOf(inputs, runner.log)))
  const observed = observation?.kind === 'observed' ? observation.observed : undefined
  const notices = [...source.notices, ...(observation?.notices ?? [])]
  runner.log(headline(target, observed?.service, runner.commit))
  if (observation?.kind === 'cancelled') return { outcome: { kind: 'not-begun', target, notices } }
  if (observation?.kind === 'problem') {
    const offline = inputs.mode === 'plan' && observation.fault?.kind === 'unconfigured' && source.base
    if (!offline) return { outcome: refuse({ target, problems: [observation.problem], notices }) }
    notices.push(
      warning('There are no AWS credentials: only what can be checked without a call to AWS was checked.'),
    )
  }

  const base = source.base ?? (observed && liveBase(observed))
  if (!base) throw new TypeError('neither a file nor a service: the inputs allow no such run')
  const plan = makePlan(inputs, base, purposeOf(target, observed))
  if (plan.kind === 'refuse') return { outcome: refuse({ target, ...plan, notices }) }
  if (plan.kind === 'deploy') {
    const around = await lookAround(ports, plan, inputs.rollout)
    notices.push(...around.notices)
    if (around.problems.length > 0) return { outcome: refuse({ target, problems: around.problems, notices }) }
  }

  const rendered = `${JSON.stringify(plan.definition, null, 2)}\n`
  const written = await workspace.writeTemporary('task-definition.json', rendered)
  const renderedFile = written === undefined ? {} : { renderedFile: written }
  runner.group('Plan')
  for (const line of planLines(plan)) runner.log(line)
  runner.ungroup()
  if (inputs.mode === 'plan' || plan.kind === 'unseen')
    return { outcome: { kind: 'planned', plan, notices }, ...renderedFile }
  return { outcome: await change(ports, inputs, plan, notices), ...renderedFile }
}

function patienceOf({ mode, rollout, watch: policy }: Inputs, log: (line: string) => void) {
  // A plan waits for nobody: it shows what would be done now.
  const inFlight = mode === 'plan' ? 'supersede' : rollout.inFlight
  return { inFlight, minutes: mode === 'plan' ? 0 : (policy?.minutes ?? 30), log } as const
}

function purposeOf(target: Target | undefined, observed: Observed | undefined): Purpose {
  if (observed) return { kind: 'service', observed }
  return target ? { kind: 'unseen', target } : { kind: 'none' }
}

/** The live definition, to be registered again with other images. */
function liveBase({ live, serving }: Observed): Base {
  return { definition: live, origin: revisionName(serving ?? 'nothing') }
}

/** Everything that changes something, and what came of it. */
async function change(
  ports: Ports,
  inputs: Inputs,
  plan: DeployPlan | RegisterPlan,
  notices: readonly Notice[],
): Promise<Outcome> {
  const { ecs, clock, runner } = ports
  const { target } = inputs
  if (ports.cancelled.aborted) return { kind: 'not-begun', target, notices }

  runner.group('Deploy')
  const serving = plan.kind === 'deploy' ? plan.previous : undefined
  const registration = await register(ecs, clock, plan.definition, plan.family, serving, ports.cancelled)
  const unused = unusedRevisions(registration.unconfirmed)
  if (registration.kind === 'cancelled') {
    runner.ungroup()
    return { kind: 'not-begun', target, notices: [...notices, ...unused] }
  }
  if (registration.kind === 'refused') {
    runner.ungroup()
    const problems = [refusal(registration.fault, target, plan)]
    return refuse({ target, problems, notices: [...notices, ...unused] })
  }
  const { registered } = registration
  runner.output('task-definition-arn', registered.arn)
  runner.log(labelled('registered', revisionName(registered.arn)))
  if (plan.kind === 'register') {
    runner.ungroup()
    return { kind: 'registered', plan, registered, notices: [...notices, ...unused] }
  }
  return deploy(ports, inputs, plan, registered, [...notices, ...unused])
}

function unusedRevisions(unconfirmed: number): Notice[] {
  if (unconfirmed === 0) return []
  return [
    warning(
      `${unconfirmed} answers to RegisterTaskDefinition were lost: there may be as many revisions that nobody uses.`,
    ),
  ]
}

/** One UpdateService, and its deployment watched to the end. */
async function deploy(
  ports: Ports,
  inputs: Inputs,
  plan: DeployPlan,
  registered: Registered,
  notices: readonly Notice[],
): Promise<Outcome> {
  const { ecs, clock, runner } = ports
  const { target } = plan.observed
  if (ports.cancelled.aborted) {
    runner.ungroup()
    return { kind: 'not-begun', target, registered, notices }
  }
  if (plan.bump)
    runner.saveState(stateName, save({ version: 1, target, taskDefinition: registered.arn, bump: plan.bump }))
  const started = await start(ecs, clock, plan, registered, ports.cancelled)
  if (started.kind === 'started') runner.log(labelled('started', started.tracked.deploymentId))
  runner.ungroup()
  if (started.kind === 'lost') return { kind: 'lost', plan, registered, reason: started.reason, notices }
  // Nothing was raised, so there is nothing for the post step to put back.
  if (plan.bump && (started.kind === 'refused' || started.kind === 'cancelled'))
    runner.saveState(stateName, '')
  if (started.kind === 'cancelled') return { kind: 'not-begun', target, registered, notices }
  if (started.kind === 'refused') {
    return refuse({ target, problems: [refusal(started.fault, target, plan)], registered, notices })
  }
  if (!inputs.watch)
    return { kind: 'started', rollout: justStarted(plan, registered, started.tracked), notices }

  runner.group('Watch')
  const watched = await watch(ports, plan, registered, started, inputs.watch, runner.log)
  runner.ungroup()
  const settled = await settle(ports, plan, inputs.watch, watched)
  return {
    kind: 'ended',
    ending: settled.ending,
    rollout: watched.rollout,
    notices: [...notices, ...watched.notices, ...settled.notices],
  }
}

/** ECS may quote what it refuses. */
function refusal(fault: Fault, target: Target | undefined, plan: DeployPlan | RegisterPlan): Problem {
  const problem = inTheWay(fault, target)
  return { ...problem, text: scrub(problem.text, secretsOfPlan(plan)) }
}
