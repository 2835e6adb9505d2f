import { Agent } from 'node:https'
import { expect, test } from '@jest/globals'
import { endpointOf, proxiesOf, proxyProblems, routeOf } from '../../../src/adapters/proxy.js'

const proxy = 'http://user:hunter2@proxy.test:3128/'
const here = 'localhost,127.0.0.0-127.255.255.255,::1'

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
    proxies: { https_proxy: 'http://proxy.test:3128/', no_proxy: here },
  },
  {
    name: 'without a scheme, but with a password',
    env: { https_proxy: 'user:hunter2@proxy.test:3128' },
    proxies: { https_proxy: proxy, no_proxy: here },
  },
  {
    name: 'a scheme in capitals, which Node treats as a different one',
    env: { https_proxy: 'HTTP://user:hunter2@proxy.test:3128' },
    proxies: { https_proxy: proxy, no_proxy: here },
  },
  {
    name: 'blanks and a line break around it, over which Node ends with the password in its message',
    env: { https_proxy: ' http://user:hunter2@proxy.test:3128\n' },
    proxies: { https_proxy: proxy, no_proxy: here },
  },
  {
    name: 'a password with other characters, as an address has them',
    env: { https_proxy: 'https://user:hunter2%25%40%2F@[2001:db8::1]:3128' },
    proxies: { https_proxy: 'https://user:hunter2%25%40%2F@[2001:db8::1]:3128/', no_proxy: here },
  },
  {
    name: 'a password with a percent sign as it is, which Node cannot read',
    env: { https_proxy: 'http://user:hunter2%@proxy.test:3128' },
    proxies: { no_proxy: here },
    wrong: ['https_proxy'],
  },
  {
    name: 'hosts with direct connections, including their subdomains',
    env: { https_proxy: proxy, no_proxy: 'amazonaws.com, .corp.test,,10.1.2.3,*.test,3scale.test' },
    proxies: {
      https_proxy: proxy,
      no_proxy: `amazonaws.com,.amazonaws.com,.corp.test,10.1.2.3,*.test,3scale.test,.3scale.test,${here}`,
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
  {
    name: 'blanks, over which the toolkit fails',
    env: { http_proxy: ' ', HTTPS_PROXY: '\n' },
    proxies: { no_proxy: here },
    wrong: ['http_proxy', 'https_proxy'],
  },
])('$name', ({ env, proxies, wrong = [] }) => {
  expect(proxiesOf(env)).toStrictEqual(proxies)
  expect(() => new Agent({ proxyEnv: { ...proxiesOf(env) } })).not.toThrow()
  const problems = proxyProblems(env)
  expect(problems.map(({ subject }) => subject)).toStrictEqual(wrong)
  expect(JSON.stringify(problems)).not.toContain('hunter2')
})

test.each([
  { name: 'no proxy', env: {}, node: '24.19.0', says: '' },
  {
    name: 'one that is used',
    env: { https_proxy: proxy, http_proxy: proxy },
    node: '24.5.0',
    says: ', through the proxy of https_proxy',
  },
  {
    name: 'one that this Node version cannot use',
    env: { HTTP_PROXY: proxy },
    node: '24.4.1',
    says: ', not through the proxy of http_proxy: that requires Node 24.5, but this is 24.4.1',
  },
  {
    name: 'a later Node',
    env: { https_proxy: proxy },
    node: '26.0.0',
    says: ', through the proxy of https_proxy',
  },
])('an error of the network names the way: $name', ({ env, node, says }) => {
  expect(routeOf(env, node)).toBe(says)
})

test.each<{ name: string; env: Record<string, string>; text: string }>([
  { name: 'none', env: {}, text: '' },
  { name: 'empty', env: { AWS_ENDPOINT_URL: '' }, text: '' },
  {
    name: 'one, whose value may hold a password',
    env: { AWS_ENDPOINT_URL: 'http://user:hunter2@localhost:4566' },
    text: ", at another address than AWS's (AWS_ENDPOINT_URL)",
  },
  {
    name: 'one of a service',
    env: { AWS_ENDPOINT_URL: 'http://localhost:4566', AWS_ENDPOINT_URL_ECS: 'http://localhost:1' },
    text: ", at another address than AWS's (AWS_ENDPOINT_URL_ECS)",
  },
  {
    name: 'one of another service',
    env: { AWS_ENDPOINT_URL_ECR: 'http://localhost:4566' },
    text: '',
  },
  {
    name: 'one that is ignored',
    env: { AWS_ENDPOINT_URL: 'http://localhost:4566', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
    text: '',
  },
])('an address in place of that of AWS: $name', ({ env, text }) => {
  expect(endpointOf(env, 'ecs:DescribeServices')).toBe(text)
})
