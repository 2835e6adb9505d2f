/** The table "What is bounded" of docs/security.md has the numbers of the source. */

import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { configTimeout, maxConfigBytes } from '../../src/adapters/aws/ecr-download.js'
import { newestDeployments } from '../../src/adapters/aws/ecs.js'
import { maxPages, pageSize } from '../../src/adapters/aws/ecs-tasks.js'
import { maxAnswerBytes } from '../../src/adapters/aws/limit-response.js'
import {
  ecsTimeouts,
  logsTimeouts,
  optionalTimeouts,
  type Timeouts,
} from '../../src/adapters/aws/time-limit.js'
import {
  commentsPerPage,
  maxCommentPages,
  maxGitHubAnswerBytes,
  requestTimeouts,
} from '../../src/adapters/github.js'
import { lingering, lingeringWhenCanceled } from '../../src/adapters/runner/exit.js'
import { maxFileBytes } from '../../src/adapters/workspace/workspace.js'
import { maxRefusals } from '../../src/core/errors/api-error.js'
import { longestText } from '../../src/core/redaction/redact.js'
import { maxRedirects } from '../../src/core/verification/check-answer.js'
import { longestLine, mostLines } from '../../src/deploy/finish/diagnose.js'
import { maxImages } from '../../src/deploy/prepare/fetch-images.js'
import { mostContainers, mostTaskLines } from '../../src/deploy/task/task-log.js'
import { answerTime, maxWebAnswerBytes } from '../../src/deploy/verify/verify-url.js'
import { inputTable } from '../../src/inputs/input-table.js'
import { maxLength as maxCommentLength } from '../../src/report/comment/pull-request-comment.js'
import { maxBytes as maxSummaryBytes } from '../../src/report/summary/summary.js'
import * as policies from '../../src/retry/policies.js'
import type { PollPolicy } from '../../src/retry/retry.js'
import { finishing, watching } from '../../src/steps/time-limits.js'

const seconds = (ms: number) => `${ms / 1_000} s`
const minutes = (ms: number) => `${ms / 60_000} minutes`
const inUnits = (bytes: number) => (bytes < 1024 ** 2 ? `${bytes / 1024} KiB` : `${bytes / 1024 ** 2} MiB`)
const polls = ({ times, pause }: PollPolicy) => `${times} polls, ${seconds(pause)} apart`
const count = (number: number) => number.toLocaleString('en')
const times = ({ connect, answer, total }: Timeouts) =>
  `${seconds(connect)} to connect, ${seconds(answer)} to the first byte, ${seconds(total)} in all`

const {
  findLostChange,
  findServiceDeployment,
  gitHub,
  gitHubComment,
  gitHubRecordEnd,
  lostChange,
  maxSendings,
  missingService,
  oneOffTask,
  optionalReads,
  runTask,
} = policies
const { restoreCount, restoreCountQuickly, stopDeployment, throttledChanges, withinPoll } = policies
const longestPause = seconds(policies.reads(1).pause(30, 1, {} as never))

const expected: Readonly<Record<string, string>> = {
  'call to ECS': times(ecsTimeouts),
  'call to ECR, CloudWatch, Elastic Load Balancing, Application Auto Scaling': times(optionalTimeouts),
  'call to CloudWatch Logs': times(logsTimeouts),
  'answer of AWS': inUnits(maxAnswerBytes),
  'configuration of an image': `${seconds(configTimeout)} for its headers, as long for the rest; ${inUnits(maxConfigBytes)}; ${maxImages} images`,
  'list of tasks': `${maxPages} pages of ${pageSize}`,
  'list of service deployments': `the newest ${newestDeployments}`,
  'call to GitHub during a deployment': `${seconds(requestTimeouts.short)}, ${gitHub.attempts} requests`,
  'other call to GitHub': `${seconds(requestTimeouts.long)}; a comment is tried for ${seconds(gitHubComment.within)}, and the end of a deployment record, after the report, for ${seconds(gitHubRecordEnd.within)}`,
  'answer of GitHub': inUnits(maxGitHubAnswerBytes),
  'list of comments': `${maxCommentPages} pages of ${commentsPerPage}`,
  'task definition file': inUnits(maxFileBytes),
  'read before the update': `${inputTable['max-retries'].default} requests (\`max-retries\`), pauses of ${longestPause}`,
  'read that nothing depends on': `${optionalReads.attempts} requests`,
  'read while watching': `${withinPoll.attempts} requests, repeated for ${seconds(withinPoll.within)}; then the next poll reads again`,
  'change that is throttled': `repeated for ${minutes(throttledChanges.within)}`,
  'UpdateService or UpdateExpressGatewayService without an answer': `looked for in ${polls(lostChange)}; sent ${maxSendings} times, the second time only if nothing has changed`,
  'RunTask without an answer': `sent again with the same client token for ${minutes(runTask.within)}`,
  'wait for a one-off task': `\`wait-for-minutes\`; a read every ${seconds(oneOffTask.pause)}`,
  'log of a one-off task in the log': `${mostContainers} containers, ${count(mostTaskLines)} lines each`,
  'answer to `verify-url`': `${seconds(answerTime)} in all, with ${maxRedirects} redirects; ${inUnits(maxWebAnswerBytes)} is read`,
  verification: '`verify-for-seconds`, after the wait; a rollback after it takes `wait-for-minutes`',
  'service that is missing': `${missingService.times} reads in a row`,
  'restoring the desired count': `repeated for ${minutes(restoreCount.within)}, ${maxRefusals} refusals; ${seconds(restoreCountQuickly.within)} in a canceled workflow`,
  'rollback request': `${stopDeployment.attempts} requests, after ${polls(findServiceDeployment)}, for the service deployment`,
  'wait for the deployment': '`wait-for-minutes`; a wait for deployments in progress takes as long at most',
  'after the wait': `${seconds(watching)} until the calls of the last poll end, ${seconds(finishing)} until all calls end, ${seconds(lingering)} more until the process ends (${seconds(lingeringWhenCanceled)} in a canceled workflow)`,
  'post step': `looks for the deployment in ${polls(findLostChange)}; then restores the count and requests a rollback, as above`,
  'text from AWS or a container': `${count(longestText)} characters are read`,
  'log of a container': `the last ${mostLines} lines, ${longestLine} characters of each`,
  'job summary': `${count(maxSummaryBytes)} bytes`,
  'comment on a pull request': `${count(maxCommentLength)} characters`,
}

test('the table has all bounds, with the numbers of the source', () => {
  const [, section = ''] = readFileSync('docs/security.md', 'utf8').split('\n## What is bounded\n')
  const rows = (section.split('\n## ')[0] ?? '').split('\n').filter(line => line.startsWith('| '))
  const cells = rows.slice(2).map(row =>
    row
      .split('|')
      .map(cell => cell.trim())
      .slice(1, 3),
  )
  expect(Object.fromEntries(cells)).toStrictEqual(expected)
})
