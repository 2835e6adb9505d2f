/**
 * The base: a checked file or a registered definition. Of the output of `aws ecs describe-task-definition`, envelope and
 * read-only members are dropped.
 */
import { revisionName } from '../../core/ecs/arn.js'
import type { ApiError } from '../../core/errors/api-error.js'
import { toProblem } from '../../core/errors/api-error-problem.js'
import type { Notice } from '../../core/errors/notice.js'
import { notice } from '../../core/errors/notice.js'
import type { Problem } from '../../core/errors/problem.js'
import { quote, showPosition } from '../../core/errors/problem.js'
import type { BaseDefinition } from '../../core/options/plan-options.js'
import type { TaskDefinitionSource } from '../../core/options/task-definition-source.js'
import { redact } from '../../core/redaction/redact.js'
import { familyProblems } from '../../core/task-definition/family.js'
import { registrable, withTags } from '../../core/task-definition/task-definition.js'
import type { Document } from '../../core/task-definition/validate.js'
import { validate } from '../../core/task-definition/validate.js'
import type { Json, JsonObject, Path } from '../../core/text/json.js'
import { isList, isObject, showPath } from '../../core/text/json.js'
import { truncateList } from '../../core/text/truncate-list.js'
import type { Ecs, Workspace } from '../../ports.js'
import { attempt } from '../../retry/attempt.js'

/** Further unknown keys are only counted. */
const mostNotices = 50

export interface Source {
  /** undefined: problems, or the live definition */
  readonly base: BaseDefinition | undefined
  /** with problems, as far as it can be read */
  readonly partial: JsonObject | undefined
  readonly problems: readonly Problem[]
  readonly notices: readonly Notice[]
  readonly error: ApiError | undefined
}

/** The live definition is the base. */
export const noSource: Source = {
  problems: [],
  notices: [],
  base: undefined,
  partial: undefined,
  error: undefined,
}

interface FilePorts {
  readonly workspace: Workspace
  readonly ecs: Pick<Ecs, 'taskDefinitionShape'>
}

export async function readFile(
  { workspace, ecs }: FilePorts,
  path: string,
  unknownKeys: 'refuse' | 'keep' = 'refuse',
): Promise<Source> {
  const document = await workspace.readDocument(path)
  if ('problem' in document) {
    const { problem, position } = document
    const subject = 'task-definition'
    return broken([
      position ? { subject, text: problem, position } : { subject, text: `${quote(path)} ${problem}` },
    ])
  }
  const opened = openEnvelope(document)
  const { definition, dropped } = isObject(opened.value)
    ? registrable(opened.value)
    : { definition: opened.value, dropped: [] }
  const whole = { ...opened, value: definition }
  const { value, unknown, ...validated } = validate(whole, ecs.taskDefinitionShape, unknownKeys)
  const problems = [...unknownEnvelopeKeys(document), ...validated.problems, ...familyProblems(value, whole)]
  if (!isObject(value)) return broken(problems)
  if (problems.length > 0) return { ...broken(problems), partial: value }
  const left = `${path}: read-only members of a described task definition are left out: ${dropped.join(', ')}.`
  return {
    base: { definition: value, origin: path, positionOf: whole.positionOf },
    problems: [],
    notices: [
      ...(dropped.length > 0 ? [notice(left)] : []),
      ...truncateList(
        unknown.map(({ text, position }) =>
          notice(`${position ? showPosition(position) : path} ${text}; it is sent as it is.`),
        ),
        mostNotices,
        count => notice(`${count} more unknown keys of ${path} are sent as they are.`),
      ),
    ],
    partial: undefined,
    error: undefined,
  }
}

/** Without a revision, the latest ACTIVE one. */
export async function readRegistered(
  ecs: Pick<Ecs, 'describeTaskDefinition'>,
  { name, input }: Extract<TaskDefinitionSource, { kind: 'registered' }>,
): Promise<Source> {
  const read = await attempt(() => ecs.describeTaskDefinition(name))
  if (read.kind === 'failed') {
    const { error } = read
    if (error.kind !== 'rejected') return { ...broken([toProblem(error, {})]), error }
    const text = `${quote(revisionName(name))} was not found (${redact(error.message, [])}): check the name, the account and the region`
    return broken([{ subject: input, text }])
  }
  const { arn, definition, tags } = read.value
  const base = {
    definition: withTags(registrable(definition).definition, tags),
    origin: revisionName(arn),
    positionOf: undefined,
  }
  return { base, problems: [], notices: [], partial: undefined, error: undefined }
}

function broken(problems: readonly Problem[]): Source {
  return { problems, notices: [], base: undefined, partial: undefined, error: undefined }
}

/** The answer of describe-task-definition. */
function isEnvelope(value: Json): value is JsonObject & { readonly taskDefinition: JsonObject } {
  return isObject(value) && isObject(value.taskDefinition) && !Object.hasOwn(value, 'family')
}

function unknownEnvelopeKeys(document: Document): Problem[] {
  const { value } = document
  if (!isEnvelope(value)) return []
  const unknown = Object.keys(value).filter(key => key !== 'taskDefinition' && key !== 'tags')
  return unknown.map(key => {
    const position = document.positionOf([key])
    return {
      subject: 'task-definition',
      text: `unknown key ${showPath([key])} beside taskDefinition`,
      position,
    }
  })
}

function openEnvelope(document: Document): Document {
  const { value } = document
  if (!isEnvelope(value)) return document
  const { taskDefinition, tags } = value
  // Tags of a wrong kind stay, to be refused in place.
  const inside =
    tags === undefined || isList(tags) ? withTags(taskDefinition, tags) : { ...taskDefinition, tags }
  const inFile = (path: Path): Path => (path[0] === 'tags' ? path : ['taskDefinition', ...path])
  return {
    file: document.file,
    value: inside,
    positionOf: path => document.positionOf(inFile(path)),
    written: path => document.written(inFile(path)),
  }
}
