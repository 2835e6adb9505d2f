/**
 * ECS refuses "Cannot depend on container + 'nope' because it does not exist", "Unknown volume 'nope'." and "Invalid
 * 'volumesFrom' setting. Unknown container: 'nope'.". What it does about links is not documented, so those warn.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */

import { closest, knownNames, quote } from '../../errors/problem.js'
import type { Container } from '../../task-definition/containers.js'
import { containersOf, listedIn } from '../../task-definition/containers.js'
import type { Path } from '../../text/json.js'
import { isList, text } from '../../text/json.js'
import { type CheckFinding, defineCheck, type Findings } from '../check.js'
import type { CheckContext } from '../check-context.js'
import { locate } from '../locate.js'

interface Reference {
  readonly container: string
  /** `depends on` */
  readonly how: string
  readonly kind: 'container' | 'volume'
  readonly name: string
  readonly path: Path
  readonly wrong: Extract<CheckFinding['result'], 'refused' | 'warning'>
}

interface ReferenceList extends Pick<Reference, 'how' | 'kind' | 'wrong'> {
  readonly list: string
  readonly member: string
}

const lists: readonly ReferenceList[] = [
  { list: 'dependsOn', member: 'containerName', how: 'depends on', kind: 'container', wrong: 'refused' },
  { list: 'mountPoints', member: 'sourceVolume', how: 'mounts', kind: 'volume', wrong: 'refused' },
  {
    list: 'volumesFrom',
    member: 'sourceContainer',
    how: 'takes the volumes of',
    kind: 'container',
    wrong: 'refused',
  },
]

export const danglingReference = defineCheck({ id: 'dangling-reference', run })

function run(context: CheckContext): Findings {
  const { definition } = context
  const containers = containersOf(definition)
  const references = containers.flatMap(referencesOf)
  if (references.length === 0) return undefined
  const names = {
    container: containers.flatMap(({ value }) => text(value.name) ?? []),
    volume: listedIn({ value: definition, path: [] }, 'volumes').flatMap(
      ({ value }) => text(value.name) ?? [],
    ),
  }
  return references
    .filter(({ kind, name }) => !names[kind].includes(name))
    .map(reference => ({
      result: reference.wrong,
      text: dangling(reference, names[reference.kind]),
      next: `Correct the name, or add the ${reference.kind}.`,
      ...locate(context, reference.path),
    }))
}

function referencesOf(container: Container): Reference[] {
  return [...lists.flatMap(list => referencesIn(container, list)), ...linksOf(container)]
}

function referencesIn(container: Container, { list, member, ...reference }: ReferenceList): Reference[] {
  return listedIn(container, list).flatMap(({ value, path }) => {
    const name = text(value[member])
    return name ? [{ ...reference, container: container.name, name, path: [...path, member] }] : []
  })
}

/** `database` or `database:alias` */
function linksOf({ name: container, value, path }: Container): Reference[] {
  const { links } = value
  if (!isList(links)) return []
  return links.flatMap((link, i) => {
    const [name] = (text(link) ?? '').split(':')
    if (!name) return []
    return [
      { container, how: 'links to', kind: 'container', name, path: [...path, 'links', i], wrong: 'warning' },
    ]
  })
}

function dangling({ container, how, kind, name }: Reference, names: readonly string[]): string {
  const meant = closest(name, names)
  return `container ${container} ${how} ${quote(name)}, but the task definition has no such ${kind}; ${knownNames(meant, names)}`
}
