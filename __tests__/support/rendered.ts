/** A file and inputs as a user gives them, read and rendered as the action does. */

import { taskDefinitionShape } from '../../src/adapters/aws/task-definition-shape.js'
import { parse } from '../../src/adapters/workspace/document.js'
import { showPosition } from '../../src/core/errors/problem.js'
import { render } from '../../src/core/task-definition/render.js'
import type { Replacement } from '../../src/core/task-definition/replacement.js'
import type { Json, JsonObject } from '../../src/core/text/json.js'
import { readFile } from '../../src/deploy/prepare/read-task-definition.js'
import { readInputs } from '../../src/inputs/read-inputs.js'

export interface Case {
  readonly name: string
  readonly file?: string
  readonly inputs?: Readonly<Record<string, string>>
}

/** The rendered definition, or the problems that stand in its way. */
export async function rendered({
  file = 'family: web\ncontainerDefinitions: [{name: app, image: web:1}]\n',
  inputs = {},
}: Case) {
  const read = readInputs(
    name => ({ service: 'web', 'container-name': 'app', 'task-definition': 'td.yml', ...inputs })[name] ?? '',
  )
  const workspace = {
    readDocument: async (path: string, replacements: readonly Replacement[]) =>
      parse(path, file, replacements),
    writeTemporary: async () => undefined,
  }
  const source = await readFile({ workspace, ecs: { taskDefinitionShape } }, 'td.yml', {
    ...read.inputs,
    input: 'task-definition',
  })
  const problems = [...read.problems.filter(({ subject }) => subject !== 'image'), ...source.problems]
  if (!source.base || problems.length > 0)
    return problems.map(
      ({ subject, text, position }) => `${position ? showPosition(position) : subject} ${text}`,
    )
  const rendering = render(source.base.definition, read.inputs)
  return rendering.kind === 'rendered'
    ? rendering.definition
    : rendering.problems.map(({ subject, text }) => `${subject} ${text}`)
}

/** A definition with one container. */
export const app = (members: JsonObject, around: JsonObject = {}): JsonObject => ({
  family: 'web',
  containerDefinitions: [{ name: 'app', image: 'web:1', ...members }],
  ...around,
})
export const json = (value: Json) => JSON.stringify(value, null, 2)
