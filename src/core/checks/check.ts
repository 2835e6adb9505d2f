import type { Position } from '../errors/problem.js'
import { redact } from '../redaction/redact.js'
import type { CheckContext } from './check-context.js'

export type CheckResult =
  | 'passed'
  | 'notice'
  | 'warning'
  | 'refused'
  /** not checked */
  | 'unseen'

export interface CheckFinding {
  readonly result: CheckResult
  /** empty when passed; never a value that may be a secret */
  readonly text: string
  /** a sentence; empty where there is nothing to do */
  readonly next: string
  readonly position?: Position | undefined
  /** the input that causes it */
  readonly input?: string | undefined
  /** address or name of the page that explains more */
  readonly docsUrl?: string | undefined
  /** refused whatever `preflight` says */
  readonly alwaysEnforced?: true | undefined
  /** would be said of most services at every deployment: reported until this action has deployed the service */
  readonly isRecommendation?: true | undefined
}

export interface Check<Id extends string = string> extends Omit<CheckFinding, 'input'> {
  readonly id: Id
}

/** None: passed. Undefined: does not apply. */
export type Findings = readonly CheckFinding[] | undefined

export interface CheckDefinition<Id extends string = string> {
  readonly id: Id
  readonly run: (context: CheckContext) => Findings
  /** refused whatever `preflight` says, because ECS refuses it anyway or another input decides it */
  readonly alwaysEnforced?: true
}

export function defineCheck<const Id extends string>(check: CheckDefinition<Id>): CheckDefinition<Id> {
  return check
}

export const passed: CheckFinding = { result: 'passed', text: '', next: '' }

export function unavailable(why: string): CheckFinding {
  return { result: 'unseen', text: `not checked: ${why}`, next: '' }
}

/** Undefined for no findings: the check applied to no part. */
export function anyOf(findings: readonly CheckFinding[]): Findings {
  return findings.length > 0 ? findings : undefined
}

export function runCheck<Id extends string>(
  { id, run }: CheckDefinition<Id>,
  context: CheckContext,
): Check<Id>[] {
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

export function redactCheck<T extends Check>(check: T, hidden: readonly string[]): T {
  return { ...check, text: redact(check.text, hidden), next: redact(check.next, hidden) }
}
