/** docs/simulator/reference.md and scenarios.md against what there is. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { defaultSettings } from '../../../simulator/ecs/settings.js'
import { scenarios } from '../../../simulator/scenarios/scenarios.js'

const reference = readFileSync('docs/simulator/reference.md', 'utf8')
const list = readFileSync('docs/simulator/scenarios.md', 'utf8')

/** The rows of the table under a heading, without its head: cells with their markup. */
function tableUnder(page: string, heading: string, nth = 0): string[][] {
  const section = page.split(/^#+ /m).find(text => text.startsWith(`${heading}\n`)) ?? ''
  const table = [...section.matchAll(/(?:^\|.*\|$\n?)+/gm)].map(([text]) => text)[nth] ?? ''
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map(row =>
      row
        .slice(1, -1)
        .split('|')
        .map(cell => cell.trim()),
    )
}

const names = (rows: string[][]) =>
  rows.flatMap(([first = '']) => [...first.matchAll(/`([^`]+)`/g)].map(([, name]) => name))

test('every scenario is listed with its outcome and its source in the documentation of AWS, in their order', () => {
  const rows = tableUnder(list, 'List').map(([name, , outcome, source]) => ({ name, outcome, source }))

  expect(rows).toStrictEqual(
    Object.values(scenarios).map(({ name, outcome }) => ({
      name: `\`${name}\``,
      outcome: `\`${outcome}\``,
      source: expect.stringMatching(/^`[A-Za-z_-]+`$/),
    })),
  )
})

test('every setting is listed, with its default', () => {
  const rows = tableUnder(reference, 'Settings').map(([name, value]) => [name, value])
  const inWords = (name: string, value: string | number | boolean | readonly number[]) =>
    name.endsWith('Ms') && value !== Number.POSITIVE_INFINITY
      ? `${[value]
          .flat()
          .map(ms => Number(ms) / 1000)
          .join(' to ')} s`
      : String(value)

  expect(rows).toStrictEqual(
    Object.entries(defaultSettings).map(([name, value]) => [`\`${name}\``, inWords(name, value)]),
  )
})

test('every fault and every way to target it is listed', () => {
  const source = readFileSync('simulator/protocol/faults/fault.ts', 'utf8')
  const kinds = [...source.matchAll(/readonly kind: '([a-z-]+)'/g)].map(([, kind]) => kind)
  const targets = [
    ...(/interface FaultTarget \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? '').matchAll(
      /^ {2}readonly (\w+)\?:/gm,
    ),
  ]

  expect(kinds.length).toBeGreaterThan(5)
  expect(names(tableUnder(reference, 'Faults'))).toStrictEqual(kinds)
  expect(targets.length).toBeGreaterThan(5)
  expect(names(tableUnder(reference, 'Faults', 1)).toSorted()).toStrictEqual(
    targets.map(([, name]) => name).toSorted(),
  )
})
