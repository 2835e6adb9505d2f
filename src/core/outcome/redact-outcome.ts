/** The one place where what the user is told about mistakes passes redaction: it may quote inputs, files and AWS. */
import { redactCheck } from '../checks/check.js'
import { redactNotice } from '../errors/notice.js'
import type { Problem } from '../errors/problem.js'
import { redact } from '../redaction/redact.js'
import type { Outcome } from './outcome.js'

export function redactOutcome(outcome: Outcome, hidden: readonly string[]): Outcome {
  const { problems, checks, notices } = outcome
  return {
    ...outcome,
    problems: problems.map(problem => redactProblem(problem, hidden)),
    checks: checks.map(check => redactCheck(check, hidden)),
    notices: notices.map(notice => redactNotice(notice, hidden)),
  }
}

function redactProblem(problem: Problem, hidden: readonly string[]): Problem {
  return { ...problem, text: redact(problem.text, hidden) }
}
