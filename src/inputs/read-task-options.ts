/** The names and formats are those of aws-actions/amazon-ecs-deploy-task-definition. */
import type { TaskOptions } from '../core/options/task-options.js'
import { definedMembers } from '../core/text/defined-members.js'
import type { JsonObject } from '../core/text/json.js'
import type { InputForm } from './input-form.js'

/** `cluster`: of the service, or of the input without one. */
export function readTaskOptions(form: InputForm, cluster: string): TaskOptions | undefined {
  const { values, report } = form
  reportTaskContradictions(form)
  if (!values['run-task']) return undefined
  const overrides = values['run-task-container-overrides']
  const words = values['run-task-command'] ?? []
  const containers = values['container-name']
  if (words.length > 0 && containers.length > 1)
    report(
      'run-task-command',
      'is for one container, but container-name names several: use run-task-container-overrides',
    )
  const [container] = containers
  const command = words.length > 0 ? { words, container } : undefined
  return {
    cluster,
    definition: values['run-task-definition'],
    overrides,
    command,
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
    volume: volumeOf(form),
    wait: values['wait-for-task-stopped'] ? { minutes: values['wait-for-minutes'] } : undefined,
    onCancel: values['run-task-on-cancel'],
  }
}

function volumeOf({ isSet, report, values }: InputForm): JsonObject | undefined {
  const name = values['run-task-managed-ebs-volume-name']
  const managedEBSVolume = values['run-task-managed-ebs-volume']
  if (name === '' && !managedEBSVolume) return undefined
  if (name === '')
    report('run-task-managed-ebs-volume-name', 'is empty, but run-task-managed-ebs-volume is set')
  if (!isSet('run-task-managed-ebs-volume'))
    report('run-task-managed-ebs-volume', 'is empty, but run-task-managed-ebs-volume-name is set')
  return definedMembers({ name, managedEBSVolume }) as JsonObject
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
