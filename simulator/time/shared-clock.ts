/**
 * One virtual clock for any number of action runs and their simulator. Time advances to the earliest waiter
 * only when every participant waits for the clock or for a delayed response. One waiter continues at a time,
 * in a fixed order: runs are reproducible.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { EventQueue } from '../ecs/event-queue.js'
import type { WaitingClock } from './clock.js'
import { followRequests } from './follow-requests.js'

interface Participant {
  waits: number
  requests: number
}

export class SharedClock implements WaitingClock {
  readonly followable = false
  readonly #waiters = new EventQueue()
  readonly #participants = new Set<Participant>()
  readonly #current = new AsyncLocalStorage<Participant>()
  #now: number
  #requests = 0
  /** The server's delayed responses, outside of participants. */
  #delayedResponses = 0
  #step: NodeJS.Immediate | undefined
  #unfollow: (() => void) | undefined

  constructor(start: number = Date.UTC(2026, 0, 15, 9)) {
    this.#now = start
  }

  now(): number {
    return this.#now
  }

  /** Participants that start together run one after the other. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const participant = { waits: 0, requests: 0 }
    this.#enter(participant)
    try {
      return await this.#current.run(participant, async () => {
        await this.wait(0)
        return await work()
      })
    } finally {
      this.#leave(participant)
    }
  }

  /** Aborting `until` ends the wait early, without advancing time. */
  wait(ms: number, until?: AbortSignal): Promise<void> {
    if (!(ms >= 0)) throw new RangeError(`time moves forwards, not by ${ms} ms`)
    if (until?.aborted) return Promise.resolve()
    const participant = this.#current.getStore()
    this.#count(participant, +1)
    // Whole milliseconds.
    const at = this.#now + Math.ceil(ms)
    return new Promise(resolve => {
      let isOver = false
      const finish = () => {
        if (isOver) return
        isOver = true
        until?.removeEventListener('abort', finish)
        this.#count(participant, -1)
        resolve()
      }
      until?.addEventListener('abort', finish)
      this.#waiters.add(at, () => {
        if (isOver) return
        this.#now = Math.max(this.#now, at)
        finish()
      })
    })
  }

  #enter(participant: Participant): void {
    this.#unfollow ??= followRequests(() => this.#begin())
    this.#participants.add(participant)
  }

  #leave(participant: Participant): void {
    this.#participants.delete(participant)
    if (this.#participants.size === 0) {
      this.#unfollow?.()
      this.#unfollow = undefined
    }
    this.#scheduleStep()
  }

  /** Returns a function that ends the request. */
  #begin(): () => void {
    const participant = this.#current.getStore()
    this.#requests += 1
    if (participant) participant.requests += 1
    return () => {
      this.#requests -= 1
      if (participant) participant.requests -= 1
      this.#scheduleStep()
    }
  }

  #count(participant: Participant | undefined, change: 1 | -1): void {
    if (participant) participant.waits += change
    else this.#delayedResponses += change
    this.#scheduleStep()
  }

  /**
   * Waits one turn of the event loop, so that whoever just continued gets as far as it can. Any event
   * restarts the wait.
   */
  #scheduleStep(): void {
    if (this.#step) clearImmediate(this.#step)
    this.#step = setImmediate(() => {
      this.#step = undefined
      if (!this.#isIdle()) return
      this.#waiters.takeDue(Number.POSITIVE_INFINITY)?.run()
    })
  }

  #isIdle(): boolean {
    const all = [...this.#participants]
    return (
      this.#requests <= this.#delayedResponses && all.every(({ waits, requests }) => waits + requests > 0)
    )
  }
}
