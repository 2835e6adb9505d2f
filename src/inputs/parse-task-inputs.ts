/** Inputs of `run-task` in JSON, as the official action takes them. Problems quote no value: it may contain a secret. */
import type { Tag } from '../core/task-definition/tags.js'
import { mostTags, tagProblem } from '../core/task-definition/tags.js'
import { isList, isObject, type Json, type JsonObject, text } from '../core/text/json.js'
import type { Report } from './input-row.js'
import { parseJson, reportMembers } from './json-value.js'
import { parseTags } from './parse-tags.js'

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html */
const overrideMembers = [
  'name', 'command', 'environment', 'environmentFiles', 'cpu', 'memory', 'memoryReservation', 'resourceRequirements',
] // biome-ignore format: one list

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html */
const strategyMembers = ['capacityProvider', 'weight', 'base']

export function parseContainerOverrides(value: string, report: Report): readonly JsonObject[] {
  const items = objectsOf(value, '[{"name": "app", "command": ["migrate"]}]', report)
  for (const [nth, item] of items.entries()) {
    const which = `item ${nth + 1}`
    if (!text(item.name)) report(`${which} has no name: set it to that of a container`)
    reportMembers(item, { which, allowed: overrideMembers, report })
    if (item.command !== undefined && !isTextList(item.command))
      report(`command of ${which} is not an array of strings`)
    if (item.environment !== undefined && !isEnvironment(item.environment))
      report(`environment of ${which} is not an array of {"name": …, "value": …}`)
  }
  return items
}

export function parseStrategy(value: string, report: Report): readonly JsonObject[] | undefined {
  const items = objectsOf(value, '[{"capacityProvider": "FARGATE_SPOT", "weight": 1}]', report)
  for (const [nth, item] of items.entries()) {
    const which = `item ${nth + 1}`
    if (!text(item.capacityProvider)) report(`${which} has no capacityProvider`)
    reportMembers(item, { which, allowed: strategyMembers, report })
    for (const member of ['weight', 'base']) {
      const number = item[member]
      if (number !== undefined && !Number.isInteger(number))
        report(`${member} of ${which} is not a whole number`)
    }
  }
  return items.length > 0 ? items : undefined
}

/** JSON, or lines as in `tags`. */
export function parseTaskTags(value: string, report: Report): readonly Tag[] {
  if (!value.trim().startsWith('[')) return parseTags(value, report)
  const items = objectsOf(value, '[{"key": "team", "value": "web"}]', report)
  const tags = items.flatMap((item, nth): Tag[] => {
    const key = text(item.key)
    if (key !== undefined && (item.value === undefined || text(item.value) !== undefined))
      return [{ key, value: text(item.value) ?? '' }]
    report(`item ${nth + 1} is not {"key": …, "value": …} with texts`)
    return []
  })
  for (const problem of tags.flatMap(tag => tagProblem(tag) ?? [])) report(problem)
  if (tags.length > mostTags) report(`has ${tags.length} tags; a task can have at most ${mostTags}`)
  return tags
}

function objectsOf(value: string, example: string, report: Report): readonly JsonObject[] {
  if (value.trim() === '') return []
  const parsed = parseJson(value)
  if (isList(parsed) && parsed.every(isObject)) return parsed as readonly JsonObject[]
  report(`is not a JSON array of objects, such as ${example}`)
  return []
}

function isTextList(value: Json): boolean {
  return isList(value) && value.every(item => typeof item === 'string')
}

function isEnvironment(value: Json): boolean {
  return (
    isList(value) &&
    value.every(item => isObject(item) && !!text(item.name) && text(item.value) !== undefined)
  )
}
