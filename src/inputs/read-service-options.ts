import { quote } from '../core/errors/problem.js'
import type { ServiceOptions } from '../core/options/service-options.js'
import type { InputForm } from './input-form.js'

export function readServiceOptions(form: InputForm): ServiceOptions {
  const { values } = form
  const alarms = values.alarms
  reportContradictions(form)
  return {
    breaker: {
      mode: values['circuit-breaker'],
      threshold: values['circuit-breaker-threshold'],
      resetOnHealthyTask: values['circuit-breaker-reset-on-healthy-task'],
    },
    inFlight: values['in-flight'],
    forceNewDeployment: values['force-new-deployment'],
    minimumHealthyPercent: values['minimum-healthy-percent'],
    maximumPercent: values['maximum-percent'],
    bakeTimeInMinutes: values['bake-time-minutes'],
    desiredCount: values['desired-count'],
    bumpDesiredCount: values['bump-desired-count'],
    enableEcsManagedTags: values['enable-ecs-managed-tags'],
    propagateTags: values['propagate-tags'],
    alarms: alarms.length === 0 ? undefined : { names: alarms, rollback: values['alarms-rollback'] },
  }
}

function reportContradictions({ values, report }: InputForm): void {
  const desired = values['desired-count']
  const bump = values['bump-desired-count']
  if (values['minimum-healthy-percent'] === 100 && values['maximum-percent'] === 100) {
    const text = 'together with minimum-healthy-percent 100 lets no task start or stop'
    report('maximum-percent', `${quote('100')} ${text}`)
  }
  if (desired !== undefined && bump !== undefined && bump < desired)
    report('bump-desired-count', `${quote(String(bump))} is less than desired-count, ${desired}`)
  if (bump !== undefined && !values['wait-for-service-stability']) {
    const text = 'needs wait-for-service-stability: true, since nobody else would put the count back'
    report('bump-desired-count', text)
  }
  if (values['skip-unchanged'] && values['force-new-deployment'])
    report('skip-unchanged', 'contradicts force-new-deployment: give one of them')
}
