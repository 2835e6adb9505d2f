import { healthy } from './healthy.js'
import type { Scenario } from './scenario.js'

export const lostUpdate: Scenario = {
  ...healthy,
  name: 'lost-update',
  title: 'UpdateService takes effect, but its response never arrives: sending it again would deploy twice.',
  outcome: 'succeeded',
  during: 'The connection breaks after the first UpdateService has taken effect.',
  faults: [{ kind: 'connection-reset', when: 'after-effect', operations: ['UpdateService'], times: 1 }],
}
