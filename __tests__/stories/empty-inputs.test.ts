/** What an input that came out empty means for the run is said in its first lines and as an annotation. */
import { expect, test } from '@jest/globals'
import { changesIn } from '../support/play.js'
import { deployed, playWeb } from '../support/web-stories.js'

const nothing = { image: '', 'container-name': '', 'task-definition': '', 'task-definition-arn': '' }

test('a rollback whose revision came out empty: deployed again, with a warning before everything else', async () => {
  const played = await playWeb({ inputs: nothing })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(played.annotations).toContainEqual(
    expect.objectContaining({ level: 'warning', message: expect.stringContaining('is deployed again') }),
  )
  const said = played.log.flatMap((line, i) => (line.includes('is deployed again') ? i : []))
  expect(said).toStrictEqual([0])
  const lines = played.summary.split('\n').filter(line => line !== '')
  expect(lines.findIndex(line => line.includes('deployed again'))).toBeLessThan(3)
})

test.each([
  {
    name: 'an image',
    inputs: { image: '', 'environment-variables': 'LOG_LEVEL=debug' },
    says: 'image: keep',
  },
  { name: 'a service', inputs: { service: '' }, says: 'remove cluster to register only' },
])('$name that came out empty: refused, and nothing is changed', async ({ inputs, says }) => {
  const played = await playWeb({ inputs })
  expect(played.outputs.outcome).toBe('refused')
  expect(played.log.join('\n')).toContain(says)
  expect(changesIn(played.requests)).toStrictEqual([])
})

test('image: keep changes only the other settings', async () => {
  const played = await playWeb({
    inputs: { image: 'keep', 'task-definition': '', 'environment-variables': 'LOG_LEVEL=debug' },
  })
  expect(played.outputs.outcome).toBe('succeeded')
  expect(deployed(played)).toHaveLength(1)
  const register = played.requests.find(({ operation }) => operation === 'RegisterTaskDefinition')
  expect(JSON.stringify(register?.input)).toContain('LOG_LEVEL')
})
