import { type Notice, warning } from '../core/errors/notice.js'
import type { Outcome } from '../core/outcome/outcome.js'
import { keepComment } from '../deploy/github/pull-request-comment.js'
import { markerOf, topicOf } from '../report/comment/comment-marker.js'
import { prComment } from '../report/comment/pull-request-comment.js'
import type { RunContext } from './run-context.js'

export async function comment({ inputs, ports }: RunContext, outcome: Outcome): Promise<readonly Notice[]> {
  if (!inputs.prComment || inputs.mode !== 'plan') return []
  const { commit, pullRequest, run } = ports.runner
  const topic = topicOf(inputs.target, inputs.source, inputs.environment?.name)
  const body = prComment(outcome, { topic, commit, run: run.run })
  if (body === undefined) return []
  if (!pullRequest) {
    const event = ports.step.event ?? 'not known'
    return [warning(`pr-comment is set, but has no effect: the event is ${event}, not pull_request.`)]
  }
  return keepComment(ports.github(inputs.githubToken), ports.clock, pullRequest, markerOf(topic), body)
}
