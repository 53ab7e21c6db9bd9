import { ECSClient, ListClustersCommand } from '@aws-sdk/client-ecs'
import { CancelledError, parseInputs } from '@deploy-actions/action-kit'
import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { call, region as regionInput } from '../src/index.ts'
import { explainAwsError } from '../src/errors.ts'

/** An exception as the SDK throws it. */
function exception(name: string, message: string): Error {
  return Object.assign(new Error(message), { name })
}

const register = { iamAction: 'ecs:RegisterTaskDefinition', resource: '*' }
const user = 'User: arn:aws:sts::123456789012:assumed-role/deploy/x is not authorized to perform:'
const role = 'arn:aws:iam::123456789012:role/execution'

function denied(rest: string) {
  return explainAwsError(exception('AccessDeniedException', `${user} ${rest}`), register)
}

describe('a call that the role may not make', () => {
  it('shows the permission that AWS misses, when that is another than the call', () => {
    const error = denied(
      `iam:PassRole on resource: ${role} because no identity-based policy allows the iam:PassRole action`,
    )
    expect(error.message).toContain('may not call iam:PassRole, which ecs:RegisterTaskDefinition')
    expect(error).toMatchObject({
      code: 'access-denied',
      remedy: `Add this statement to the role's policy: {"Effect":"Allow","Action":"iam:PassRole","Resource":"${role}","Condition":{"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}}`,
    })
  })

  it.each([
    ['GetSecretValue', '"Action":["kms:Decrypt"]'],
    ['PutSecretValue', '"Action":["kms:GenerateDataKey","kms:Decrypt"]'],
  ])(
    'because of the key of a secret (%s) shows what that key has to allow',
    (operation, action) => {
      const refused = exception('AccessDeniedException', 'Access to KMS is not allowed')
      const of = { iamAction: `secretsmanager:${operation}`, resource: '*' }
      expect(explainAwsError(refused, of)).toMatchObject({
        code: 'access-denied',
        remedy: expect.stringContaining(action) as unknown,
      })
    },
  )

  it('names the resource without the full stop after it', () => {
    expect(denied(`ecs:TagResource on resource: ${role}.`)).toMatchObject({
      remedy: `Add this statement to the role's policy: {"Effect":"Allow","Action":"ecs:TagResource","Resource":"${role}"}`,
    })
  })

  it.each([
    ['a service control policy', 'The service control policy denies iam:PassRole on '],
    ['an identity-based policy: arn:aws:iam::1:policy/p', 'The identity-based policy denies '],
    ['a permissions boundary.', 'The permissions boundary denies '],
  ])('with an explicit deny in %s names that policy and advises no Allow', (policy, remedy) => {
    const error = denied(`iam:PassRole on resource: ${role} with an explicit deny in ${policy}`)
    expect(error).toMatchObject({ remedy: expect.stringContaining(remedy) as unknown })
    expect(error).not.toMatchObject({ remedy: expect.stringContaining('"Allow"') as unknown })
  })

  it('with a deny that AWS does not place advises no Allow either', () => {
    const error = denied(`iam:PassRole on resource: ${role} with an explicit deny`)
    expect(error).toMatchObject({
      remedy: expect.stringContaining('denies iam:PassRole') as unknown,
    })
  })

  it('because of a boundary that does not allow it names the boundary', () => {
    const error = denied(
      `ecs:UpdateService on resource: ${role} because no permissions boundary allows the action`,
    )
    expect(error).toMatchObject({
      remedy: expect.stringContaining('statement to the permissions boundary') as unknown,
    })
  })
})

describe('credentials', () => {
  it.each(['ExpiredToken', 'ExpiredTokenException', 'RequestExpired'])(
    'that expired (%s) are told from missing ones: they have to live longer',
    (name) => {
      const error = explainAwsError(exception(name, 'The security token is expired'), register)
      expect(error).toMatchObject({
        code: 'access-denied',
        remedy: expect.stringContaining('role-duration-seconds') as unknown,
      })
    },
  )
})

describe('a host that DNS does not know', () => {
  const { signal } = new AbortController()
  const region = 'us-east-1'
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' }

  it('is a wrong region, told at once', async () => {
    const ecs = new ECSClient({
      region,
      credentials,
      endpoint: 'https://ecs.us-east1.invalid',
      maxAttempts: 12,
    })
    const start = Date.now()
    const sent = call(ecs, new ListClustersCommand({}), { signal })
    await expect(sent).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining('The host ecs.us-east1.invalid does not exist') as unknown,
      remedy: expect.stringContaining('aws-region') as unknown,
    })
    expect(Date.now() - start).toBeLessThan(3_000)
    ecs.destroy()
  })

  it('and that was found before is asked again: that passes', async () => {
    const server = createServer((_, response) => response.end('{"clusterArns":[]}'))
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    let host = { protocol: 'http:', hostname: '127.0.0.1', port, path: '/' }
    const ecs = new ECSClient({ region, credentials, endpoint: async () => host, maxAttempts: 9 })
    await call(ecs, new ListClustersCommand({}), { signal })
    server.close()
    host = { protocol: 'https:', hostname: 'ecs.us-east1.invalid', port: 443, path: '/' }
    const stop = new AbortController()
    setTimeout(() => stop.abort(new CancelledError()), 100)
    const again = call(ecs, new ListClustersCommand({}), { signal: stop.signal })
    await expect(again).rejects.toBeInstanceOf(CancelledError)
    ecs.destroy()
  })
})

describe('the input aws-region', () => {
  const table = { 'aws-region': regionInput({ description: '' }) }
  const parse = (name: string) => parseInputs(table, () => name).awsRegion

  it.each([
    ...['us-east-1', 'eu-central-2', 'ap-southeast-5', 'cn-northwest-1', 'us-gov-west-1'],
    ...['us-iso-east-1', 'us-isob-east-1', 'eusc-de-east-1', 'mx-central-1', 'il-central-1'],
  ])('takes %s', (name) => {
    expect(parse(name)).toBe(name)
  })

  it.each([
    'us-east1',
    'useast-1x',
    'US-EAST-1',
    'us-east-1a',
    'us-east-1.evil.example',
    'Ireland',
  ])('refuses %s', (name) => {
    expect(() => parse(name)).toThrowError(/is no name of a region; allowed: such as us-east-1/)
  })
})
