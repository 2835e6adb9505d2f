import type { MiddlewareStack } from '@smithy/types'

/** What is common to the SDK's clients. */
export interface Client {
  // biome-ignore lint/suspicious/noExplicitAny: each client has commands of its own
  readonly middlewareStack: Pick<MiddlewareStack<any, any>, 'add' | 'use'>
}
