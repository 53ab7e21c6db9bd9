import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAwsClients, describeSecret, lookUpSecret } from '../src/index.ts'

const { signal } = new AbortController()
const before = { ...process.env }
let server: Server
/** What was asked for, in the order of the calls. */
let asked: string[] = []

/** A service whose clock is ten minutes ahead, as seen from a runner whose own is late. */
beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? ''
    asked.push(operation)
    request.resume()
    response.setHeader('date', new Date(Date.now() + 600_000).toUTCString())
    const isRefused = operation === 'DescribeSecret' && asked.length < 3
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' })
    const type = isRefused ? 'InvalidParameterException' : 'ResourceNotFoundException'
    response.end(JSON.stringify({ __type: type, message: 'Nothing there' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'x',
    // Of this server, which listens on a port.
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  })
})

afterEach(async () => {
  process.env = { ...before }
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

describe('a call on a runner whose clock is ten minutes off', () => {
  it('that is refused is tried once more, since the clock may be why, and not for a minute', async () => {
    const clients = createAwsClients({ action: 'test', region: 'us-east-1' })
    await expect(describeSecret({ clients, signal }, 'app')).rejects.toMatchObject({
      code: 'service-error',
    })
    expect(asked).toEqual(['DescribeSecret', 'DescribeSecret'])
    clients.destroy()
  })

  it('is corrected for each call by itself', async () => {
    const clients = createAwsClients({ action: 'test', region: 'us-east-1' })
    await lookUpSecret({ clients, signal }, 'app')
    expect(await lookUpSecret({ clients, signal }, 'app')).toMatchObject({ kind: 'missing' })
    expect(asked.filter((operation) => operation === 'DescribeSecret')).toHaveLength(4)
    clients.destroy()
  })
})
