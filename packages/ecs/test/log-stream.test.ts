import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs'
import { createAwsClients } from '@deploy-actions/aws'
import { expect, it } from 'vitest'
import { readStreamEnd } from '../src/diagnosis/log-stream.ts'

/** Pages by their token, as CloudWatch Logs may give them: the latest need not hold what is there. */
const pages: Readonly<Record<string, object>> = {
  latest: { events: [], nextBackwardToken: 'b/1' },
  'b/1': { events: [], nextBackwardToken: 'b/2' },
  'b/2': { events: [{ timestamp: 1, message: 'no database' }], nextBackwardToken: 'b/2' },
}

/** As long as CloudWatch Logs takes a line, without a word in it that ends. */
const endless = 'a-'.repeat(128 * 1024)

async function answer(
  told: typeof pages,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // The body is what the SDK has just written.
  const { nextToken = 'latest' } = JSON.parse(await text(request)) as { nextToken?: string }
  response.setHeader('content-type', 'application/x-amz-json-1.1')
  response.end(JSON.stringify(told[nextToken]))
}

/** The end of a stream as a server tells it that has these pages. */
async function readFrom(told: typeof pages) {
  const server = createServer((request, response) => {
    void answer(told, request, response)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const logs = new CloudWatchLogsClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMIEXAMPLEKEY',
    },
  })
  const clients = { ...createAwsClients({ action: 'test' }), logs: async () => logs }
  const stream = { region: undefined, group: '/ecs/api', stream: 'ecs/api/1' }
  const options = { limit: 20, signal: new AbortController().signal }
  try {
    return await readStreamEnd(clients, stream, options)
  } finally {
    logs.destroy()
    server.close()
  }
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
