/** Tells the story of a deployment to the log, line by line, and keeps it for the report. */

import type { Task } from '../../core/ecs/task.js'
import { clean } from '../../core/task-definition/redact.js'
import { elapsed } from '../../core/text/duration.js'
import type { Verdict } from '../../core/watch/evaluate.js'
import { longestSilenceWithoutAnswer } from '../../core/watch/pace.js'
import { alsoTold, nothingTold, type Telling, tell, tellRest } from '../../core/watch/progress.js'
import type { Happening, News } from '../../core/watch/timeline-event.js'
import { mapTexts } from '../../core/watch/timeline-event.js'
import type { Sight, Tracked } from '../../core/watch/tracked-deployment.js'

export interface Narrator {
  /** what this look adds */
  tell(sight: Sight, verdict: Verdict, stopped: readonly Task[]): void
  /** what we do ourselves */
  say(text: string, at: number, news: News): void
  /** that AWS gives no answer, unless something was said a moment ago */
  sayBlind(code: string, lastSeen: number, at: number): void
  /** what is left to say when no look comes any more */
  end(at: number): void
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
  const hide = (text: string) => clean(text, secrets)

  function put({ at, text: said, news }: Happening): void {
    const text = hide(said)
    happenings.push({ at, text, ...(news ? { news: mapTexts(news, hide) } : {}) })
    log(`${elapsed(at - tracked.startedAt).padStart(7)}  ${text}`)
  }

  function putAll(telling: Telling): void {
    told = telling.told
    for (const happening of telling.happenings) put(happening)
  }

  return {
    say(text, at, news) {
      put({ at, text, news })
      told = alsoTold(told, { at, text, news })
    },
    tell(sight, verdict, stopped) {
      putAll(tell(tracked, told, sight, verdict, stopped, hide))
    },
    sayBlind(code, lastSeen, at) {
      if (at - told.lastAt < longestSilenceWithoutAnswer) return
      put({ at, text: `no answer from AWS (${code}) for ${elapsed(at - lastSeen)}; the watch goes on` })
      told = { ...told, lastAt: at }
    },
    end: at => putAll(tellRest(told, at)),
    happenings: () => happenings,
  }
}
