/** What is said of the revision that a rollback goes to. */
import { revisionName } from '../ecs/arn.js'
import { firstNotice, firstWarning, type Notice } from '../errors/notice.js'
import type { Problem } from '../errors/problem.js'
import { formatTimestamp } from '../text/duration.js'
import type { PreviousRevision } from './previous-revision.js'

type Found = Extract<PreviousRevision, { kind: 'found' }>

export function foundNotices({ finishedAt, from, revision, rolledBack }: Found): Notice[] {
  const [to, now] = [revisionName(revision), revisionName(from)]
  const when = finishedAt === undefined ? '' : `, ${formatTimestamp(finishedAt)}`
  const meaning = `rollback: previous means ${to}, the last revision other than ${now} whose deployment succeeded${when}.`
  if (rolledBack === undefined) return [firstNotice(meaning)]
  const failed = revisionName(rolledBack)
  const text = `ECS has already rolled back ${failed}, the newest deployment: this goes back further, from ${now} to ${to}.`
  return [firstNotice(meaning), firstWarning(text)]
}

export function tagNotice(revision: string, from: string, why: string): Notice {
  const text = `rollback: previous means ${revision}, by the tag ecs-safe-deploy:previous of ${revisionName(from)}: ${why}.`
  return firstNotice(text)
}

export function otherFamilyNotices(revision: string, current: string): Notice[] {
  const familyOf = (arn: string) => revisionName(arn).split(':')[0]
  if (current === '' || familyOf(revision) === familyOf(current)) return []
  const text = `${revisionName(revision)} is of another family than ${revisionName(current)}, the revision of the service.`
  return [firstWarning(text)]
}

export function noOtherText(from: string): string {
  return `no deployment that ECS lists succeeded with another revision than ${revisionName(from)}`
}

export function nothingBefore(from: string, why: string): Problem {
  const text = `there is nothing to go back to: ${why}, and ${revisionName(from)} has no tag ecs-safe-deploy:previous that names one. Name the revision, as in rollback: web:41`
  return { subject: 'rollback', text }
}

export function leftProblem({ from, older, revision }: Extract<PreviousRevision, { kind: 'left' }>): Problem {
  const [left, now] = [revisionName(revision), revisionName(from)]
  const instead =
    older === undefined ? '' : `, or rollback: ${revisionName(older)}, which succeeded before both`
  const text = `previous would be ${left}, which a rollback to ${now} has left: going there would undo that rollback. If you mean it, write rollback: ${left}${instead}`
  return { subject: 'rollback', text }
}

export const unknownPrevious: Problem = {
  subject: 'rollback',
  text: 'which revision the last deployment that succeeded ran is not known: ECS did not return it. Name the revision, as in rollback: web:41',
}

export const uncertainPrevious: Problem = {
  subject: 'rollback',
  text: 'ECS seems to be rolling back, and without the list of deployments it is not known from which revision. Allow ecs:ListServiceDeployments and ecs:DescribeServiceRevisions, or name the revision, as in rollback: web:41',
}
