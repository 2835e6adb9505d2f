import { expect, test } from '@jest/globals'
import { revisionText } from '../../../src/report/log/plan-lines.js'
import { nothingRegistered, plannedTaskText } from '../../../src/report/log/task-lines.js'
import { plannedVerificationText } from '../../../src/report/log/verification-lines.js'
import { aPlan, aRegistration, aRevision, aServicePlan } from '../../support/rollout-builders.js'
import { revisionArn } from '../../support/service-builders.js'
import { aMigration } from '../../support/task-outcomes.js'

const previous = revisionArn('web:7')

test.each([
  { name: 'the next one', plan: aPlan({ services: [aServicePlan({ previous })] }), text: 'web:7 → new' },
  {
    name: 'of another family',
    plan: aPlan({
      revision: aRevision({ family: 'web-app' }),
      services: [aServicePlan({ previous })],
    }),
    text: 'web:7 → web-app, new',
  },
  { name: 'for no service', plan: aRegistration(), text: 'web, new' },
])('$name: $text', ({ plan, text }) => {
  expect(revisionText(plan)).toBe(text)
})

test.each([
  { name: 'the next one', plan: aPlan({ services: [aServicePlan({ previous })] }), text: 'web:7 → web:8' },
  {
    name: 'of a service that runs nothing',
    plan: aPlan({ services: [aServicePlan({ previous: undefined })] }),
    text: 'web:8',
  },
])('after registration: $name: $text', ({ plan, text }) => {
  expect(revisionText(plan, undefined, { arn: revisionArn('web:8'), revision: '8' })).toBe(text)
})

const ofFile = aMigration.revision
const ofServices = { kind: 'planned' } as const
const firstOfFile = { ...ofFile, latest: undefined }
const registered = {
  revision: { arn: revisionArn('web:8'), revision: '8' },
  registeredForTask: { arn: revisionArn('web-migration:4'), revision: '4' },
}

test.each([
  {
    name: 'of a file',
    revision: ofFile,
    before: 'web-migration:3 → new',
    after: 'web-migration:3 → web-migration:4',
  },
  { name: 'first of a file', revision: firstOfFile, before: 'web-migration, new', after: 'web-migration:4' },
  { name: 'of the services', revision: ofServices, before: 'web, new', after: 'web:8' },
])('what a task runs, $name: $before, then $after', ({ revision, before, after }) => {
  const task = { ...aMigration, revision }
  const verification = { url: undefined, task, onFailure: 'fail' } as const
  const plan = aPlan({ task, verification })
  expect(plannedTaskText(plan)?.startsWith(before)).toBe(true)
  expect(plannedTaskText(plan, registered)?.startsWith(after)).toBe(true)
  expect(plannedVerificationText(plan, nothingRegistered)).toContain(`task ${before}`)
  expect(plannedVerificationText(plan, registered)).toContain(`task ${after}`)
})
