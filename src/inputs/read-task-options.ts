/** The names and formats are those of aws-actions/amazon-ecs-deploy-task-definition. */
import type { TaskOptions } from '../core/options/task-options.js'
import type { InputForm } from './input-form.js'
import { readVolume, reportHalfVolume } from './read-volume.js'

/** `cluster`: of the service, or of the input without one. */
export function readTaskOptions(form: InputForm, cluster: string): TaskOptions | undefined {
  const { values } = form
  reportTaskContradictions(form)
  const verifies = (values['verify-task-command'] ?? []).length > 0
  if (values['run-task'] || verifies) reportHalfVolume(form, 'run-task')
  if (!values['run-task']) return undefined
  return {
    ...sharedOptions(form, cluster),
    definition: values['run-task-definition'],
    overrides: values['run-task-container-overrides'],
    command: commandOf(form, 'run-task-command', 'use run-task-container-overrides'),
    wait: values['wait-for-task-stopped'] ? { minutes: values['wait-for-minutes'] } : undefined,
  }
}

/** Of the new revision, in the network and capacity of `run-task`. */
export function readVerifyingTask(form: InputForm, cluster: string): TaskOptions | undefined {
  const { values } = form
  if (values['verify-task-command']?.length === 0)
    form.report('verify-task-command', 'is an empty array: name the command that verifies')
  const command = commandOf(form, 'verify-task-command', 'name one of them')
  if (!command) return undefined
  const wait = { minutes: values['wait-for-minutes'] }
  return { ...sharedOptions(form, cluster), definition: undefined, overrides: [], command, wait }
}

function commandOf(
  { report, values }: InputForm,
  input: 'run-task-command' | 'verify-task-command',
  instead: string,
): TaskOptions['command'] {
  const words = values[input] ?? []
  const containers = values['container-name']
  if (words.length === 0) return undefined
  if (containers.length > 1)
    report(input, `is for one container, but container-name names several: ${instead}`)
  const [container] = containers
  return { words, container }
}

type SharedOptions = Omit<TaskOptions, 'definition' | 'overrides' | 'command' | 'wait'>

function sharedOptions(form: InputForm, cluster: string): SharedOptions {
  const { values } = form
  return {
    cluster,
    network: {
      subnets: values['run-task-subnets'],
      securityGroups: values['run-task-security-groups'],
      assignPublicIp: values['run-task-assign-public-IP'],
    },
    launchType: values['run-task-launch-type'],
    strategy: values['run-task-capacity-provider-strategy'],
    startedBy: values['run-task-started-by'],
    tags: values['run-task-tags'],
    managedTags: values['enable-ecs-managed-tags'],
    propagatesTags: values['propagate-tags'] === 'TASK_DEFINITION',
    volume: readVolume(form, 'run-task'),
    onCancel: values['run-task-on-cancel'],
  }
}

function reportTaskContradictions({ isSet, report, values }: InputForm): void {
  if (isSet('run-task-launch-type') && values['run-task-capacity-provider-strategy'])
    report('run-task-launch-type', 'contradicts run-task-capacity-provider-strategy: use only one of them')
  const command = values['run-task-command']
  const names = values['container-name']
  const isTwice = values['run-task-container-overrides'].some(
    ({ command: other, name }) => other !== undefined && names.includes(String(name)),
  )
  if (command && command.length > 0 && isTwice)
    report(
      'run-task-command',
      'is set, and so is a command in run-task-container-overrides: use only one of them',
    )
}
