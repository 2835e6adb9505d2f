/** Tells the story of a deployment to the log, line by line, and keeps it for the report. */
import { elapsed } from '../core/elapsed.js'
import { scrub } from '../core/redact.js'
import type { Task } from '../core/service/task.js'
import { longestSilenceWithoutAnswer } from '../core/watch/pace.js'
import type { Happening } from '../core/watch/progress.js'
import { nothingTold, tell } from '../core/watch/progress.js'
import type { Sight, Tracked } from '../core/watch/tracked.js'
import type { Verdict } from '../core/watch/verdict.js'

export interface Narrator {
  /** what this look adds */
  tell(sight: Sight, verdict: Verdict, stopped: readonly Task[]): void
  say(text: string, at: number): void
  /** that AWS gives no answer, unless something was said a moment ago */
  sayBlind(code: string, lastSeen: number, at: number): void
  happenings(): readonly Happening[]
}

/** `secrets` are taken out of every line; `eventsBefore` are ids of events that belong to an earlier story. */
export function narrator(
  tracked: Tracked,
  eventsBefore: readonly string[],
  secrets: readonly string[],
  log: (line: string) => void,
): Narrator {
  const happenings: Happening[] = []
  let told = nothingTold(tracked, eventsBefore)

  function say(said: string, at: number): void {
    const text = scrub(said, secrets)
    happenings.push({ at, text })
    log(`${elapsed(at - tracked.startedAt).padStart(7)}  ${text}`)
  }

  return {
    say,
    tell(sight, verdict, stopped) {
      const telling = tell(tracked, told, sight, verdict, stopped)
      told = telling.told
      for (const { text, at } of telling.happenings) say(text, at)
    },
    sayBlind(code, lastSeen, at) {
      if (at - told.lastAt < longestSilenceWithoutAnswer) return
      say(`no answer from AWS (${code}) for ${elapsed(at - lastSeen)}; the watch goes on`, at)
      told = { ...told, lastAt: at }
    },
    happenings: () => happenings,
  }
}
