/** An input that came out empty is like an absent one: what happens instead is said first (docs/adr/0031). */
import { resourceName } from '../core/ecs/arn.js'
import { firstNotice, firstWarning, type Notice } from '../core/errors/notice.js'
import type { InputForm } from './input-form.js'
import type { InputRow } from './input-row.js'
import { type InputName, inputNames, inputTable } from './input-table.js'
import type { Inputs } from './inputs.js'
import { isChanged } from './unused-inputs.js'

const rows: Readonly<Record<InputName, InputRow<unknown>>> = inputTable

/** One of them says which definition is meant. */
const definitionInputs: readonly InputName[] = [
  'task-definition',
  'task-definition-arn',
  'task-definition-family',
  'rollback',
  'container-name',
  'image',
  'images',
  'task-role-arn',
  'execution-role-arn',
  'tags',
]

/** They say how to deploy, and change nothing by themselves. */
const manners: readonly InputName[] = ['skip-unchanged', 'bump-desired-count', 'in-flight']

export function emptyInputNotices(get: (name: string) => string, form: InputForm, inputs: Inputs): Notice[] {
  return [...redeployment(get, form, inputs), ...latestRevision(form), ...newestDeployment(inputs)]
}

function redeployment(get: (name: string) => string, form: InputForm, { source, targets }: Inputs): Notice[] {
  if (source.kind === 'paused') return []
  const { isSet, values } = form
  const changes = (name: InputName) => isSet(name) && isChanged(get, name)
  if (targets.length === 0 || definitionInputs.some(changes) || values['force-new-deployment']) return []
  const settings = inputNames.filter(name => rows[name].needs === 'service' && !manners.includes(name))
  const ifMeant = 'If image, task-definition-arn or rollback should have a value, it came out empty.'
  if (settings.some(changes)) {
    const text = `The inputs set no image and no task definition: the task definition that serves now is deployed again, with these settings. ${ifMeant}`
    return [firstNotice(text)]
  }
  const what = values['skip-unchanged']
    ? 'there is nothing new to deploy'
    : 'the task definition that serves now is deployed again'
  const restart = 'If a restart is meant, set force-new-deployment: true.'
  return [
    firstWarning(
      `The inputs set no image, no task definition and no setting: ${what}. ${ifMeant} ${restart}`,
    ),
  ]
}

function latestRevision({ isSet, values }: InputForm): Notice[] {
  if (!isSet('task-definition-family') || isSet('task-definition-revision')) return []
  const family = values['task-definition-family']
  return [firstNotice(`task-definition-revision is empty: the latest ACTIVE revision of ${family} is used.`)]
}

function newestDeployment({ source, targets: [target] }: Inputs): Notice[] {
  if (source.kind !== 'paused' || source.serviceDeploymentArn !== undefined || !target) return []
  return [
    firstNotice(
      `service-deployment-arn is empty: continue-deployment acts on the newest deployment of ${resourceName(target.service)}, whoever started it.`,
    ),
  ]
}
