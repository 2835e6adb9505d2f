/** What a check is, and what it reports. */
import type { Position } from '../errors/problem.js'
import type { CheckContext } from './check-context.js'
import type { CheckId } from './checks.js'

export type CheckResult =
  | 'passed'
  /** worth knowing, nothing to fix now */
  | 'notice'
  | 'warning'
  | 'refused'
  /** what it needs could not be read */
  | 'unseen'

export interface CheckFinding {
  readonly result: CheckResult
  /** what is wrong, or why it was not checked; empty when passed. Never a value that may be a secret */
  readonly text: string
  /** what to do about it, as a sentence; empty where there is nothing to do */
  readonly next: string
  /** where in the user's own file */
  readonly position?: Position | undefined
  /** the input that the cause comes from, if it is not from the file */
  readonly input?: string | undefined
  /** the page of this action that explains more: its address, or its name where that is not known */
  readonly docsUrl?: string | undefined
  /** refused whatever `preflight` says: otherwise there is nothing to deploy */
  readonly alwaysEnforced?: true | undefined
}

export interface Check extends Omit<CheckFinding, 'input'> {
  readonly id: CheckId
}

/** None: the check passed. Undefined: it does not apply. */
export type Findings = readonly CheckFinding[] | undefined

export interface CheckDefinition<Id extends string = string> {
  readonly id: Id
  readonly run: (context: CheckContext) => Findings
  /** ECS refuses it anyway, or another input decides it: `preflight` has no say */
  readonly alwaysEnforced?: true
}

export function defineCheck<const Id extends string>(check: CheckDefinition<Id>): CheckDefinition<Id> {
  return check
}

export const passed: CheckFinding = { result: 'passed', text: '', next: '' }

/** What a check needs could not be read: a line of the plan, never a failure. */
export function unavailable(why: string): CheckFinding {
  return { result: 'unseen', text: `not checked: ${why}`, next: '' }
}

/** Findings of parts, where the check does not apply to any part without one. */
export function anyOf(findings: readonly CheckFinding[]): Findings {
  return findings.length > 0 ? findings : undefined
}

/** One answer for each finding, or that the check passed. Names may contain line breaks, answers do not. */
export function runCheck({ id, run }: CheckDefinition<CheckId>, context: CheckContext): Check[] {
  const findings = run(context)
  if (findings === undefined) return []
  const reported = findings.length > 0 ? findings : [passed]
  return reported.map(({ text, next, input, ...rest }) => ({
    id,
    text: onOneLine(input ? `${text} (input ${input})` : text),
    next: onOneLine(next),
    ...rest,
  }))
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
