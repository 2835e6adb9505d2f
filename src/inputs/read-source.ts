/** A file, a registered revision, or what the service runs. */
import { quote } from '../core/errors/problem.js'
import type { TaskDefinitionSource } from '../core/options/task-definition-source.js'
import type { InputForm } from './input-form.js'

const names = ['task-definition', 'task-definition-arn', 'task-definition-family'] as const

export function readSource(form: InputForm): TaskDefinitionSource {
  const { values, isSet, report } = form
  const [file, arn, family] = names.map(name => values[name])
  const [first, ...more] = names.filter(isSet)
  for (const name of more) report(name, `is given, and so is ${first}: give one of them`)
  const revision = readRevision(form)
  if (file) return { kind: 'file', path: file }
  if (arn) {
    if (!/^arn:[^:]+:ecs:[^:]+:\d{12}:task-definition\/[\w-]+:\d+$/.test(arn))
      report('task-definition-arn', `${quote(arn)} is not the ARN of a task definition with its revision`)
    return { kind: 'registered', name: arn, input: 'task-definition-arn' }
  }
  if (!family) return { kind: 'live' }
  if (!/^[\w-]{1,255}$/.test(family))
    report('task-definition-family', `${quote(family)} is not a family: letters, digits, - and _`)
  if (!revision) return { kind: 'registered', name: family, input: 'task-definition-family' }
  return { kind: 'registered', name: `${family}:${revision}`, input: 'task-definition-revision' }
}

function readRevision({ values, isSet, report }: InputForm): string | undefined {
  const revision = values['task-definition-revision']
  if (revision === '') return undefined
  if (!/^[1-9]\d{0,9}$/.test(revision)) {
    report('task-definition-revision', `${quote(revision)} is not the number of a revision`)
    return undefined
  }
  if (isSet('task-definition-family')) return revision
  report('task-definition-revision', 'is given without task-definition-family: name the family')
  return undefined
}
