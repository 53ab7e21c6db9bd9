import { describe, expect, it } from 'vitest'
import { startSimulator } from '../src/index.ts'
import { arbiterWorld } from './arbiter-world.ts'

describe('What the wire carries', () => {
  const call = async (operationTarget: string, body: string, signed = true) => {
    const simulator = await startSimulator({ world: arbiterWorld() })
    try {
      const answer = await fetch(simulator.url, {
        method: 'POST',
        headers: {
          'X-Amz-Target': operationTarget,
          ...(signed && { Authorization: 'AWS4-HMAC-SHA256' }),
        },
        body,
      })
      const { operation, error } = simulator.requests[0] ?? {}
      const [type] = [answer.headers.get('x-amzn-errortype')]
      return {
        status: answer.status,
        type,
        body: (await answer.json()) as object,
        operation,
        error,
      }
    } finally {
      await simulator.stop()
    }
  }
  const ecs = 'AmazonEC2ContainerServiceV20141113'

  it('is refused with the full path when a parameter is unknown', async () => {
    const body = JSON.stringify({ service: 'backend', networkConfiguration: { awsVpc: {} } })
    expect(await call(`${ecs}.UpdateService`, body)).toMatchObject({
      status: 400,
      type: 'InvalidParameterException',
      body: {
        __type: 'InvalidParameterException',
        message: expect.stringMatching(
          /^Unknown parameter networkConfiguration\.awsVpc, must be one/,
        ),
      },
      error: 'InvalidParameterException',
    })
  })

  it('is refused with the full path when a parameter is missing', async () => {
    const body = JSON.stringify({
      family: 'x',
      containerDefinitions: [{ secrets: [{ name: 'A' }] }],
    })
    const { body: answer } = await call(`${ecs}.RegisterTaskDefinition`, body)
    expect(answer).toMatchObject({
      message: 'Missing required parameter containerDefinitions[0].secrets[0].valueFrom',
    })
  })

  it('is refused with the full path when a value has the wrong type', async () => {
    const { type, body } = await call(`${ecs}.DescribeServices`, '{"services":["a",1]}')
    expect(type).toBe('SerializationException')
    expect(body).toMatchObject({
      message: 'NUMBER_VALUE can not be converted to a string at services[1]',
    })
  })

  it('is refused when it is no JSON', async () => {
    expect((await call(`${ecs}.ListClusters`, '{')).type).toBe('SerializationException')
  })

  it('is refused without a signature', async () => {
    const { type } = await call(`${ecs}.ListClusters`, '{}', false)
    expect(type).toBe('MissingAuthenticationTokenException')
  })

  it('is refused, and logged, when nobody knows the operation', async () => {
    expect(await call(`${ecs}.MakeCoffee`, '{}')).toMatchObject({
      status: 400,
      type: 'UnknownOperationException',
      operation: 'MakeCoffee',
      error: 'UnknownOperationException',
    })
  })
})
