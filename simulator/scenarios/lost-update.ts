import { healthy } from './healthy.js'
import type { Scenario } from './scenario.js'

export const lostUpdate: Scenario = {
  ...healthy,
  name: 'lost-update',
  title: 'UpdateService takes effect, and its answer never arrives: to send it again would deploy twice.',
  outcome: 'succeeded',
  during: 'The connection breaks after the first UpdateService took effect.',
  faults: [{ kind: 'connection-reset', when: 'after-effect', operations: ['UpdateService'], times: 1 }],
}
