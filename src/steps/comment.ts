import { type Notice, warning } from '../core/errors/notice.js'
import type { Outcome } from '../core/outcome/outcome.js'
import { keepComment } from '../deploy/github/pull-request-comment.js'
import type { PullRequest } from '../ports.js'
import { markerOf, topicOf } from '../report/comment/comment-marker.js'
import { prComment } from '../report/comment/pull-request-comment.js'
import { linkDocs } from '../report/markdown/docs-links.js'
import { unlessCanceled } from '../retry/cancellation.js'
import type { RunContext } from './run-context.js'

export async function comment({ inputs, ports }: RunContext, outcome: Outcome): Promise<readonly Notice[]> {
  if (!inputs.prComment || inputs.mode !== 'plan') return []
  const { commit, run } = ports.runner
  const pullRequest = pullRequestOf(inputs.pullRequestNumber, ports.runner.pullRequest)
  const topic = topicOf(inputs.targets, inputs.source, inputs.environment?.name)
  const { region } = ports.step
  const body = prComment(outcome, { topic, commit, run: run.run, region })
  if (body === undefined) return []
  if (!pullRequest) {
    const event = ports.step.event ? `the event ${ports.step.event}` : 'the event'
    return [
      warning(
        `pr-comment is set, but has no effect: ${event} names no pull request, and pr-number is not set.`,
      ),
    ]
  }
  const github = ports.github(inputs.githubToken, 'long')
  const { clock, canceled } = ports
  const written = keepComment({ github, clock, canceled }, pullRequest, {
    marker: markerOf(topic),
    body: linkDocs(body, ports.step.pages),
  })
  return (await unlessCanceled(written, canceled)) ?? []
}

/** Whether another pull request comes from a fork is not known. */
function pullRequestOf(
  number: number | undefined,
  ofEvent: PullRequest | undefined,
): PullRequest | undefined {
  if (number === undefined || number === ofEvent?.number) return ofEvent
  return { number, fork: false }
}
