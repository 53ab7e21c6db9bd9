import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAwsClients, lookUpLogGroup } from '../src/index.ts'

const { signal } = new AbortController()

/** The job's own variables, with an endpoint that no DNS knows, as that of a region that does not exist. */
const variables = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'x',
  AWS_ENDPOINT_URL: 'https://logs.us-esat-1.invalid',
}
const before = { ...process.env }

beforeEach(() => void Object.assign(process.env, variables))
afterEach(() => void (process.env = { ...before }))

describe('a log group in a region that does not exist', () => {
  it.each<[situation: string, region: string | undefined, input: string]>([
    ['that its container names', 'us-esat-1', 'awslogs-region'],
    ['that is the region of the job', undefined, 'aws-region'],
  ])('%s is not checked, and the field to correct is named', async (_, region, input) => {
    const clients = createAwsClients({ action: 'test', region: 'us-east-1' })
    const lookup = await lookUpLogGroup({ clients, signal }, '/ecs/api', region)
    clients.destroy()
    expect(lookup).toMatchObject({
      kind: 'not-checked',
      message: expect.stringContaining('logs.us-esat-1.invalid does not exist') as unknown,
      remedy: expect.stringMatching(new RegExp(`Correct .*(?<!\\w)${input}`)) as unknown,
    })
  })
})
