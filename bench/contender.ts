/** The actions that are measured, and the inputs that each gets in a scenario. */
import { resolve } from 'node:path'
import { completeInputs, readAction } from '../simulator/demo/action.js'
import type { Scenario } from '../simulator/scenarios/scenario.js'
import { type PeerInputs, peerInputs } from './peer-inputs.js'

export interface Contender {
  readonly name: string
  readonly main: string
  inputsFor(scenario: Scenario): PeerInputs
}

/** With every default of action.yml, as the runner starts it. */
export async function thisAction(): Promise<Contender> {
  const action = await readAction(resolve('.'))
  return {
    name: 'this action',
    main: action.main,
    inputsFor: ({ inputs, files }) => ({
      kind: 'ready',
      inputs: completeInputs(action, inputs),
      files,
    }),
  }
}

/** With its default pauses, which grow up to two minutes, and with the shortest pauses that it accepts. */
export function peers(path: string): readonly Contender[] {
  const main = resolve(path)
  return [
    { name: 'peer', main, inputsFor: peerInputs },
    {
      name: 'peer, 15 s',
      main,
      inputsFor(scenario) {
        const ready = peerInputs(scenario)
        if (ready.kind === 'left-out') return ready
        return { ...ready, inputs: { ...ready.inputs, 'wait-max-delay-seconds': '15' } }
      },
    },
  ]
}
