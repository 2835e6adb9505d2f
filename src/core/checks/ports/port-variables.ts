/**
 * Variables that commonly set the port an app listens on. Names that often mean another port (DB_PORT, METRICS_PORT,
 * SERVICE_PORT) are left out.
 */

import type { ImageConfig } from '../../resources/registry-image.js'
import type { PortedContainer } from '../../task-definition/ports.js'
import type { Json, Path } from '../../text/json.js'
import { isList, objectsIn, text } from '../../text/json.js'

export interface PortVariable {
  readonly name: string
  readonly ports: readonly number[]
  /** undefined if the image sets it */
  readonly path: Path | undefined
}

/** Values of another form are ignored. */
const readers: Readonly<Record<string, (value: string) => readonly number[]>> = {
  PORT: readPorts,
  HTTP_PORT: readPorts,
  SERVER_PORT: readPorts,
  APP_PORT: readPorts,
  LISTEN_PORT: readPorts,
  WEB_PORT: readPorts,
  FLASK_RUN_PORT: readPorts,
  UVICORN_PORT: readPorts,
  QUARKUS_HTTP_PORT: readPorts,
  MICRONAUT_SERVER_PORT: readPorts,
  ROCKET_PORT: readPorts,
  NITRO_PORT: readPorts,
  ASPNETCORE_HTTP_PORTS: readPorts,
  ASPNETCORE_URLS: readUrls,
}

/**
 * The task definition overrides the image. An environment file or a secret can hold anything, so what they may override
 * is left out.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html
 */
export function portVariables(
  { value: definition, path }: PortedContainer,
  image: ImageConfig | undefined,
): PortVariable[] {
  const own = new Map(placed(definition.environment, [...path, 'environment']))
  const secret = new Set(objectsIn(definition.secrets).map(({ name }) => name))
  const hasFiles = isList(definition.environmentFiles) && definition.environmentFiles.length > 0
  return Object.entries(readers).flatMap(([name, read]) => {
    if (secret.has(name)) return []
    const variable = own.get(name)
    const value = variable?.value ?? (hasFiles ? undefined : image?.environment.get(name))
    const ports = value === undefined ? [] : read(value.trim())
    return ports.length > 0 ? [{ name, ports, path: variable ? variable.path : undefined }] : []
  })
}

function placed(list: Json | undefined, path: Path): [string, { value: string; path: Path }][] {
  return objectsIn(list).flatMap((entry, i) => {
    const [name, value] = [text(entry.name), text(entry.value)]
    return name === undefined || value === undefined ? [] : [[name, { value, path: [...path, i, 'value'] }]]
  })
}

/** `5001`, or `5001;5002` (.NET) */
function readPorts(value: string): number[] {
  return numbers(value.split(';'))
}

/** `http://+:5001;https://*:5002` */
function readUrls(value: string): number[] {
  return numbers(value.split(';').map(url => /^https?:\/\/[^/]*:(\d+)\/?$/.exec(url.trim())?.[1] ?? ''))
}

function numbers(texts: readonly string[]): number[] {
  const ports = texts.map(one => (/^\d{1,5}$/.test(one.trim()) ? Number(one) : 0))
  return ports.every(port => port > 0 && port < 65_536) ? ports : []
}
