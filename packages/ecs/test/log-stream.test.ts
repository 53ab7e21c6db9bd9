import { expect, it } from 'vitest'
import { readStreamEnd } from '../src/diagnosis/log-stream.ts'
import { withLogs } from './logs-server.ts'

/** Pages by their token, as CloudWatch Logs may give them: the latest need not hold what is there. */
const pages: Readonly<Record<string, object>> = {
  latest: { events: [], nextBackwardToken: 'b/1' },
  'b/1': { events: [], nextBackwardToken: 'b/2' },
  'b/2': { events: [{ timestamp: 1, message: 'no database' }], nextBackwardToken: 'b/2' },
}

/** As long as CloudWatch Logs takes a line, without a word in it that ends. */
const endless = 'a-'.repeat(128 * 1024)

/** The end of a stream as a server tells it that has these pages. */
function readFrom(told: typeof pages) {
  const stream = { region: undefined, group: '/ecs/api', stream: 'ecs/api/1' }
  const options = { limit: 20, signal: new AbortController().signal }
  return withLogs(
    ({ nextToken = 'latest' }) => told[nextToken],
    (clients) => readStreamEnd(clients, stream, options),
  )
}

it('the end of a log stream is found behind pages that are empty', async () => {
  expect(await readFrom(pages)).toEqual(['no database'])
})

it('the end of a log stream is read at once, however long its lines are', async () => {
  const begun = performance.now()
  const lines = await readFrom({ latest: { events: [{ timestamp: 1, message: endless }] } })
  expect(lines).toEqual([`${endless.slice(0, 1_000)} …`])
  expect(performance.now() - begun).toBeLessThan(5_000)
})

it('an event of several lines is as many lines', async () => {
  const events = [{ timestamp: 1, message: 'Traceback:\n  main.py\r\nKeyError\rat last\n' }]
  const lines = await readFrom({ latest: { events } })
  expect(lines).toEqual(['Traceback:', '  main.py', 'KeyError', 'at last'])
})
