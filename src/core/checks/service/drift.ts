/**
 * Does this deployment overwrite what another repository, or none, registered? Needs revisions tagged by
 * `provenance-tags`.
 */
import { revisionName } from '../../ecs/arn.js'
import { diff } from '../../task-definition/diff.js'
import { provenanceIn, registrarOf } from '../../task-definition/tags.js'
import { enumerate } from '../../text/enumerate.js'
import { defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'

export const drift = defineCheck({ id: 'drift', run })

function run(context: CheckContext): Findings {
  const { observed, provenance } = context
  const own = registrarOf(provenanceIn({ tags: provenance.map(({ key, value }) => ({ key, value })) }))
  if (!observed?.serving || own === undefined) return undefined
  const live = provenanceIn(observed.live)
  const repository = registrarOf(live)
  const paths = repository === own ? [] : overwritten(context)
  if (paths.length === 0) return []
  const serving = revisionName(observed.serving)
  const what = `this deployment overwrites ${enumerate(paths)}`
  if (repository === undefined)
    return [
      {
        result: 'notice',
        text: `${serving} has no tag that says which repository registered it${byWhom(observed.registeredBy)}: ${what}`,
        next: 'Add what should stay to your source.',
      },
    ]
  return [
    {
      result: 'warning',
      text: `${serving} was registered by ${repository}${live.run ? ` (${live.run})` : ''}, not by ${own}: ${what}`,
      next: 'Add what should stay to your source, or deploy this service from one repository only.',
    },
  ]
}

/** Paths that the new revision and the source change or remove, without images set by inputs. */
function overwritten({ observed, source, registeredDefinition, overriddenImages }: CheckContext): string[] {
  if (!observed) return []
  const images = new Set(overriddenImages.map(container => `${container}.image`))
  const stays = new Set(diff(observed.live, source).map(({ path }) => path))
  return diff(observed.live, registeredDefinition)
    .filter(({ sign, path }) => sign !== '+' && stays.has(path) && !images.has(path))
    .map(({ path }) => path)
}

/** `GitHubActions/deploy` of a role, or a user name. */
function byWhom(registeredBy: string | undefined): string {
  const name = registeredBy?.slice(registeredBy.indexOf('/') + 1)
  return name ? ` (ECS says ${name})` : ''
}
