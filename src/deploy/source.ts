/**
 * The definition that the user's file holds, checked against what RegisterTaskDefinition takes. The output of
 * `aws ecs describe-task-definition` is accepted as it is: its envelope is opened and its read-only members left out.
 */
import type { Document } from '../core/document.js'
import { check } from '../core/document.js'
import type { JsonObject } from '../core/json.js'
import { isObject } from '../core/json.js'
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

/** `{ "taskDefinition": {…}, "tags": […] }` → the definition with its tags, at the places where the file has them. */
function openEnvelope(document: Document): Document {
  const { value } = document
  if (!isObject(value) || !isObject(value.taskDefinition) || Object.hasOwn(value, 'family')) return document
  const inside: JsonObject = withTags(value.taskDefinition, value.tags)
  return {
    file: document.file,
    value: inside,
    at: path => document.at(path[0] === 'tags' ? path : ['taskDefinition', ...path]),
    written: path => document.written(path[0] === 'tags' ? path : ['taskDefinition', ...path]),
  }
}
