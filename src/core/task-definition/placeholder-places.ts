/** Where a placeholder can remain, who reads what stands there, and what ECS takes there. */
import type { Json, JsonObject, Path } from '../text/json.js'
import { isList, isObject, text } from '../text/json.js'
import { parseImage } from './image.js'
import { type Placeholder, placeholderIn, placeholderInText } from './placeholder.js'

interface Place {
  /** without indexes: `containerDefinitions.environment.value` */
  readonly at: RegExp
  readonly find: (value: string) => Placeholder | undefined
  /** ECS registers the value; undefined: it takes any */
  readonly isTaken?: (value: string) => boolean
}

const inText = (value: string) => placeholderInText(value, { isExpandedAtRunTime: false })
/** A shell, fluentd or Fluent Bit replaces `${VAR}`. */
const inProgram = (value: string) => placeholderInText(value, { isExpandedAtRunTime: true })
const nothing = () => undefined
const never = () => false

/** The first row that matches decides. */
const places: readonly Place[] = [
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
  { at: /^family$/, find: placeholderIn, isTaken: value => /^[\w-]{1,255}$/.test(value) },
  { at: /^(?:cpu|memory)$/, find: placeholderIn, isTaken: never },
  {
    at: /^(?:executionRoleArn|taskRoleArn)$/,
    find: placeholderIn,
    isTaken: value => /^(?:arn:aws[a-z-]*:iam::\d{12}:role\/)?[\w+=,.@/-]+$/.test(value),
  },
  // What is no reference at all is always refused.
  {
    at: /^containerDefinitions\.image$/,
    find: value => (parseImage(value) ? placeholderIn(value) : undefined),
  },
  {
    at: /^(?:containerDefinitions\.(?:portMappings\.)?|volumes\.)name$/,
    find: placeholderIn,
    isTaken: value => /^[\w-]{1,255}$/.test(value),
  },
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
  {
    at: /\.(?:secrets|secretOptions)\.valueFrom$|\.credentialsParameter$/,
    find: placeholderIn,
    isTaken: value =>
      /^arn:aws[a-z-]*:(?:ssm|secretsmanager):[a-z\d-]+:\d{12}:[\w:/+=.@!-]+$|^[\w./-]+$/.test(value),
  },
  { at: /\.environmentFiles\.value$|^volumes\.efsVolumeConfiguration\./, find: placeholderIn },
  // Patterns, and the markup of Docker for tags: https://docs.docker.com/engine/logging/log_tags/
  { at: /\.options\.(?:tag|[\w-]*(?:format|pattern|regex)[\w-]*)$/i, find: nothing },
  { at: /\.logConfiguration\.options\.awslogs-/, find: placeholderIn },
  { at: /\.(?:logConfiguration|firelensConfiguration)\.options\./, find: inProgram },
  { at: /\.(?:command|entryPoint)$/, find: inProgram },
  { at: /./, find: inText },
]

export interface Remaining extends Placeholder {
  readonly path: Path
  /** ECS refuses the value */
  readonly isRefused: boolean
}

/** In the order of the definition. */
export function remainingPlaceholders(definition: JsonObject): Remaining[] {
  return leavesOf(definition, []).flatMap(({ value, path }) => {
    const members = path.filter(step => typeof step === 'string').join('.')
    const place = places.find(({ at }) => at.test(members))
    const found = place?.find(value)
    if (!place || !found || isVariable(definition, path, found)) return []
    return { ...found, path, isRefused: place.isTaken?.(value) === false }
  })
}

interface Leaf {
  readonly value: string
  readonly path: Path
}

export function leavesOf(value: Json, path: Path): Leaf[] {
  if (typeof value === 'string') return [{ value, path }]
  if (isList(value)) return value.flatMap((item, i) => leavesOf(item, [...path, i]))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]))
}

/** `${DB_HOST}` beside a variable DB_HOST: the program is to put it in. */
function isVariable(
  definition: JsonObject,
  [list, index, member, item]: Path,
  { text: found }: Placeholder,
): boolean {
  const name = /^\$[{(]?(\w+)[})]?$/.exec(found)?.[1]
  const containers = definition.containerDefinitions
  if (name === undefined || list !== 'containerDefinitions' || !isList(containers)) return false
  const container = containers[Number(index)]
  if (!isObject(container)) return false
  return [container.environment, container.secrets].some(
    variables =>
      isList(variables) &&
      variables.some(
        (one, i) =>
          isObject(one) &&
          text(one.name) === name &&
          !(variables === container[String(member)] && i === item),
      ),
  )
}
