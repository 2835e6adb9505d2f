/**
 * One virtual clock for many: any number of action runs and the simulator that they all talk to. Nobody sleeps. Time
 * moves to the earliest waiter only when nothing else can happen: every participant waits for the clock or for an
 * answer, and every answer that is awaited is held back on the clock as well. One waiter is woken at a time, in the
 * order of time and then of waiting, so that the same runs give the same history.
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
  /** Waits of nobody who takes part: the server's, before answers that it holds back. */
  #delayedResponses = 0
  #step: NodeJS.Immediate | undefined
  #unfollow: (() => void) | undefined

  constructor(start: number = Date.UTC(2026, 0, 15, 9)) {
    this.#now = start
  }

  now(): number {
    return this.#now
  }

  /** Takes part from here on until `work` is over. Those who begin together begin one after the other. */
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

  /** Ends early, without time moving, when `until` is aborted. */
  wait(ms: number, until?: AbortSignal): Promise<void> {
    if (!(ms >= 0)) throw new RangeError(`time moves forwards, not by ${ms} ms`)
    if (until?.aborted) return Promise.resolve()
    const participant = this.#current.getStore()
    this.#count(participant, +1)
    // Whole milliseconds, as a machine's clock has them, and never too early.
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

  /** A request begins; returns what to do when it is over. */
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
   * A turn of the event loop later, when whoever was woken has gone on as far as it can without waiting. Whatever
   * happens in between puts it off.
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
