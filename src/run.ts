/**
 * The story of one run: read the inputs, observe, plan, apply, watch, report. Every expected ending comes back as an
 * Outcome; what is thrown is a bug.
 */
import { revisionName } from './core/arn.js'
import type { Fault } from './core/fault.js'
import type { Notice } from './core/notice.js'
import { warning } from './core/notice.js'
import type { Outcome } from './core/outcome.js'
import { isGreen, justStarted, refuse } from './core/outcome.js'
import type { Base, DeployPlan, Observed, RegisterPlan } from './core/plan.js'
import { makePlan, secretsOfPlan } from './core/plan.js'
import type { Problem } from './core/problem.js'
import { scrub } from './core/redact.js'
import type { Target } from './core/service.js'
import { register, start } from './deploy/apply.js'
import { inTheWay, observe } from './deploy/observe.js'
import { readSource } from './deploy/source.js'
import { watch } from './deploy/watch.js'
import type { Inputs } from './inputs.js'
import { readInputs } from './inputs.js'
import type { Ports } from './ports.js'
import { annotations } from './report/annotations.js'
import { headline, verdictLines } from './report/log.js'
import { outputs } from './report/outputs.js'
import { planLines } from './report/plan-lines.js'
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
  if (inputs.jobSummary) await runner.summary(summarize(outcome, runner.job.commit))
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

  const observation = target && (await observe(ecs, target))
  const observed = observation?.kind === 'observed' ? observation.observed : undefined
  runner.log(headline(target, observed?.service, runner.job.commit))
  const notices: Notice[] = [...source.notices]
  if (observation?.kind === 'problem') {
    const offline = inputs.mode === 'plan' && observation.fault?.kind === 'unconfigured' && source.base
    if (!offline) return { outcome: refuse({ target, problems: [observation.problem], notices }) }
    notices.push(
      warning('There are no AWS credentials: only what can be checked without a call to AWS was checked.'),
    )
  }

  const base = source.base ?? (observed && liveBase(observed))
  if (!base) throw new TypeError('neither a file nor a service: the inputs allow no such run')
  const plan = makePlan(inputs, base, observed)
  if (plan.kind === 'refuse') return { outcome: refuse({ target, ...plan, notices }) }

  const renderedFile = await workspace.writeTemporary(
    'task-definition.json',
    `${JSON.stringify(plan.definition, null, 2)}\n`,
  )
  runner.group('Plan')
  for (const line of planLines(plan)) runner.log(line)
  runner.ungroup()
  if (inputs.mode === 'plan') return { outcome: { kind: 'planned', plan, notices }, renderedFile }
  return { outcome: await apply(ports, inputs, plan, notices), renderedFile }
}

/** The live definition, to be registered again with other images. */
function liveBase({ live, service }: Observed): Base {
  return { definition: live, origin: revisionName(service.taskDefinition) }
}

/** Everything that changes something, and what came of it. */
async function apply(
  ports: Ports,
  inputs: Inputs,
  plan: DeployPlan | RegisterPlan,
  notices: readonly Notice[],
): Promise<Outcome> {
  const { ecs, clock, runner } = ports
  const { target } = inputs
  runner.group('Deploy')
  const registration = await register(ecs, clock, plan.definition)
  if (registration.kind === 'refused') {
    runner.ungroup()
    return refuse({ target, problems: [refusal(registration.fault, target, plan)], notices })
  }
  const { registered } = registration
  runner.output('task-definition-arn', registered.arn)
  runner.log(`  registered  ${revisionName(registered.arn)}`)
  if (plan.kind === 'register') {
    runner.ungroup()
    return { kind: 'registered', plan, registered, notices }
  }

  const started = await start(ecs, clock, plan, registered)
  if (started.kind === 'started') runner.log(`  started     ${started.tracked.deploymentId}`)
  runner.ungroup()
  if (started.kind === 'lost') return { kind: 'lost', plan, registered, reason: started.reason, notices }
  if (started.kind === 'refused') {
    return refuse({ target, problems: [refusal(started.fault, target, plan)], registered, notices })
  }
  if (inputs.waitMinutes === undefined) {
    return { kind: 'started', rollout: justStarted(plan, registered, started.tracked), notices }
  }

  runner.group('Watch')
  const {
    ending,
    rollout,
    notices: more,
  } = await watch(ports, plan, registered, started, inputs.waitMinutes, runner.log)
  runner.ungroup()
  return { kind: 'ended', ending, rollout, notices: [...notices, ...more] }
}

/** ECS may quote what it refuses. */
function refusal(fault: Fault, target: Target | undefined, plan: DeployPlan | RegisterPlan): Problem {
  const problem = inTheWay(fault, target)
  return { ...problem, text: scrub(problem.text, secretsOfPlan(plan)) }
}
