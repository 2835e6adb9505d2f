import type { Notice } from '../core/errors/notice.js'
import { canceled, type Ended, type Outcome } from '../core/outcome/outcome.js'
import { redactOutcome } from '../core/outcome/redact-outcome.js'
import { secretsOfPlan } from '../core/plan/plan.js'
import { secretsOf } from '../core/task-definition/hidden-values.js'
import { definitionOfOverrides } from '../core/task-definition/overrides.js'
import type { RunContext } from './run-context.js'
import type { Progress, RunStep, Step } from './step.js'

export interface Steps<T extends Progress> {
  next<U extends Progress>(step: RunStep<T, U>): Steps<U>
  /** The steps so far. */
  perform(): Promise<Steps<T>>
  /** The last step must end the run. */
  outcome(this: Steps<never>): Promise<RunOutcome>
}

export interface RunOutcome {
  readonly outcome: Outcome
  /** what steps left for the time after the report */
  readonly afterReport: () => Promise<readonly Notice[]>
}

interface Run {
  readonly context: RunContext
  readonly notices: Notice[]
  readonly afterReport: ((outcome: Outcome) => Promise<readonly Notice[]>)[]
}

type Reached<T> =
  | { readonly kind: 'continue'; readonly value: T }
  | { readonly kind: 'end'; readonly outcome: Ended }

export function begin(context: RunContext): Steps<Progress> {
  const run: Run = { context, notices: [...context.notices], afterReport: [] }
  return chain(run, async () => ({
    kind: 'continue',
    value: {
      registered: undefined,
      registeredForTask: undefined,
      definitionFile: undefined,
      task: undefined,
    },
  }))
}

function chain<T extends Progress>(run: Run, reach: () => Promise<Reached<T>>): Steps<T> {
  return {
    next: step =>
      chain(run, async () => {
        const reached = await reach()
        return reached.kind === 'end' ? reached : performStep(run, step, reached.value)
      }),
    async perform() {
      const reached = await reach()
      return chain(run, async () => reached)
    },
    async outcome() {
      const reached = await reach()
      run.context.log.enter(undefined)
      if (reached.kind === 'continue') throw new TypeError('the last step did not end the run')
      return finish(run, reached.outcome)
    },
  }
}

async function performStep<T extends Progress, U extends Progress>(
  { afterReport, context, notices }: Run,
  step: RunStep<T, U>,
  value: T,
): Promise<Reached<U>> {
  const isSkipped = context.ports.canceled.aborted && step.whenCanceled === 'skip'
  if (!isSkipped) context.log.enter(step.group)
  const answer: Step<U> = isSkipped ? { kind: 'canceled', notices: [] } : await step.perform(context, value)
  notices.push(...answer.notices)
  const { definitionFile, registered, registeredForTask, task } = value
  switch (answer.kind) {
    case 'continue':
      if (answer.afterReport) afterReport.push(answer.afterReport)
      return answer
    case 'end':
      return { kind: 'end', outcome: completed(answer.outcome, value) }
    case 'canceled':
      return {
        kind: 'end',
        outcome: { ...canceled(context.targets, registered), definitionFile, registeredForTask, task },
      }
  }
}

function completed(outcome: Ended, { definitionFile, registeredForTask, task }: Progress): Ended {
  return {
    ...outcome,
    registeredForTask: outcome.registeredForTask ?? registeredForTask,
    definitionFile: outcome.definitionFile ?? definitionFile,
    task: outcome.task ?? task,
  }
}

function finish({ afterReport, context, notices }: Run, ended: Ended): RunOutcome {
  const whole: Outcome = { ...ended, notices }
  const outcome = redactOutcome(whole, hiddenValues(context, whole))
  return {
    outcome,
    async afterReport() {
      const late: Notice[] = []
      for (const perform of afterReport) late.push(...(await perform(outcome)))
      return late
    },
  }
}

/** Of the plan, or of the inputs if there is none. */
function hiddenValues({ inputs }: RunContext, { plan }: Outcome): readonly string[] {
  if (plan) return secretsOfPlan(plan)
  const placeholders = inputs.placeholders.map(({ value }) => ({ value }))
  const tasks = [inputs.task, inputs.verify?.task].flatMap(task => task ?? [])
  const ofTask = tasks.flatMap(({ command, overrides }) => [
    { containerDefinitions: overrides },
    { command: command?.words ?? [] },
  ])
  return secretsOf([definitionOfOverrides(inputs.overrides), { environment: placeholders }, ...ofTask], [])
}

export function withNotices(outcome: Outcome, notices: readonly Notice[]): Outcome {
  return { ...outcome, notices: [...outcome.notices, ...notices] }
}
