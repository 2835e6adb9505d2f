import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { headingsOf } from './anchors.js'

const documents = ['.', 'docs', 'docs/adr', 'docs/simulator', 'docs/simulator/clients'].flatMap(folder =>
  readdirSync(folder)
    .filter(file => file.endsWith('.md'))
    .map(file => join(folder, file)),
)

function anchors(document: string): readonly string[] {
  return headingsOf(readFileSync(document, 'utf8')).map(({ anchor }) => anchor)
}

function leadsSomewhere(document: string, target: string): boolean {
  const [path = '', anchor] = target.split('#')
  const file = path ? join(dirname(document), path) : document
  return existsSync(file) && (!anchor || anchors(file).includes(anchor))
}

test.each(documents)('the links of %s lead somewhere', document => {
  const targets = [...readFileSync(document, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target)
  const local = targets.flatMap(target => (target && !/^[a-z]+:/.test(target) ? [target] : []))
  expect(local.filter(target => !leadsSomewhere(document, target))).toStrictEqual([])
})

test('the links of the npm package are absolute, and lead to what there is', () => {
  const page = readFileSync('packages/ecs-simulator/README.md', 'utf8')
  const targets = [...page.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
  const repository = 'https://github.com/OWNER/ecs-safe-deploy/blob/main/'
  expect(targets.length).toBeGreaterThan(5)
  expect(targets.filter(target => !target.startsWith(repository))).toStrictEqual([])
  const paths = targets.map(target => target.slice(repository.length))
  expect(paths.filter(path => !leadsSomewhere('README.md', path))).toStrictEqual([])
})

test('the npm package leads to its first rollout by the commands of docs/simulator.md', () => {
  const lines = (path: string) =>
    [...readFileSync(path, 'utf8').matchAll(/^( *)```sh\n([\s\S]*?)^\1```$/gm)].flatMap(([, , script = '']) =>
      script
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== ''),
    )
  const documented = lines('docs/simulator.md').map(line =>
    line.replace('npm run simulator --', 'npx ecs-simulator serve'),
  )
  const packaged = lines('packages/ecs-simulator/README.md')
  expect(packaged.length).toBeGreaterThan(5)
  expect(packaged).toStrictEqual(documented)
})

test('a link to a missing heading is found', () => {
  expect(leadsSomewhere('README.md', 'LICENSE')).toBe(true)
  expect(leadsSomewhere('README.md', '#is-it-for-you')).toBe(true)
  expect(leadsSomewhere('README.md', '#no-such-heading')).toBe(false)
  expect(leadsSomewhere('README.md', 'no-such-file.md')).toBe(false)
})

test('each decision record has a number of its own, which its heading repeats', () => {
  const records = readdirSync('docs/adr').filter(file => /^\d{4}-/.test(file))
  const numbers = records.map(file => Number(file.slice(0, 4)))
  expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toStrictEqual([])
  const headings = records.map(file =>
    Number(/^# (\d+)\./.exec(readFileSync(join('docs/adr', file), 'utf8'))?.[1]),
  )
  expect(headings).toStrictEqual(numbers)
})
