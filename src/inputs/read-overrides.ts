import { quote } from '../core/errors/problem.js'
import type { ContainerOverrides, Overrides } from '../core/task-definition/overrides.js'
import { enumerate } from '../core/text/enumerate.js'
import { showName } from '../core/text/name.js'
import type { InputForm } from './input-form.js'
import type { InputName } from './input-table.js'

/** For the containers of `container-name`. */
export const containerInputs: readonly InputName[] = [
  'environment-variables',
  'secrets',
  'env-files',
  'docker-labels',
  'command',
  'log-configuration-log-driver',
  'log-configuration-options',
]

export function readOverrides(form: InputForm): Overrides {
  return {
    container: readContainer(form),
    taskRoleArn: form.values['task-role-arn'],
    executionRoleArn: form.values['execution-role-arn'],
  }
}

function readContainer(form: InputForm): ContainerOverrides | undefined {
  const { values, isSet } = form
  reportSharedNames(form)
  const used = containerInputs.filter(isSet)
  if (used.length === 0) return undefined
  const containers = values['container-name']
  if (form.isUnreadable('container-name')) return undefined
  if (containers.length === 0) {
    const names = isSet('image') ? ['image', ...used] : used
    const verb = names.length === 1 ? 'is' : 'are'
    const problem = `is empty, but ${enumerate(names)} ${verb} set: name the container that gets it`
    form.report('container-name', problem)
    return undefined
  }
  return {
    containers,
    environment: values['environment-variables'],
    secrets: values.secrets,
    dockerLabels: values['docker-labels'],
    logOptions: values['log-configuration-options'],
    environmentFiles: values['env-files'],
    command: values.command,
    logDriver: values['log-configuration-log-driver'],
  }
}

/** A variable has a value or a secret, not both. */
function reportSharedNames({ values, report }: InputForm): void {
  const variables = new Set(values['environment-variables'].map(({ key }) => key))
  for (const { key } of values.secrets)
    if (variables.has(key)) report('secrets', `${quote(showName(key))} is also in environment-variables`)
}
