/** The only source of randomness: seeded (mulberry32). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  /** Within 10%. */
  jitter(ms: number): number {
    return Math.round(ms * (0.9 + 0.2 * this.next()))
  }

  draw(alphabet: string, length: number): string {
    let drawn = ''
    while (drawn.length < length) drawn += alphabet[Math.floor(this.next() * alphabet.length)]
    return drawn
  }

  hex(length: number): string {
    return this.draw('0123456789abcdef', length)
  }

  /** A 64-bit number: 19 digits, or 20 with a leading 0 or 1. */
  revisionDigits(): string {
    if (this.next() >= 0.3) return this.draw('0123456789', 19)
    return this.draw('01', 1) + this.draw('01234567', 1) + this.draw('0123456789', 18)
  }

  serviceDeploymentId(): string {
    return this.draw('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-', 21)
  }

  hookToken(): string {
    return this.draw('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-', 43)
  }

  uuid(): string {
    return [8, 4, 4, 4, 12].map(length => this.hex(length)).join('-')
  }
}
