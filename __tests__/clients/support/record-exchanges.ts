/** Records all that a client requests and gets, and holds it against the models of the services when its tests are over. */
import { afterAll, expect } from '@jest/globals'
import type { RecordedRequest } from '../../../simulator/protocol/recorded-request.js'
import { type Exchange, isModeled, problemsOf } from './check-exchanges.js'

export interface Observers {
  onAnswer(operation: string, response: object): void
  onResponse(request: RecordedRequest): void
}

/** Options of a server. What it records is checked after the last test of the file. */
export function recordExchanges(): Observers {
  const { observers, exchanges } = openRecord()
  afterAll(() => expect(problemsOf(exchanges)).toStrictEqual([]))
  return observers
}

export function openRecord(): { readonly observers: Observers; readonly exchanges: readonly Exchange[] } {
  const exchanges: Exchange[] = []
  // The endpoint reports an answer and its request without another one in between.
  let answer: object | undefined
  const observers: Observers = {
    onAnswer: (_, response) => {
      answer = response
    },
    onResponse: ({ service, operation, input, status }) => {
      if (answer !== undefined && status === 200 && isModeled(service)) {
        exchanges.push(structuredCloneOf({ service, operation, input, answer }))
      }
      answer = undefined
    },
  }
  return { observers, exchanges }
}

/** As it is now: the world goes on. */
function structuredCloneOf(exchange: object): Exchange {
  return JSON.parse(JSON.stringify(exchange))
}
