import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs'
import { createAwsClients, type AwsClients } from '@deploy-actions/aws'

/** What a reader of a log asks for. */
export interface Asked {
  readonly nextToken?: string
  readonly startTime?: number
}

/** A page as GetLogEvents gives it, the name of an error, or no answer at all. */
export type Answer = object | string | undefined

/** Serves a log that answers so, as long as `use` takes. */
export async function withLogs<T>(
  answer: (asked: Asked) => Answer,
  use: (clients: AwsClients) => Promise<T>,
): Promise<T> {
  const server = createServer((request, response) => {
    void respond(answer, request, response)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const logs = new CloudWatchLogsClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMIEXAMPLEKEY',
    },
  })
  try {
    return await use({ ...createAwsClients({ action: 'test' }), logs: async () => logs })
  } finally {
    logs.destroy()
    server.closeAllConnections()
    server.close()
  }
}

async function respond(
  answer: (asked: Asked) => Answer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // The body is what the SDK has just written.
  const told = answer(JSON.parse(await text(request)) as Asked)
  if (told === undefined) return
  response.setHeader('content-type', 'application/x-amz-json-1.1')
  if (typeof told !== 'string') return void response.end(JSON.stringify(told))
  const [name, message] = told.split(': ')
  response.statusCode = name === 'ServerException' ? 500 : 400
  response.end(JSON.stringify({ __type: name, message }))
}
