/** Why a container ended, by its exit code and the end of its log. */

import { quote } from '../errors/problem.js'
import { shortImage } from '../task-definition/image.js'
import type { JsonObject } from '../text/json.js'
import { objectsIn, text } from '../text/json.js'
import { architecture, buildPlatform, containerOf, memberAt } from './container.js'
import type { Explanation, FailureEvidence } from './explanation.js'
import { memoryCause } from './memory-cause.js'

export function exitCause(evidence: FailureEvidence): Explanation {
  const { group, lines, definition } = evidence
  const name = group.container ?? 'the container'
  const said = [group.reason, ...lines].join('\n')
  if (/exec format error/i.test(said)) {
    const reference = text(containerOf(definition, group.container)?.image)
    const image = reference ? shortImage(reference) : 'its image'
    return {
      detail: `${image} is built for another architecture than ${architecture(definition)}, which the task runs on (exec format error)`,
      next: `Build the image for ${buildPlatform(definition)}, or set runtimePlatform.cpuArchitecture to what it is built for.`,
    }
  }
  if (/heap out of memory|OutOfMemoryError|Cannot allocate memory|MemoryError\b/.test(said)) {
    const { detail: _, ...rest } = memoryCause(evidence)
    return { detail: 'its log tells that memory ran out', ...rest }
  }
  const last = lastErrorLine(lines)
  const detail = last ? `its log ends with ${quote(last)}` : undefined
  if (group.exitCode === 0) {
    return {
      detail: [
        'that is no error, but a task of a service has to keep running',
        ...(detail ? [detail] : []),
      ].join('; '),
      next: `Give ${name} a command that keeps running, or set essential to false.`,
    }
  }
  const wrong = group.exitCode === undefined ? undefined : notRun[group.exitCode]
  if (wrong)
    return {
      detail,
      next: `Correct command or entryPoint of ${name}: ${wrong}.`,
      position:
        memberAt(evidence, group.container, 'command') ?? memberAt(evidence, group.container, 'entryPoint'),
    }
  if (last === undefined || detail === undefined) return {}
  return { detail, next: nextAfter(last, name, containerOf(definition, group.container)) }
}

/** What follows from the line that is quoted; what it says of a variable holds where the definition names all of them. */
function nextAfter(line: string, name: string, container: JsonObject | undefined): string {
  const variable = unset.exec(line)?.slice(1).find(Boolean)
  const named = ['environment', 'secrets'].flatMap(member =>
    objectsIn(container?.[member]).map(one => text(one.name)),
  )
  if (variable && container && container.environmentFiles === undefined && !named.includes(variable))
    return `The task definition gives ${name} no ${variable}: add it to environment or secrets, or make ${name} start without it.`
  if (complaint.test(line)) return `Mend what the log of ${name} complains of there.`
  return `Read the log of ${name} for why it ended: nothing in its last lines looks like an error.`
}

/** `KeyError: 'FEATURE_X'`, `DATABASE_URL is not set`, `missing environment variable TOKEN` */
const unset =
  /\bKeyError: '([A-Z][A-Z0-9_]+)'|\b([A-Z][A-Z0-9_]+) (?:is|was) (?:not set|not defined|missing|required)\b|\benvironment variable:? ['"`]?([A-Z][A-Z0-9_]+)\b/

/** https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02 */
const notRun: Readonly<Record<number, string>> = {
  126: 'what it names is in the image, but cannot be executed (its permission, or it is no executable)',
  127: 'the image has no such program',
}

const complaint =
  /\b(\w*error|\w*exception|fatal|panic|cannot|can't|could not|unable|failed|failure|refused|denied|missing|no such|not found|not set|unknown|unexpected|invalid|illegal|unsupported|undefined|unrecognized|timed out|abort(?:ed|ing)?)\b/i

/** The line that says most about an end: the last one that complains, else the last one. */
function lastErrorLine(lines: readonly string[]): string | undefined {
  const told = lines.filter(line => line.trim() !== '')
  return told.findLast(line => complaint.test(line)) ?? told.at(-1)
}
