/** Nothing else opens or closes log groups. Names can hold secrets, too: each line is redacted. */
import { type Annotation, redactAnnotation } from '../core/errors/annotation.js'
import type { Notice } from '../core/errors/notice.js'
import { redact } from '../core/redaction/redact.js'
import type { Runner } from '../ports.js'
import { noticeAnnotation } from '../report/annotations/notice-annotation.js'

export class RunLog {
  readonly #runner: Pick<Runner, 'annotate' | 'log' | 'group' | 'ungroup'>
  #group: string | undefined
  #isOpen = false

  constructor(runner: Pick<Runner, 'annotate' | 'log' | 'group' | 'ungroup'>) {
    this.#runner = runner
  }

  line(line: string): void {
    this.#open()
    this.#runner.log(redact(line, []))
  }

  annotate(annotation: Annotation): void {
    this.#runner.annotate(redactAnnotation(annotation))
  }

  notices(notices: readonly Notice[]): void {
    for (const notice of notices) {
      const annotation = noticeAnnotation(notice)
      if (annotation) this.annotate(annotation)
      else this.line(`  ℹ ${notice.text}`)
    }
  }

  /** The first line of a group opens it: a group without lines does not appear. */
  enter(group: string | undefined): void {
    if (group === this.#group) return
    if (this.#isOpen) this.#runner.ungroup()
    this.#group = group
    this.#isOpen = false
  }

  section(title: string, lines: readonly string[]): void {
    this.enter(title)
    for (const line of lines) this.line(line)
    this.enter(undefined)
  }

  #open(): void {
    if (this.#isOpen || this.#group === undefined) return
    this.#runner.group(redact(this.#group, []))
    this.#isOpen = true
  }
}
