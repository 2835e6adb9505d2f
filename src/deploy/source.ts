/**
 * The definition that the user's file holds, checked against what RegisterTaskDefinition takes. The output of
 * `aws ecs describe-task-definition` is accepted as it is: its envelope is opened and its read-only members left out.
 */
import type { Document } from '../core/document.js'
import { check } from '../core/document.js'
import type { Json, JsonObject, Path } from '../core/json.js'
import { isList, isObject } from '../core/json.js'
import type { Notice } from '../core/notice.js'
import { notice } from '../core/notice.js'
import type { Base } from '../core/plan.js'
import type { Problem } from '../core/problem.js'
import { quote } from '../core/problem.js'
import { registrable, withTags } from '../core/task-definition.js'
import type { Ecs, Workspace } from '../ports.js'

export interface Source {
  /** absent when the file has problems */
  readonly base?: Base
  readonly problems: readonly Problem[]
  readonly notices: readonly Notice[]
}

export async function readSource(workspace: Workspace, ecs: Ecs, path: string): Promise<Source> {
  const document = await workspace.readDocument(path)
  if ('problem' in document) {
    const { problem, at } = document
    return broken([{ subject: 'task-definition', text: `${quote(path)} ${problem}`, ...(at ? { at } : {}) }])
  }
  const beside = besideDefinition(document)
  if (beside.length > 0) return broken(beside)
  const opened = openEnvelope(document)
  const { definition, dropped } = isObject(opened.value)
    ? registrable(opened.value)
    : { definition: opened.value, dropped: [] }
  const { value, problems } = check({ ...opened, value: definition }, ecs.taskDefinitionShape)
  if (!isObject(value) || problems.length > 0) return broken(problems)
  const left = `${path}: read-only members of a described task definition are left out: ${dropped.join(', ')}.`
  return {
    base: { definition: value, origin: path },
    problems: [],
    notices: dropped.length > 0 ? [notice(left)] : [],
  }
}

function broken(problems: readonly Problem[]): Source {
  return { problems, notices: [] }
}

/** Whether the file holds the answer of describe-task-definition instead of a definition. */
function isEnvelope(value: Json): value is JsonObject & { readonly taskDefinition: JsonObject } {
  return isObject(value) && isObject(value.taskDefinition) && !Object.hasOwn(value, 'family')
}

function besideDefinition(document: Document): Problem[] {
  const { value } = document
  if (!isEnvelope(value)) return []
  const unknown = Object.keys(value).filter(key => key !== 'taskDefinition' && key !== 'tags')
  return unknown.map(key => {
    const at = document.at([key])
    return {
      subject: 'task-definition',
      text: `unknown key ${key} beside taskDefinition`,
      ...(at ? { at } : {}),
    }
  })
}

/** `{ "taskDefinition": {…}, "tags": […] }` → the definition with its tags, at the places where the file has them. */
function openEnvelope(document: Document): Document {
  const { value } = document
  if (!isEnvelope(value)) return document
  const { taskDefinition, tags } = value
  // Tags of a wrong kind go along as they are, to be refused with their place.
  const inside =
    tags === undefined || isList(tags) ? withTags(taskDefinition, tags) : { ...taskDefinition, tags }
  const inFile = (path: Path): Path => (path[0] === 'tags' ? path : ['taskDefinition', ...path])
  return {
    file: document.file,
    value: inside,
    at: path => document.at(inFile(path)),
    written: path => document.written(inFile(path)),
  }
}
