/** Who is measured, and how each is asked to do what a scenario asks. */
import { resolve } from 'node:path'
import { completeInputs, readAction } from '../simulator/demo/action.js'
import type { Scenario } from '../simulator/scenarios/scenario.js'
import { type PeerOrder, peerOrder } from './peer-order.js'

export interface Contender {
  readonly name: string
  readonly main: string
  order(scenario: Scenario): PeerOrder
}

/** As the runner starts it: with every default of action.yml. */
export async function ourselves(): Promise<Contender> {
  const action = await readAction(resolve('.'))
  return {
    name: 'this action',
    main: action.main,
    order: ({ inputs, files }) => ({ kind: 'order', inputs: completeInputs(action, inputs), files }),
  }
}

/** As it is by default, where its pauses grow up to two minutes, and with the shortest pauses that it can be given. */
export function peers(path: string): readonly Contender[] {
  const main = resolve(path)
  return [
    { name: 'peer', main, order: peerOrder },
    {
      name: 'peer, 15 s',
      main,
      order(scenario) {
        const order = peerOrder(scenario)
        if (order.kind === 'left-out') return order
        return { ...order, inputs: { ...order.inputs, 'wait-max-delay-seconds': '15' } }
      },
    },
  ]
}
