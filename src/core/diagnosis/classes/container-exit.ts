import { quote } from '../../errors/problem.js'
import { shortImage } from '../../task-definition/image.js'
import type { JsonObject } from '../../text/json.js'
import { objectsIn, text } from '../../text/json.js'
import type { ClassRow } from '../class-row.js'
import { buildPlatform, containerOf, cpuArchitecture, memberAt } from '../container-definition.js'
import type { Explanation, FailureEvidence } from '../evidence.js'
import { noExplanation } from '../evidence.js'
import { exitCodeMeaning, isNotExecuted } from '../exit-code.js'
import type { Failure } from '../failure.js'
import { isErrorLine, mainLine } from '../main-log-line.js'
import { describeStart, reasonText } from '../reason-text.js'
import { explainStart, startFailureClass } from '../start-failures.js'
import { explainMemory } from './out-of-memory.js'

export const containerExit = {
  id: 'container-exit',
  matchesTask: ({ stopCode, text, exitCode }) =>
    stopCode === 'EssentialContainerExited' ||
    startFailureClass(text) === 'container-exit' ||
    (stopCode === 'TaskFailedToStart' && !isStopped(exitCode)),
  matchesDeployment: () => false,
  describe: (evidence, detail) =>
    hasRun(evidence.failure)
      ? `ended because ${exitText(evidence.failure)}`
      : describeStart(evidence, detail),
  explain: explainExit,
  nextStep: ({ container, exitCode }) => {
    const code = exitCode === undefined ? '' : ` with exit code ${exitCode}`
    return `Read the log of ${container ?? 'the container'} to find out why it ended${code}.`
  },
  hasLogs: true,
  countsForFailFast: true,
} as const satisfies ClassRow

/** By ECS, since another container failed: SIGTERM or SIGKILL. */
function isStopped(exitCode: number | undefined): boolean {
  return exitCode === undefined || exitCode === 0 || exitCode === 137 || exitCode === 143
}

function hasRun({ stopCode, exitCode }: Failure): boolean {
  return stopCode !== 'TaskFailedToStart' || exitCode !== undefined
}

/** `app exited with code 137 (killed, SIGKILL)` */
function exitText({ container = 'an essential container', exitCode, reason }: Failure): string {
  const isUsualReason = /^(?:essential container in task exited|task failed to start)$/i.test(reason)
  const words = isUsualReason ? '' : `: ${reasonText(reason)}`
  if (exitCode === undefined) return `${container} exited${words}`
  const meaning = exitCodeMeaning(exitCode)
  return `${container} exited with code ${exitCode}${meaning ? ` (${meaning})` : ''}${words}`
}

function explainExit(evidence: FailureEvidence): Explanation {
  const { failure, lines, definition } = evidence
  const name = failure.container ?? 'the container'
  const words = [failure.reason, ...lines].join('\n')
  if (/exec format error/i.test(words)) return explainArchitecture(evidence)
  if (startFailureClass(failure.reason) === 'container-exit') return explainStart(evidence)
  if (/heap out of memory|OutOfMemoryError|Cannot allocate memory|MemoryError\b/.test(words)) {
    return { ...explainMemory(evidence), detail: 'its log says that it ran out of memory' }
  }
  const line = mainLine(lines)
  const detail = line ? `its log ends with ${quote(line)}` : undefined
  if (failure.exitCode === 0) {
    const expectation = 'this is not an error, but the tasks of a service must keep running'
    return {
      detail: detail ? `${expectation}; ${detail}` : expectation,
      next: `Use a command that keeps ${name} running, or set its essential to false.`,
      position: undefined,
    }
  }
  if (isNotExecuted(failure.exitCode)) {
    return {
      detail,
      next: `Correct command or entryPoint of ${name}: the image must contain the program, as an executable file.`,
      position:
        memberAt(evidence, failure.container, 'command') ??
        memberAt(evidence, failure.container, 'entryPoint'),
    }
  }
  if (line === undefined) return noExplanation
  return {
    detail,
    next: nextStepFor(line, name, containerOf(definition, failure.container)),
    position: undefined,
  }
}

function explainArchitecture({ failure, definition }: FailureEvidence): Explanation {
  const reference = text(containerOf(definition, failure.container)?.image)
  const image = reference ? shortImage(reference) : 'its image'
  return {
    detail: `${image} is built for a different architecture than ${cpuArchitecture(definition)}, which the task runs on (exec format error)`,
    next: `Build the image for ${buildPlatform(definition)}, or set runtimePlatform.cpuArchitecture to what it is built for.`,
    position: undefined,
  }
}

/** Names a missing variable only if the definition lists all of them. */
function nextStepFor(line: string, name: string, container: JsonObject | undefined): string {
  const variable = unsetVariable.exec(line)?.slice(1).find(Boolean)
  const listed = ['environment', 'secrets'].flatMap(member =>
    objectsIn(container?.[member]).map(one => text(one.name)),
  )
  if (variable && container && container.environmentFiles === undefined && !listed.includes(variable))
    return `The task definition does not set ${variable} for ${name}: add it to environment or secrets, or make ${name} start without it.`
  if (isErrorLine(line)) return `Fix the error shown in the log of ${name}.`
  return `Read the log of ${name} to find out why it ended: nothing in its last lines looks like an error.`
}

/** `KeyError: 'FEATURE_X'`, `DATABASE_URL is not set`, `missing environment variable TOKEN` */
const unsetVariable =
  /\bKeyError: '([A-Z][A-Z0-9_]+)'|\b([A-Z][A-Z0-9_]+) (?:is|was) (?:not set|not defined|missing|required)\b|\benvironment variable:? ['"`]?([A-Z][A-Z0-9_]+)\b/
