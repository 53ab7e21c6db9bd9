import type { Task } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { deathOf } from '../src/index.ts'

const auth =
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '

function failedToStart(stoppedReason: string): Task {
  return { stopCode: 'TaskFailedToStart', stoppedReason }
}

function exited(exitCode: number, more: Partial<Task> = {}): Task {
  return {
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: [{ name: 'api', exitCode }],
    ...more,
  }
}

const outOfMemory = 'OutOfMemoryError: Container killed due to memory usage'

/** What ECS tells, with the code and the part of the remedy that name what to change. */
const rows: readonly [code: string, remedy: string, task: Task][] = [
  ['crash', 'Read the last lines of api', exited(3)],
  ['crash', 'stay in the foreground', exited(0)],
  ['crash', 'command or entryPoint', exited(126)],
  ['crash', 'command or entryPoint', exited(127)],
  ['crash', 'MemoryUtilization', exited(137)],
  ['crash', 'told api to end', exited(143)],
  [
    'oom',
    'Raise memory of the container api (256 MiB now)',
    exited(137, {
      containers: [{ name: 'api', exitCode: 137, reason: outOfMemory, memory: '256' }],
    }),
  ],
  [
    'oom',
    'Raise memory of the task (512 MiB now)',
    exited(137, {
      memory: '512',
      containers: [{ name: 'api', exitCode: 137, reason: outOfMemory }],
    }),
  ],
  [
    'access-denied',
    'policy of the role execution: {"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:app-AbCdEf"}',
    failedToStart(
      `${auth}AccessDeniedException: User: arn:aws-cn:sts::123456789012:assumed-role/execution/7c16 is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:app-AbCdEf because no identity-based policy allows it`,
    ),
  ],
  [
    'access-denied',
    '"Resource":"arn:aws:logs:us-east-1:123456789012:log-group:/ecs/api:*"}',
    failedToStart(
      'ResourceInitializationError: failed to validate logger args: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/execution/7c16 is not authorized to perform: logs:CreateLogStream on resource: arn:aws:logs:us-east-1:123456789012:log-group:/ecs/api:log-stream:ecs/api/7c16 because no identity-based policy allows it',
    ),
  ],
  [
    'access-denied',
    'change that policy',
    failedToStart(
      `${auth}AccessDeniedException: User: arn:aws:sts::1:assumed-role/execution/7c is not authorized to perform: ssm:GetParameters on resource: arn:aws:ssm:us-east-1:1:parameter/x with an explicit deny in a service control policy`,
    ),
  ],
  [
    'access-denied',
    'role arn:aws:iam::123456789012:role/secret-task exists',
    failedToStart(
      "ECS was unable to assume the role 'arn:aws:iam::123456789012:role/secret-task' that was provided for this task.",
    ),
  ],
  [
    'access-denied',
    'create-service-linked-role',
    failedToStart(
      'Unable to assume the service linked role. Please verify that the ECS service linked role exists.',
    ),
  ],
  [
    'access-denied',
    'kms:Decrypt',
    failedToStart(`${auth}AccessDeniedException: Access to KMS is not allowed`),
  ],
  [
    'image',
    '"Resource":"arn:aws-us-gov:ecr:us-gov-west-1:123456789012:repository/shop/api"}',
    failedToStart(
      'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 123456789012.dkr.ecr.us-gov-west-1.amazonaws.com/shop/api:1: 403 Forbidden',
    ),
  ],
  [
    'image',
    'docker buildx build --platform linux/arm64',
    failedToStart(
      "CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/arm64'",
    ),
  ],
  [
    'image',
    'VPC endpoints for ecr.api, ecr.dkr, s3',
    failedToStart(
      `${auth}unable to retrieve ecr registry auth: dial tcp 10.0.0.1:443: i/o timeout`,
    ),
  ],
  [
    'secret',
    'VPC endpoints for secretsmanager, ssm, kms',
    failedToStart(`${auth}unable to retrieve secret from asm: context deadline exceeded`),
  ],
  [
    'service-error',
    'a VPC endpoint for logs',
    failedToStart(
      'ResourceInitializationError: failed to create/validate logger args: signal: killed',
    ),
  ],
  ['secret', 'Add the key DB_URL', failedToStart(`${auth}did not contain json key DB_URL`)],
  [
    'secret',
    'restore-secret',
    failedToStart(
      `${auth}unable to retrieve secret from asm: InvalidRequestException: You can't perform this operation on the secret because it was marked for deletion.`,
    ),
  ],
  [
    'secret',
    'Create the parameter /app/key',
    failedToStart(`${auth}unable to retrieve secrets from ssm: invalid parameters: /app/key`),
  ],
  [
    'secret',
    'username and password',
    failedToStart(`${auth}unable to get registry auth from asm: secret does not exist`),
  ],
  ['service-error', 'when it is transient', failedToStart('Something that nobody has seen before')],
  ['capacity', 'Spot', { stopCode: 'SpotInterruption' }],
  ['capacity', 'host of the task', { stopCode: 'TerminationNotice' }],
]

describe('the reason for which a task stopped', () => {
  it.each(rows)('is told as %s, with what to change: %s', (code, remedy, task) => {
    const told = deathOf(task, new Set(['api']))
    expect(told?.code).toBe(code)
    expect(told?.remedy).toContain(remedy)
  })

  it('is the container that its health check calls unhealthy, whatever the others ended with', () => {
    const task: Task = {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Task failed container health checks',
      containers: [
        { name: 'proxy', exitCode: 1, healthStatus: 'HEALTHY' },
        { name: 'api', exitCode: 137, healthStatus: 'UNHEALTHY' },
      ],
    }
    const told = deathOf(task, new Set(['proxy', 'api']))
    expect(told).toMatchObject({ code: 'container-health', container: 'api', exitCode: undefined })
  })

  it('names the container that others waited for, and not one that ECS ended when it gave up', () => {
    const task: Task = {
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'dependency graph: failed to resolve container ordering dependency [db] for target [api] as dependency has timed out.',
      containers: [{ name: 'db', exitCode: 143 }, { name: 'log', exitCode: 1 }, { name: 'api' }],
    }
    const told = deathOf(task, new Set(['api', 'db']))
    expect(told).toMatchObject({ kind: 'dependency', container: 'db', exitCode: undefined })
  })

  it('finds the container that others waited for where ECS does not name it', () => {
    const task: Task = {
      ...failedToStart('dependency graph: dependency on containers not resolved'),
      containers: [{ name: 'log', exitCode: 143 }, { name: 'init', exitCode: 2 }, { name: 'api' }],
    }
    expect(deathOf(task, new Set(['api']))).toMatchObject({ container: 'init', exitCode: 2 })
  })

  it('is none of a sidecar that ECS ended because the image of another could not be pulled', () => {
    const task: Task = {
      ...failedToStart('CannotPullContainerError: manifest unknown'),
      containers: [{ name: 'log', exitCode: 143 }, { name: 'api' }],
    }
    expect(deathOf(task, new Set(['api']))).toMatchObject({ code: 'image', container: undefined })
  })
})
