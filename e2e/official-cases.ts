/** Workflows of the actions of AWS, against the simulator. */
import type { Case } from './case.js'
import { push, stepsOf } from './case-words.js'

export const officialCases: readonly Case[] = [
  {
    shows: 'the actions of AWS log in, render and deploy',
    workflow: 'e2e/workflows/official-actions.yml',
    requires: 'official-actions',
    runs: [
      {
        on: push,
        expect: {
          green: true,
          steps: stepsOf('deploy', [
            'actions/checkout',
            'Simulator',
            'Credentials',
            'A docker that only notes what it is asked for',
            'Login',
            'The definition that serves',
            'Render',
            'Deploy',
            'It serves',
            'Post Login',
            'Post Credentials',
            'Post Simulator',
          ]),
          changes: [],
          services: {},
        },
      },
    ],
  },
]
