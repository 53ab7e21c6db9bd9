import type { Task } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { deathOf } from '../src/index.ts'

/** Words that ECS and its agent have been seen to use, and the class that they belong to. */
const words: readonly [code: string, task: Task, remedy?: string][] = [
  [
    'secret',
    {
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key X',
    },
  ],
  [
    'secret',
    {
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secrets from ssm: RequestCanceled: request context canceled caused by: context deadline exceeded',
    },
  ],
  [
    'access-denied',
    {
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'ResourceInitializationError: unable to pull secrets or registry auth: AccessDeniedException: User: x is not authorized to perform: secretsmanager:GetSecretValue on resource: y',
    },
  ],
  [
    'image',
    {
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'CannotPullContainerError: ref pull has been retried 1 time(s): failed to resolve reference "x:1": not found',
    },
  ],
  [
    'oom',
    {
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [
        {
          name: 'api',
          exitCode: 137,
          reason: 'OutOfMemoryError: Container killed due to memory usage',
        },
      ],
    },
  ],
  [
    'crash',
    {
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [
        { name: 'log', exitCode: 1 },
        { name: 'api', exitCode: 3 },
      ],
    },
  ],
  [
    'load-balancer-health',
    {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason:
        'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/t/1)',
    },
  ],
  [
    'container-health',
    { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed container health checks' },
  ],
  [
    'capacity',
    {
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'Capacity is unavailable at this time. Please try again later or in a different availability zone',
    },
  ],
  ...failedToStart([
    [
      'image',
      'VPC endpoints for ecr.api',
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError: send request failed caused by: Post "https://api.ecr.us-east-1.amazonaws.com/": dial tcp 10.0.0.1:443: i/o timeout',
    ],
    [
      'image',
      'VPC endpoints for ecr.api',
      'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration.',
    ],
    [
      'image',
      'VPC endpoints for ecr.api',
      'CannotPullContainerError: ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed open: dial tcp 52.0.0.1:443: i/o timeout',
    ],
    [
      'secret',
      'VPC endpoints for ecr.api',
      "ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull 'arn:aws:secretsmanager:us-east-1:123456789012:secret:ecr-AbCdEf' from AWS Secrets Manager. There is a connection issue between the task and AWS Secrets Manager: context deadline exceeded",
    ],
    [
      'secret',
      'Check that the secret exists',
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to get registry auth from asm: secret does not exist',
    ],
    [
      'access-denied',
      'trust policy',
      "ECS was unable to assume the role 'arn:aws:iam::123456789012:role/secret-task' that was provided for this task.",
    ],
    [
      'service-error',
      'awslogs-create-group',
      'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.',
    ],
    [
      'service-error',
      'log options',
      'ResourceInitializationError: failed to create/validate logger args: signal: killed',
    ],
    [
      'service-error',
      'host port',
      'CannotStartContainerError: Error response from daemon: driver failed programming external connectivity: Bind for 0.0.0.0:80 failed: port is already allocated',
    ],
    [
      'service-error',
      'ephemeralStorage',
      'CannotPullContainerError: write /var/lib/docker/tmp/GetImageBlob: no space left on device',
    ],
    [
      'service-error',
      'container agent',
      'DockerTimeoutError: Could not transition to started; timed out after waiting 3m0s',
    ],
    ['service-error', 'container agent', 'CannotCreateContainerError: API error (500): devmapper'],
    [
      'crash',
      'command or entryPoint',
      'CannotStartContainerError: OCI runtime create failed: exec: "serve": executable file not found in $PATH: unknown',
    ],
    [
      'image',
      'platform of the task',
      'CannotStartContainerError: failed to create shim: exec /app: exec format error: unknown',
    ],
    ['service-error', 'when it is transient', 'Something that nobody has seen before'],
  ]),
  ['capacity', { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' }],
]

/** Tasks that did not start for a reason, with the code and words of the remedy for it. */
function failedToStart(rows: readonly [string, string, string][]): [string, Task, string][] {
  return rows.map(([code, remedy, stoppedReason]) => [
    code,
    { stopCode: 'TaskFailedToStart', stoppedReason },
    remedy,
  ])
}

describe('the reason for which a task stopped', () => {
  it.each(words)('is told as %s (%j)', (code, task, remedy = '') => {
    const told = deathOf(task, new Set(['api']))
    expect(told?.code).toBe(code)
    expect(told?.remedy).toContain(remedy)
  })
})
