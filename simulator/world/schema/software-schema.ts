import { architectures } from '../../ecs/resources/image-content.js'
import type { Software } from '../../ecs/resources/software.js'
import type { DescribedImage } from '../description.js'
import {
  flag,
  integer,
  type JsonSchema,
  list,
  named,
  number,
  object,
  oneOf,
  reference,
  text,
} from './json-schema.js'
import { portPattern } from './patterns.js'

/** Forgetting a member does not compile. */
type Members<T> = Readonly<Record<keyof T, JsonSchema>>

const status = integer('The status of the response.', [100, 599])

const software: Members<Software> = {
  startSeconds: number('From the start of the container until its ports respond; by default 4.'),
  listens: {
    ...named({ anyOf: [status, named(status, 'By path; other paths get 404.')] }),
    propertyNames: { pattern: portPattern },
    description:
      'By port: the status of every path, or the status of each path. By default every port responds with 200; with {} none responds.',
  },
  respondsOnAnyPath: flag('Every port and path responds with 200.'),
  pages: named(text(), 'By path: what a response with status 200 contains.'),
  exitsAfterSeconds: number(
    'The process ends this long after the start of the container; by default it runs on.',
  ),
  exitCode: integer('By default 0.', [0, 255]),
  outOfMemory: flag('The process ends because it used too much memory.'),
  unhealthyAfterSeconds: number(
    'From then on every port responds with 503 and the container health check fails.',
  ),
  containerHealthCheckPasses: flag(
    'Whether the health check of the container definition passes; by default it does.',
  ),
  logs: list(text(), 'The lines that the container logs.'),
  startError: text('Why the container runtime cannot create or start the container, in its words.'),
  pullError: text('Why the image cannot be pulled although it exists, in the words of the registry.'),
  pullSeconds: number('By default 12.'),
  stopSeconds: number('From SIGTERM to the exit.'),
  stopExitCode: integer('After SIGTERM.', [0, 255]),
  commands: named(
    reference('software'),
    'What another command than that of the image does: the words of the command, joined by blanks.',
  ),
  architectures: list(oneOf(architectures), 'Several make an index; by default X86_64.'),
  index: flag('Forces an index, as docker buildx pushes with its attestation.'),
  exposedPorts: list(
    { anyOf: [integer('A TCP port.', [1, 65_535]), text('Such as "53/udp".', '^\\d+/(tcp|udp)$')] },
    'EXPOSE of the Dockerfile.',
  ),
  environment: named(text(), 'ENV of the Dockerfile.'),
  entrypoint: list(text(), 'ENTRYPOINT of the Dockerfile.'),
  command: list(text(), 'CMD of the Dockerfile.'),
  user: text('USER of the Dockerfile.'),
  labels: named(text(), 'LABEL of the Dockerfile.'),
}

const image: Members<DescribedImage> = {
  ...software,
  missing: flag('There is no such image, although there may be its repository.'),
  sameAs: text('Another tag of the same repository, whose image this is.'),
}

export const softwareDefinitions = {
  software: object(software, [], 'How a program behaves.'),
  image: object(image, [], 'An image, and how its program behaves.'),
}
