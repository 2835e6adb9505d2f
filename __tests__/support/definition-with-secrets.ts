/** A task definition with values in every place where one can be that nobody may see. */
import type { JsonObject } from '../../src/core/text/json.js'

/** `value` answers what stands in each place; the places are counted. */
export function definitionWithSecrets(value: (place: number) => string): JsonObject {
  let places = 0
  const next = () => value(places++)
  const named = (member: string) => [
    { name: 'A', [member]: next() },
    { name: 'B', [member]: next() },
  ]
  return {
    family: 'web',
    newKey: { deep: [next(), { image: next() }] },
    tags: [{ key: 'a', value: next() }],
    containerDefinitions: [
      {
        name: 'app',
        image: 'web:8',
        environment: named('value'),
        secrets: named('valueFrom'),
        environmentFiles: [{ type: 's3', value: next() }],
        command: ['serve', next(), `--token=${next()}`],
        entryPoint: ['sh', '-c', next()],
        dockerLabels: { name: next(), image: next() },
        healthCheck: { command: ['CMD-SHELL', `curl -u ${next()} localhost`] },
        logConfiguration: {
          logDriver: 'splunk',
          options: { 'splunk-token': next(), user: next() },
          secretOptions: named('valueFrom'),
        },
        firelensConfiguration: { type: 'fluentbit', options: { name: next() } },
        repositoryCredentials: { credentialsParameter: next() },
        linuxParameters: {
          tmpfs: [{ containerPath: '/t', size: 1, mountOptions: [next()] }],
          devices: [{ hostPath: next() }],
          newKey: next(),
        },
        systemControls: [{ namespace: 'a', value: next() }],
        extraHosts: [{ hostname: 'db', ipAddress: next() }],
        newKey: [next(), { name: next() }],
      },
    ],
    volumes: [
      {
        name: 'data',
        host: { sourcePath: next() },
        dockerVolumeConfiguration: { driverOpts: { o: next() }, labels: { name: next() } },
      },
    ],
    proxyConfiguration: { type: 'APPMESH', containerName: 'app', properties: named('value') },
  }
}
