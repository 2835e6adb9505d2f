import { expect, test } from '@jest/globals'
import { buildHistory, type HistoryData, historyContext } from '../../../../src/core/outcome/history.js'
import type { Outcome } from '../../../../src/core/outcome/outcome.js'
import { outcomes } from '../../../support/outcomes.js'
import { historyData } from '../../../support/report-context.js'
import { revisionArn } from '../../../support/service-builders.js'

function historyOf(name: string, read: HistoryData = historyData) {
  const acquaintance = historyContext(outcomes[name] as Outcome)
  if (!acquaintance) throw new Error(`${name} has no history`)
  return buildHistory(acquaintance, read)
}

test('each deployment has its revision, its images and the commit from its tags', () => {
  const [ours, previous, older] = historyOf('rolled-back').deployments
  expect([ours?.taskDefinition, ours?.stage, ours?.provenance.commit]).toStrictEqual([
    revisionArn('web:8'),
    'rolled-back',
    '9be21c4d1f6a0b3c5e7f8091a2b3c4d5e6f70819',
  ])
  expect(previous?.images).toMatchObject([{ container: 'app', digest: `sha256:${'a'.repeat(64)}` }])
  expect(previous?.provenance.commit).toMatch(/^1f3c9e0/)
  expect([older?.taskDefinition, older?.provenance]).toEqual([revisionArn('web:6'), {}])
})

test.each([
  { name: 'rolled-back', serves: ['web:7'] },
  { name: 'planned', serves: ['web:7'] },
  { name: 'started', serves: ['web:7'] },
  { name: 'superseded-completed', serves: [] },
])('$name: $serves serves', ({ name, serves }) => {
  expect(historyOf(name).serving.map(past => past.taskDefinition)).toEqual(serves.map(revisionArn))
})

const [own, ...others] = historyData.listed
test.each([
  { status: 'SUCCESSFUL', serves: true },
  { status: 'IN_PROGRESS', serves: true },
  { status: 'ROLLBACK_SUCCESSFUL', serves: false },
  { status: 'SOMETHING_NEW', serves: true },
])('a success whose service deployment reads $status is marked: $serves', ({ status, serves }) => {
  const { serving } = historyOf('succeeded', {
    ...historyData,
    listed: own ? [{ ...own, status }, ...others] : [],
  })
  expect(serving.length > 0).toBe(serves)
})

test('without service revisions the deployments that the service shows are still known', () => {
  const { deployments } = historyOf('rolled-back', { ...historyData, revisions: [] })
  expect(deployments.map(({ taskDefinition }) => taskDefinition)).toStrictEqual([
    revisionArn('web:8'),
    revisionArn('web:7'),
    undefined,
  ])
})

test.each([
  'refused-inputs',
  'registered',
  'planned-registration',
  'cancelled',
  'cancelled-before',
  'no-change',
])('%s requests no history', name => {
  expect(historyContext(outcomes[name] as Outcome)).toBeUndefined()
})
