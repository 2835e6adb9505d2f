/** What serves already may be meant so: templates of programs look the same. */
import { quote } from '../../errors/problem.js'
import type { Remaining } from '../../task-definition/placeholder-places.js'
import { leavesOf, remainingPlaceholders } from '../../task-definition/placeholder-places.js'
import { isVisible } from '../../task-definition/visible-members.js'
import { isIdentifier } from '../../text/identifier.js'
import type { Json, JsonObject, Path } from '../../text/json.js'
import { isList, isObject, showPath, text } from '../../text/json.js'
import { isName } from '../../text/name.js'
import { truncateList } from '../../text/truncate-list.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { locate } from '../locate.js'

const mostFindings = 20

export const placeholder = defineCheck({ id: 'placeholder', run })

function run(context: CheckContext): Findings {
  const { definition, observed } = context
  const serving = new Set(leavesOf(observed?.live ?? {}, []).map(({ value }) => value))
  const findings = remainingPlaceholders(definition)
    .filter(({ path, isRefused }) => isRefused || !serving.has(valueAt(definition, path)))
    .map(remaining => findingOf(context, remaining))
  return truncateList(sorted(findings), mostFindings, count => ({
    result: 'warning',
    text: `${count} more placeholders remain`,
    next: '',
  }))
}

/** What is refused is never among those left out. */
function sorted(findings: readonly CheckFinding[]): CheckFinding[] {
  return [
    ...findings.filter(({ result }) => result === 'refused'),
    ...findings.filter(({ result }) => result !== 'refused'),
  ]
}

function findingOf(context: CheckContext, remaining: Remaining): CheckFinding {
  const { path, isRefused } = remaining
  const place = locate(context, path)
  return {
    result: isRefused ? 'refused' : 'warning',
    text: `${label(context.definition, path)} contains ${shown(remaining)}, which nothing has replaced`,
    next:
      place.input === undefined
        ? 'Replace it with the input placeholders, or write the value in its place.'
        : 'Write the value in its place, or an expression of GitHub.',
    ...place,
  }
}

/** A hidden value may be a secret that only looks like one. */
function shown({ path, text: found, form }: Remaining): string {
  return isVisible(path) ? `the placeholder ${quote(found)}` : `a placeholder of the form ${form}`
}

/** `container app, environment DB_HOST` */
function label(definition: JsonObject, path: Path): string {
  const [list, index, ...inside] = path
  if (list !== 'containerDefinitions' || typeof index !== 'number') return showPath(path)
  const [member = '', position, ...rest] = inside
  const name = nameAt(definition, [list, index])
  const item = nameAt(definition, path.slice(0, 4))
  const isNamed = typeof position === 'number' && item !== undefined && isIdentifier(item) && isName(item)
  const where = isNamed && rest.length > 0 ? `${member} ${item}` : showPath(inside)
  return name !== undefined && isIdentifier(name) ? `container ${name}, ${where}` : showPath(path)
}

function nameAt(definition: JsonObject, path: Path): string | undefined {
  const item = at(definition, path)
  return isObject(item) ? text(item.name) : undefined
}

function valueAt(definition: JsonObject, path: Path): string {
  return text(at(definition, path)) ?? ''
}

function at(definition: JsonObject, path: Path): Json | undefined {
  let here: Json | undefined = definition
  for (const step of path) {
    if (isList(here)) here = here[Number(step)]
    else here = isObject(here) ? here[step] : undefined
  }
  return here
}
