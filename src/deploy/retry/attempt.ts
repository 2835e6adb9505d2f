/** An optional look: a fault is an answer, too. */
import { Fault, whyUnseen } from '../../core/errors/api-error.js'
import type { Seen } from '../../core/resources/lookup.js'
import { clean } from '../../core/task-definition/redact.js'

export async function see<T>(look: () => Promise<T>): Promise<Seen<T>> {
  try {
    return { kind: 'seen', value: await look() }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return { kind: 'unseen', why: clean(whyUnseen(fault), []) }
  }
}
