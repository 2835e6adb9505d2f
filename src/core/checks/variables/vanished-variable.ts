/** A file may lack what somebody added by hand. A renamed variable vanishes too, so the new names are listed. */
import { revisionName } from '../../ecs/arn.js'
import type { Container } from '../../task-definition/containers.js'
import { containersOf, listedIn } from '../../task-definition/containers.js'
import { enumerate, namedByKind } from '../../text/enumerate.js'
import { text } from '../../text/json.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { locate } from '../locate.js'

export const vanishedVariable = defineCheck({ id: 'vanished-variable', run })

function run(context: CheckContext): Findings {
  const { observed, definition } = context
  if (!observed?.serving) return undefined
  const after = new Map(containersOf(definition).map(container => [container.name, container]))
  const pairs = containersOf(observed.live).flatMap(live => {
    const container = after.get(live.name)
    return container && namesIn(live).size > 0 ? [{ live, container }] : []
  })
  if (pairs.length === 0) return undefined
  const serving = revisionName(observed.serving)
  return pairs.flatMap(({ live, container }) => lost(context, { serving, live, container }))
}

interface Compared {
  readonly serving: string
  readonly live: Container
  readonly container: Container
}

function lost(context: CheckContext, { serving, live, container }: Compared): CheckFinding[] {
  const [before, after] = [namesIn(live), namesIn(container)]
  const gone = [...before].filter(([name]) => !after.has(name))
  if (gone.length === 0 || mayBeInFiles(live, container)) return []
  const added = [...after.keys()].filter(name => !before.has(name))
  const ofKind = (member: Member) => gone.flatMap(([name, kind]) => (kind === member ? name : []))
  const what = namedByKind([
    { one: 'secret', many: 'secrets', names: ofKind('secrets') },
    { one: 'variable', many: 'variables', names: ofKind('environment') },
  ])
  const newNames = added.length > 0 ? ` (new: ${enumerate(added)})` : ''
  return [
    {
      result: 'warning',
      text: `container ${container.name} no longer has ${what}, which ${serving} has${newNames}`,
      next: 'Add what should stay to your source.',
      ...locate(context, [...container.path, gone[0]?.[1] ?? 'environment']),
    },
  ]
}

type Member = 'environment' | 'secrets'

/** Secrets come first. */
function namesIn(container: Container): ReadonlyMap<string, Member> {
  const members: readonly Member[] = ['secrets', 'environment']
  return new Map(
    members.flatMap(member =>
      listedIn(container, member).flatMap(({ value }): [string, Member][] => {
        const name = text(value.name)
        return name ? [[name, member]] : []
      }),
    ),
  )
}

/** New environment files can set them. */
function mayBeInFiles(live: Container, container: Container): boolean {
  const [before, after] = [live, container].map(({ value }) => JSON.stringify(value.environmentFiles ?? []))
  return after !== '[]' && after !== before
}
