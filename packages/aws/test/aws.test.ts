import { RegisterTaskDefinitionRequest$ } from '@aws-sdk/client-ecs'
import { ActionError, CancelledError } from '@deploy-actions/action-kit'
import { describe, expect, it } from 'vitest'
import {
  checkShape,
  DeadlineError,
  findArn,
  isAwsError,
  logConsoleUrl,
  poll,
  serviceConsoleUrl,
} from '../src/index.ts'
import { explainAwsError } from '../src/errors.ts'

/** An exception as the SDK throws it. */
function exception(name: string, message: string): Error {
  return Object.assign(new Error(message), { name })
}

const call = { iamAction: 'ecs:UpdateService', resource: '*' }

describe('a failed call', () => {
  it('for which the role has no permission shows the statement to add, for the resource that AWS names', () => {
    const text =
      'User: x is not authorized to perform: ecs:UpdateService on resource: arn:aws:ecs:r:1:service/a/b because …'
    const error = explainAwsError(exception('AccessDeniedException', text), call)
    expect(error).toMatchObject({
      code: 'access-denied',
      remedy:
        'Add this statement to the role\'s policy: {"Effect":"Allow","Action":"ecs:UpdateService","Resource":"arn:aws:ecs:r:1:service/a/b"}',
    })
    expect(isAwsError(error, 'AccessDeniedException')).toBe(true)
  })

  it.each([
    [
      'without credentials',
      exception('CredentialsProviderError', 'Could not load credentials'),
      'access-denied',
    ],
    ['with expired credentials', exception('ExpiredTokenException', 'expired'), 'access-denied'],
    ['without region', new Error('Region is missing'), 'input'],
    ['throttled to the end', exception('ThrottlingException', 'Rate exceeded'), 'service-error'],
    [
      'over a broken connection',
      Object.assign(new Error(''), { code: 'ECONNRESET' }),
      'service-error',
    ],
  ])('%s is told as %s', (_, error, code) => {
    expect(explainAwsError(error, call)).toMatchObject({ code })
  })

  it('that was cancelled stays a cancellation', () => {
    expect(explainAwsError(exception('AbortError', 'Request aborted'), call)).toBeInstanceOf(
      CancelledError,
    )
  })

  it('that was explained already stays as it is', () => {
    const error = new ActionError({ code: 'input', message: 'a', remedy: 'b' })
    expect(explainAwsError(error, call)).toBe(error)
  })
})

describe('an ARN', () => {
  it.each(['aws', 'aws-cn', 'aws-us-gov'])('of the partition %s is taken apart', (partition) => {
    expect(findArn(`arn:${partition}:ecs:r-1:123456789012:service/c/s`)).toEqual({
      partition,
      service: 'ecs',
      region: 'r-1',
      account: '123456789012',
      resource: 'service/c/s',
    })
  })

  it('keeps colons in its resource', () => {
    expect(findArn('arn:aws:secretsmanager:r:1:secret:a-AbCdEf:KEY::')?.resource).toBe(
      'secret:a-AbCdEf:KEY::',
    )
  })

  it('is told from other text', () => {
    expect(findArn('api:3')).toBeUndefined()
  })
})

describe('a console link', () => {
  it.each([
    ['aws', 'https://us-east-1.console.aws.amazon.com/'],
    ['aws-cn', 'https://us-east-1.console.amazonaws.cn/'],
    ['aws-us-gov', 'https://us-east-1.console.amazonaws-us-gov.com/'],
  ])('leads to the console of the partition %s', (partition, start) => {
    const arn = `arn:${partition}:ecs:us-east-1:1:service/c/s`
    expect(serviceConsoleUrl(arn)).toBe(
      `${start}ecs/v2/clusters/c/services/s/deployments?region=us-east-1`,
    )
    expect(logConsoleUrl(arn, { group: '/ecs/a' })).toBe(
      `${start}cloudwatch/home?region=us-east-1#logsV2:log-groups/log-group/$252Fecs$252Fa`,
    )
  })

  it('leads to one stream of a log, in the region of the log', () => {
    const arn = 'arn:aws:ecs:us-east-1:1:task/c/0a'
    const log = { group: '/ecs/a', stream: 'ecs/a/0a', region: 'eu-west-1' }
    expect(logConsoleUrl(arn, log)).toBe(
      'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Fecs$252Fa/log-events/ecs$252Fa$252F0a',
    )
  })

  it('is left out where there is no console', () => {
    expect(serviceConsoleUrl('arn:aws-iso:ecs:us-iso-east-1:1:service/c/s')).toBeUndefined()
  })
})

describe('polling', () => {
  const never = new AbortController().signal

  it('ends with the first answer', async () => {
    let looks = 0
    const answer = await poll(async () => (++looks === 3 ? 'here' : undefined), {
      signal: never,
      deadline: Date.now() + 1000,
      delayMs: () => 1,
    })
    expect([answer, looks]).toEqual(['here', 3])
  })

  it('ends at the deadline', async () => {
    const nothing = poll(async () => undefined, {
      signal: never,
      deadline: Date.now() + 20,
      delayMs: () => 5,
    })
    await expect(nothing).rejects.toBeInstanceOf(DeadlineError)
  })

  it('ends at once when the run is cancelled', async () => {
    const controller = new AbortController()
    const nothing = poll(async () => undefined, {
      signal: controller.signal,
      deadline: Date.now() + 60_000,
      delayMs: () => 60_000,
    })
    setTimeout(() => controller.abort(new CancelledError()), 5)
    await expect(nothing).rejects.toBeInstanceOf(CancelledError)
  })
})

describe('a request shape', () => {
  it('finds unknown keys, missing keys and wrong types, with their paths', () => {
    const value = {
      familiy: 'a',
      containerDefinitions: [{ portMappings: [{ containerPort: '80' }], dockerLabels: { a: 1 } }],
    }
    expect(checkShape(RegisterTaskDefinitionRequest$, value)).toEqual([
      { path: 'familiy', message: 'is not a key that AWS knows: did you mean family?' },
      { path: 'family', message: 'is required' },
      {
        path: 'containerDefinitions[0].portMappings[0].containerPort',
        message: 'must be a number, and is text',
      },
      {
        path: 'containerDefinitions[0].dockerLabels.a',
        message: 'must be text, and is a number: put it in quotes',
      },
    ])
  })
})
