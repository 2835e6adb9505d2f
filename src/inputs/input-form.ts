import { type InputName, type InputValues, inputNames, inputTable } from './input-table.js'

export interface InputForm {
  readonly values: InputValues
  readonly isSet: (name: InputName) => boolean
  /** Its problem is reported; the value is the default. */
  readonly isUnreadable: (name: InputName) => boolean
  readonly report: (subject: InputName, problem: string) => void
}

export function parseInputs(get: (name: string) => string, report: InputForm['report']): InputForm {
  const isSet = (name: InputName) => get(name).trim() !== ''
  const unreadable = new Set<InputName>()
  const parse = (name: InputName): unknown => {
    const row = inputTable[name]
    return row.parse(isSet(name) ? get(name) : row.default, problem => {
      unreadable.add(name)
      report(name, problem)
    })
  }
  const values = Object.fromEntries(inputNames.map(name => [name, parse(name)])) as InputValues
  return { values, isSet, isUnreadable: name => unreadable.has(name), report }
}
