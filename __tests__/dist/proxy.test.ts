/** A runner that reaches AWS and GitHub through a proxy alone, through the bundles. */
import { fileURLToPath } from 'node:url'
import { expect } from '@jest/globals'
import { clientEnvironment } from '../../simulator/client-environment.js'
import type { SimulatorServer } from '../../simulator/protocol/http-server.js'
import { codeRepository } from '../../simulator/scenarios/code-repository.js'
import { type HttpProxy, openProxy } from '../support/http-proxy.js'
import { type PlayedStep, playStep } from '../support/play-step.js'
import { testUnless } from '../support/test-unless.js'
import { type StoryOverrides, webStory } from '../support/web-stories.js'

const testProxy = testUnless(
  Number.parseInt(process.versions.node, 10) < 24,
  'the HTTP agents of Node know a proxy from 24.5 on',
)

/** Both under names that only the proxy can find. */
function distant(server: SimulatorServer): Record<string, string> {
  const names = Object.entries(clientEnvironment(server, 'eu-west-1')).map(([name, value]) => [
    name,
    value === server.url ? `http://${name === 'GITHUB_API_URL' ? 'github' : 'aws'}.test` : value,
  ])
  return { ...Object.fromEntries(names), AWS_ENDPOINT_URL: 'http://aws.test' }
}

async function playBehind(
  unusual: StoryOverrides,
  proxied: (url: string) => Record<string, string>,
): Promise<PlayedStep & { readonly proxy: HttpProxy }> {
  let proxy: HttpProxy | undefined
  try {
    const environment = async (server: SimulatorServer) => {
      proxy = await openProxy(server.port)
      return { ...distant(server), ...proxied(proxy.url) }
    }
    const step = await playStep(webStory(unusual), { environment })
    return { ...step, proxy: proxy as unknown as HttpProxy }
  } finally {
    proxy?.close()
  }
}

testProxy.each([
  { name: 'an address', of: (url: string) => ({ http_proxy: url }) },
  // The toolkit alone would take such a one for none.
  { name: 'one without its scheme', of: (url: string) => ({ HTTP_PROXY: url.replace('http://', '') }) },
])('a deployment, the configuration of its image and its record: $name', async ({ of }) => {
  const inputs = { environment: 'production', preflight: 'warn' }
  const { main, requests, world, proxy } = await playBehind({ inputs }, of)
  expect(main.outputs.outcome).toBe('succeeded')
  expect([...proxy.hosts].toSorted()).toStrictEqual(['aws.test', 'github.test:80'])
  expect(requests.map(({ operation }) => operation)).toContain('GetDownloadUrlForLayer')
  expect(`${main.log}${main.summary}${JSON.stringify(main.outputs)}`).not.toMatch(/hunter2|could not be/)
  expect(world.github.open(codeRepository).deployments).toHaveLength(1)
})

testProxy('a role that the SDK itself assumes by a token', async () => {
  const { proxy } = await playBehind({}, url => ({
    http_proxy: url,
    AWS_ENDPOINT_URL_STS: 'http://sts.test',
    AWS_ACCESS_KEY_ID: '',
    AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy',
    // Whatever it says: nobody is there to read it.
    AWS_WEB_IDENTITY_TOKEN_FILE: fileURLToPath(import.meta.url),
  }))
  expect([...proxy.hosts]).toStrictEqual(['sts.test'])
})

testProxy('a proxy of another kind is refused by its name, before any call', async () => {
  const { main, requests } = await playBehind({}, () => ({
    HTTP_PROXY: 'socks5://user:hunter2@127.0.0.1:1080',
  }))
  expect([main.exitCode, main.outputs.outcome, requests.length]).toEqual([1, 'refused', 0])
  expect(main.log).toMatch(/http_proxy +the environment variable is not the URL of an HTTP proxy/)
  expect(`${main.log}${main.summary}${JSON.stringify(main.outputs)}`).not.toContain('hunter2')
})
