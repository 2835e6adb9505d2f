/** A file, a registered revision, or what the service runs. */
import { namesRevision } from '../core/ecs/arn.js'
import { quote } from '../core/errors/problem.js'
import type { TaskDefinitionSource } from '../core/options/task-definition-source.js'
import type { InputForm } from './input-form.js'
import type { InputName } from './input-table.js'
import { readDecision } from './read-decision.js'
import { keep } from './read-images.js'
import { containerInputs } from './read-overrides.js'
import { readRollback } from './read-rollback.js'

const familyPattern = /^[\w-]{1,255}$/

/** Each changes the definition. */
const changingInputs: readonly InputName[] = [
  'image',
  'images',
  ...containerInputs,
  'task-role-arn',
  'execution-role-arn',
  'tags',
]

const names = ['task-definition', 'task-definition-arn', 'task-definition-family'] as const

export function readSource(form: InputForm): TaskDefinitionSource {
  const { values, isSet, report } = form
  if (isSet('continue-deployment')) return readDecision(form, changingInputs)
  if (isSet('rollback')) return { kind: 'rollback', to: readRollback(form, changingInputs) }
  const [file, arn, family] = names.map(name => values[name])
  const [first, ...more] = names.filter(isSet)
  for (const name of more) report(name, `is set, and so is ${first}: use only one of them`)
  const revision = readRevision(form)
  const asIs = isSet('service') && !changes(form)
  if (file) return { kind: 'file', path: file }
  if (arn) {
    const problem = revisionProblem(arn)
    if (problem) report('task-definition-arn', problem)
    return { kind: 'registered', name: arn, input: 'task-definition-arn', asIs }
  }
  if (!family) return { kind: 'live' }
  if (!familyPattern.test(family)) report('task-definition-family', familyProblem(family))
  if (!revision) return { kind: 'registered', name: family, input: 'task-definition-family', asIs }
  return { kind: 'registered', name: `${family}:${revision}`, input: 'task-definition-revision', asIs }
}

/** `image: keep` changes nothing. */
function changes({ values, isSet }: InputForm): boolean {
  return changingInputs.some(name => isSet(name) && !(name === 'image' && values.image === keep))
}

function readRevision({ values, isSet, report }: InputForm): string | undefined {
  const revision = values['task-definition-revision']
  if (revision === '') return undefined
  if (!/^[1-9]\d{0,9}$/.test(revision)) {
    report(
      'task-definition-revision',
      `${quote(revision)} is not the number of a revision: write a number such as 7, or remove the input to use the latest ACTIVE revision`,
    )
    return undefined
  }
  if (isSet('task-definition-family')) return revision
  report('task-definition-revision', 'is set without task-definition-family: set the family, too')
  return undefined
}

/** Undefined: the value names one revision. */
function revisionProblem(value: string): string | undefined {
  if (namesRevision(value)) return undefined
  const family = /^(?:arn:[^:]+:ecs:[^:]+:\d{12}:task-definition\/)?([\w-]{1,255})$/.exec(value)?.[1]
  if (family === undefined)
    return `${quote(value)} is not a revision of a task definition: write family:revision (web:7) or its ARN`
  return `${quote(value)} has no revision: write ${family}:7 with the number that you want, or set task-definition-family: ${family} instead, which means its latest ACTIVE revision`
}

function familyProblem(value: string): string {
  const [, family, revision] = /^([\w-]{1,255}):([1-9]\d{0,9})$/.exec(value) ?? []
  if (family === undefined) return `${quote(value)} is not a family: letters, digits, - and _`
  return `${quote(value)} has a revision: write task-definition-arn: ${family}:${revision}, or task-definition-family: ${family} and task-definition-revision: ${revision}`
}
