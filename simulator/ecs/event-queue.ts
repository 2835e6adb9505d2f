type Entry = { readonly at: number; readonly sequence: number; readonly run: () => void }

/** Simultaneous events keep the order in which they were added. */
export class EventQueue {
  readonly #heap: Entry[] = []
  #sequence = 0

  get size(): number {
    return this.#heap.length
  }

  add(at: number, run: () => void): void {
    const entry = { at, sequence: this.#sequence++, run }
    this.#heap.push(entry)
    let child = this.#heap.length - 1
    while (child > 0) {
      const parent = (child - 1) >> 1
      if (!this.#isBefore(child, parent)) break
      this.#swap(child, parent)
      child = parent
    }
  }

  takeDue(until: number): Entry | undefined {
    const first = this.#heap[0]
    if (first === undefined || first.at > until) return undefined
    const last = this.#heap.pop() as Entry
    if (this.#heap.length > 0) {
      this.#heap[0] = last
      this.#sink()
    }
    return first
  }

  #sink(): void {
    let parent = 0
    for (;;) {
      const left = 2 * parent + 1
      if (left >= this.#heap.length) return
      const right = left + 1
      const child = right < this.#heap.length && this.#isBefore(right, left) ? right : left
      if (!this.#isBefore(child, parent)) return
      this.#swap(child, parent)
      parent = child
    }
  }

  #isBefore(a: number, b: number): boolean {
    const x = this.#heap[a] as Entry
    const y = this.#heap[b] as Entry
    return x.at === y.at ? x.sequence < y.sequence : x.at < y.at
  }

  #swap(a: number, b: number): void {
    const x = this.#heap[a] as Entry
    this.#heap[a] = this.#heap[b] as Entry
    this.#heap[b] = x
  }
}
