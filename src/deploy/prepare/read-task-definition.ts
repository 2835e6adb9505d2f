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
import { closest, quote, showPosition } from '../../core/errors/problem.js'
import type { ImagePolicy } from '../../core/options/image-policy.js'
import type { BaseDefinition } from '../../core/options/plan-options.js'
import type { RegisteredSource } from '../../core/options/task-definition-source.js'
import { unpinnedImages } from '../../core/plan/pin-images.js'
import { redact } from '../../core/redaction/redact.js'
import { withoutEmpties } from '../../core/task-definition/empty-values.js'
import { familyProblems } from '../../core/task-definition/family.js'
import type { SearchedFile } from '../../core/task-definition/placeholder-problems.js'
import type { Replacement } from '../../core/task-definition/replacement.js'
import { registrable, withTags } from '../../core/task-definition/task-definition.js'
import type { Document, UnknownKeys } from '../../core/task-definition/validate.js'
import { validate } from '../../core/task-definition/validate.js'
import { enumerate } from '../../core/text/enumerate.js'
import type { Json, JsonObject, Path } from '../../core/text/json.js'
import { isList, isObject, showPath } from '../../core/text/json.js'
import { truncateList } from '../../core/text/truncate-list.js'
import type { Ecs, Unreadable, Workspace } from '../../ports.js'
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
  /** a file that was read */
  readonly searched: SearchedFile | undefined
}

/** The live definition is the base. */
export const noSource: Source = {
  problems: [],
  notices: [],
  base: undefined,
  partial: undefined,
  error: undefined,
  searched: undefined,
}

interface FileOptions {
  readonly input: 'task-definition' | 'run-task-definition'
  readonly unknownKeys: UnknownKeys
  readonly placeholders: readonly Replacement[]
}

interface FilePorts {
  readonly workspace: Workspace
  readonly ecs: Pick<Ecs, 'taskDefinitionShape'>
}

export async function readFile(
  { workspace, ecs }: FilePorts,
  path: string,
  { input, unknownKeys, placeholders }: FileOptions,
): Promise<Source> {
  const document = await workspace.readDocument(path, placeholders)
  if ('problem' in document) return broken([unreadable(input, path, document)])
  const source = readDocument(document, { path, unknownKeys, shape: ecs.taskDefinitionShape })
  const { absent, file } = document
  const problems = source.problems.map(problem => ({ ...problem, subject: input }))
  return { ...source, problems, searched: { file, absent } }
}

interface DocumentOptions {
  readonly path: string
  readonly unknownKeys: UnknownKeys
  readonly shape: Ecs['taskDefinitionShape']
}

function readDocument(document: Document, { path, shape, unknownKeys }: DocumentOptions): Source {
  const opened = openEnvelope(document)
  const foreign = foreignFile(opened)
  if (foreign) return broken([foreign])
  const { definition, dropped } = isObject(opened.value)
    ? registrable(opened.value)
    : { definition: opened.value, dropped: [] }
  const whole = { ...opened, value: definition }
  const filled = withoutEmpties(whole, shape)
  const { value, unknown, ...validated } = validate({ ...whole, value: filled.value }, shape, unknownKeys)
  const problems = [
    ...unknownEnvelopeKeys(document),
    ...validated.problems,
    ...filled.problems,
    ...familyProblems(value, whole),
  ]
  if (!isObject(value)) return broken(problems)
  if (problems.length > 0) return { ...broken(problems), partial: value }
  return {
    ...noSource,
    base: { kind: 'file', definition: value, origin: path, positionOf: whole.positionOf, asIs: undefined },
    notices: [
      ...readOnlyNotice(path, dropped),
      ...emptyNotice(path, filled.leftOut),
      ...unknownNotices(path, unknown),
    ],
  }
}

/** A file of another kind has none of the keys that a task definition needs, however they are written. */
function foreignFile({ value, positionOf, file }: Document): Problem | undefined {
  if (!isObject(value)) return undefined
  const keys = Object.keys(value)
  const needed = ['family', 'containerDefinitions']
  if (keys.length === 0 || keys.some(key => closest(key, needed))) return undefined
  const position = positionOf(keys.slice(0, 1)) ?? { file, line: 1, column: 1 }
  const text = 'this is not a task definition: it has neither family nor containerDefinitions; check the path'
  return { subject: 'task-definition', text, position }
}

/** It has values, which are not shown. */
function isContent(path: string): boolean {
  return /^\s*[{[]|[\r\n]/.test(path)
}

function unreadable(subject: string, path: string, { problem, position }: Unreadable): Problem {
  const what = isContent(path)
    ? `contains a task definition instead of the path of its file: save it in a file, and set ${subject} to the path`
    : `${quote(path)} ${problem}`
  return position ? { subject, text: problem, position } : { subject, text: what }
}

function readOnlyNotice(file: string, dropped: readonly string[]): Notice[] {
  if (dropped.length === 0) return []
  return [
    notice(`${file}: read-only members of a described task definition are ignored: ${enumerate(dropped)}.`),
  ]
}

function emptyNotice(file: string, leftOut: readonly Path[]): Notice[] {
  if (leftOut.length === 0) return []
  const paths = leftOut.map(showPath).join(', ')
  return [notice(`${file}: empty values that ECS does not take are left out: ${paths}.`)]
}

function unknownNotices(file: string, unknown: readonly Problem[]): readonly Notice[] {
  return truncateList(
    unknown.map(({ text, position }) =>
      notice(`${position ? showPosition(position) : file} ${text}; it is sent unchanged.`),
    ),
    mostNotices,
    count => notice(`${count} more unknown keys of ${file} are sent unchanged.`),
  )
}

/** Without a revision, the latest ACTIVE one. */
export async function readRegistered(
  ecs: Pick<Ecs, 'describeTaskDefinition'>,
  { name, input, asIs }: RegisteredSource,
  imagePolicy: ImagePolicy,
): Promise<Source> {
  const read = await attempt(() => ecs.describeTaskDefinition(name))
  if (read.kind === 'failed') {
    const { error } = read
    if (error.kind !== 'rejected') return { ...broken([toProblem(error, {})]), error }
    const shown = revisionName(name)
    const what = shown.includes(':') ? 'the family, the number' : 'the family'
    const text = `${quote(shown)} was not found (${redact(error.message, [])}): check ${what}, the account and the region`
    return broken([{ subject: input, text }])
  }
  const { arn, definition, tags } = read.value
  const isCopy = !asIs || (imagePolicy === 'digest' && unpinnedImages(definition).length > 0)
  if (!isCopy && definition.status !== 'ACTIVE') return broken([inactive(input, arn, definition)])
  const base: BaseDefinition = {
    kind: 'revision',
    definition: withTags(registrable(definition).definition, tags),
    origin: revisionName(arn),
    positionOf: undefined,
    asIs: isCopy ? undefined : { arn, reason: 'source' },
  }
  return { ...noSource, base }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeregisterTaskDefinition.html */
function inactive(input: string, arn: string, { status }: JsonObject): Problem {
  const name = revisionName(arn)
  const copy = `task-definition-arn: ${name}${input === 'rollback' ? ' instead of rollback' : ''}`
  const text = `${quote(name)} is ${String(status)}, and ECS deploys only ACTIVE revisions: name another one, or register a copy of it with ${copy} and a tag, such as tags: copy-of=${name}`
  return { subject: input, text }
}

export function broken(problems: readonly Problem[]): Source {
  return { ...noSource, problems }
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
      text: `unknown key ${showPath([key])} next to taskDefinition`,
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
