/** `continue-deployment` acts on a deployment that exists: it registers nothing and changes no setting. */
import { serviceOfDeployment } from '../core/ecs/arn.js'
import type { Target } from '../core/ecs/service.js'
import { quoteReference } from '../core/errors/problem.js'
import type { PausedSource } from '../core/options/task-definition-source.js'
import type { InputForm } from './input-form.js'
import { splitList } from './input-row.js'
import type { InputName } from './input-table.js'

const deploying: readonly InputName[] = [
  'task-definition',
  'task-definition-arn',
  'task-definition-family',
  'task-definition-revision',
  'rollback',
  'placeholders',
  'container-name',
  'bump-desired-count',
]

export function readDecision(form: InputForm, changing: readonly InputName[]): PausedSource {
  const { isSet, report, values } = form
  for (const name of [...deploying, ...changing].filter(isSet)) {
    const text =
      'is set, and so is continue-deployment, which acts on the deployment that waits and registers nothing: remove one of them'
    report(name, text)
  }
  if (values['run-task'])
    report('run-task', 'contradicts continue-deployment: the task ran before the deployment, or never')
  if (!values['wait-for-service-stability'])
    report('continue-deployment', 'contradicts wait-for-service-stability: false: use only one of them')
  if (splitList(values.service, /[\n,]/).length > 1)
    report('continue-deployment', 'decides for one deployment: set one service, in a step for each')
  const arn = values['service-deployment-arn']
  if (arn === '' && !isSet('service')) {
    report('service', 'is empty, but continue-deployment is set: set the service, or service-deployment-arn')
  }
  const action = values['continue-deployment'] === 'rollback' ? 'ROLLBACK' : 'CONTINUE'
  return { kind: 'paused', action, serviceDeploymentArn: arn || undefined }
}

/** The service of `service-deployment-arn`. Undefined: not set, or unreadable. */
export function deploymentTarget({ isSet, report, values }: InputForm): Target | undefined {
  const arn = values['service-deployment-arn']
  if (arn === '') return undefined
  if (!isSet('continue-deployment')) {
    report('continue-deployment', 'is empty, but service-deployment-arn is set: write continue or rollback')
    return undefined
  }
  const target = serviceOfDeployment(arn)
  if (!target) {
    report('service-deployment-arn', `${quoteReference(arn)} is not the ARN of a service deployment`)
    return undefined
  }
  const { service } = values
  if (service !== '' && service.slice(service.lastIndexOf('/') + 1) !== target.service) {
    report('service', `is not the service of service-deployment-arn, ${target.service}`)
  }
  return target
}
