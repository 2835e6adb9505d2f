import { expect, test } from '@jest/globals'
import { revisionText } from '../../../src/report/log/plan-lines.js'
import { aPlan, aRegistration, aRevision, aServicePlan } from '../../support/rollout-builders.js'
import { revisionArn } from '../../support/service-builders.js'

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
