import { expect, test } from '@jest/globals'
import { proxiesOf, proxyProblems } from '../../../src/adapters/proxy.js'

const proxy = 'http://user:hunter2@proxy.test:3128'
const here = 'localhost,127.0.0.1,::1'

test.each<{ name: string; env: Record<string, string>; proxies: object; wrong?: readonly string[] }>([
  { name: 'none', env: {}, proxies: { no_proxy: here } },
  { name: 'empty', env: { https_proxy: '', HTTPS_PROXY: '' }, proxies: { no_proxy: here } },
  { name: 'one', env: { https_proxy: proxy }, proxies: { https_proxy: proxy, no_proxy: here } },
  { name: 'in capitals', env: { HTTPS_PROXY: proxy }, proxies: { https_proxy: proxy, no_proxy: here } },
  {
    name: 'both ways of writing: the lower case',
    env: { http_proxy: proxy, HTTP_PROXY: 'http://other.test' },
    proxies: { http_proxy: proxy, no_proxy: here },
  },
  {
    name: 'without a scheme',
    env: { https_proxy: 'proxy.test:3128' },
    proxies: { https_proxy: 'http://proxy.test:3128', no_proxy: here },
  },
  {
    name: 'hosts that are asked directly, with all below them',
    env: { https_proxy: proxy, no_proxy: 'amazonaws.com, .corp.test,,10.1.2.3,*.test' },
    proxies: {
      https_proxy: proxy,
      no_proxy: `amazonaws.com,.amazonaws.com,.corp.test,10.1.2.3,*.test,${here}`,
    },
  },
  {
    name: 'another kind of proxy',
    env: { https_proxy: 'socks5://user:hunter2@proxy.test:1080', http_proxy: proxy },
    proxies: { http_proxy: proxy, no_proxy: here },
    wrong: ['https_proxy'],
  },
  {
    name: 'no address at all',
    env: { http_proxy: 'http://', HTTPS_PROXY: 'a proxy' },
    proxies: { no_proxy: here },
    wrong: ['http_proxy', 'https_proxy'],
  },
])('$name', ({ env, proxies, wrong = [] }) => {
  expect(proxiesOf(env)).toStrictEqual(proxies)
  const problems = proxyProblems(env)
  expect(problems.map(({ subject }) => subject)).toStrictEqual(wrong)
  expect(JSON.stringify(problems)).not.toContain('hunter2')
})
