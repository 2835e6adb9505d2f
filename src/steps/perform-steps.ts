import type { Notice } from '../core/errors/notice.js'
import { canceled, type Ended, type Outcome } from '../core/outcome/outcome.js'
import type { RunContext } from './run-context.js'
import type { Progress, RunStep, Step } from './step.js'

export interface Steps<T extends Progress> {
  next<U extends Progress>(step: RunStep<T, U>): Steps<U>
  /** The last step must end the run. */
  outcome(this: Steps<never>): Promise<Outcome>
}

interface Run {
  readonly context: RunContext
  readonly notices: Notice[]
  readonly afterwards: ((outcome: Outcome) => Promise<readonly Notice[]>)[]
}

type Reached<T> =
  | { readonly kind: 'continue'; readonly value: T }
  | { readonly kind: 'end'; readonly outcome: Ended }

export function begin(context: RunContext): Steps<Progress> {
  const run: Run = { context, notices: [...context.notices], afterwards: [] }
  return chain(run, async () => ({
    kind: 'continue',
    value: { revision: undefined, definitionFile: undefined },
  }))
}

function chain<T extends Progress>(run: Run, reach: () => Promise<Reached<T>>): Steps<T> {
  return {
    next: step =>
      chain(run, async () => {
        const reached = await reach()
        return reached.kind === 'end' ? reached : performStep(run, step, reached.value)
      }),
    async outcome() {
      const reached = await reach()
      run.context.log.enter(undefined)
      if (reached.kind === 'continue') throw new TypeError('the last step did not end the run')
      return finish(run, reached.outcome)
    },
  }
}

async function performStep<T extends Progress, U extends Progress>(
  { afterwards, context, notices }: Run,
  step: RunStep<T, U>,
  value: T,
): Promise<Reached<U>> {
  const isSkipped = context.ports.canceled.aborted && step.whenCanceled === 'skip'
  if (!isSkipped) context.log.enter(step.group)
  const answer: Step<U> = isSkipped ? { kind: 'canceled', notices: [] } : await step.perform(context, value)
  notices.push(...answer.notices)
  const { definitionFile, revision } = value
  switch (answer.kind) {
    case 'continue':
      if (answer.afterwards) afterwards.push(answer.afterwards)
      return answer
    case 'end':
      return {
        kind: 'end',
        outcome: { ...answer.outcome, definitionFile: answer.outcome.definitionFile ?? definitionFile },
      }
    case 'canceled':
      return { kind: 'end', outcome: { ...canceled(context.targets, revision), definitionFile } }
  }
}

async function finish({ afterwards, notices }: Run, ended: Ended): Promise<Outcome> {
  let outcome: Outcome = { ...ended, notices }
  for (const perform of afterwards) outcome = withNotices(outcome, await perform(outcome))
  return outcome
}

export function withNotices(outcome: Outcome, notices: readonly Notice[]): Outcome {
  return { ...outcome, notices: [...outcome.notices, ...notices] }
}
