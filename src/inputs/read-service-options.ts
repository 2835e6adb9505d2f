import { type PlainOptions, plainSettings } from '../core/ecs/plain-settings.js'
import { quote } from '../core/errors/problem.js'
import type { ServiceOptions } from '../core/options/service-options.js'
import type { InputForm } from './input-form.js'
import type { InputRow } from './input-row.js'
import { type InputName, inputNames, inputTable } from './input-table.js'
import { readVolume, reportHalfVolume } from './read-volume.js'

export function readServiceOptions(form: InputForm): ServiceOptions {
  const { values } = form
  const alarms = values.alarms
  reportContradictions(form)
  reportHalfVolume(form, 'service')
  return {
    ...readPlainOptions(form),
    settingInputs: inputNames.filter(name => rows[name].setting && values[name] !== undefined),
    breaker: {
      mode: values['circuit-breaker'],
      threshold: values['circuit-breaker-threshold'],
      resetOnHealthyTask: values['circuit-breaker-reset-on-healthy-task'],
    },
    inFlight: values['in-flight'],
    forceNewDeployment: values['force-new-deployment'],
    bumpDesiredCount: values['bump-desired-count'],
    alarms: alarms.length === 0 ? undefined : { names: alarms, rollback: values['alarms-rollback'] },
    volume: readVolume(form, 'service'),
  }
}

const rows: Readonly<Record<InputName, InputRow<unknown>>> = inputTable

function readPlainOptions({ values }: InputForm): PlainOptions {
  const inputOf = new Map(inputNames.map(name => [rows[name].setting, name]))
  const entries = plainSettings.map(setting => {
    const input = inputOf.get(setting)
    return [setting, input && values[input]]
  })
  return Object.fromEntries(entries) as PlainOptions
}

function reportContradictions(form: InputForm): void {
  const { values, report } = form
  const desired = values['desired-count']
  const bump = values['bump-desired-count']
  if (values['minimum-healthy-percent'] === 100 && values['maximum-percent'] === 100) {
    const text = 'together with minimum-healthy-percent 100 allows no task to start or stop'
    report('maximum-percent', `${quote('100')} ${text}`)
  }
  if (desired !== undefined && bump !== undefined && bump < desired)
    report('bump-desired-count', `${quote(String(bump))} is less than desired-count, ${desired}`)
  if (bump !== undefined && !values['wait-for-service-stability']) {
    const text =
      'requires wait-for-service-stability: true, because otherwise nothing would restore the count'
    report('bump-desired-count', text)
  }
  reportGoals(form)
  if (values['skip-unchanged'] && values['force-new-deployment'])
    report('skip-unchanged', 'contradicts force-new-deployment: use only one of them')
  if (values['in-flight'] === 'join' && values['force-new-deployment'])
    report('in-flight', `${quote('join')} contradicts force-new-deployment: use only one of them`)
}

/** Where the step ends before the deployment. */
function reportGoals({ values, report }: InputForm): void {
  const goal = values['wait-until']
  if (goal === 'completed') return
  if (!values['wait-for-service-stability'])
    report('wait-until', `${quote(goal)} contradicts wait-for-service-stability: false: use only one of them`)
  if (values['bump-desired-count'] !== undefined) {
    const text = `contradicts wait-until: ${goal}, because the count would be restored while the deployment goes on: use only one of them`
    report('bump-desired-count', text)
  }
}
