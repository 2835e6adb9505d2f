import { type InputName, type InputValues, inputNames, inputTable } from './input-table.js'

export interface InputForm {
  readonly values: InputValues
  readonly isSet: (name: InputName) => boolean
  readonly report: (subject: InputName, problem: string) => void
}

export function parseInputs(get: (name: string) => string, report: InputForm['report']): InputForm {
  const isSet = (name: InputName) => get(name).trim() !== ''
  const parse = (name: InputName): unknown => {
    const row = inputTable[name]
    return row.parse(isSet(name) ? get(name) : row.default, problem => report(name, problem))
  }
  const values = Object.fromEntries(inputNames.map(name => [name, parse(name)])) as InputValues
  return { values, isSet, report }
}
