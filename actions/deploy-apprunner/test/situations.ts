import type { OperationSummary, Service } from '@aws-sdk/client-apprunner'
import type { Inputs } from '../src/inputs.ts'
import type { Observed } from '../src/observe.ts'
import type { Configuration } from '../src/settings/configuration.ts'
import { imageOf, patientCheck, pinnedTo, serviceArn, sourceOf } from './chatbot.world.ts'

export const inputs = {
  service: 'chatbot',
  image: imageOf('v1'),
  mayCreate: false,
  resume: false,
  settings: { healthCheck: {}, environment: new Map() },
  tags: new Map<string, string>(),
  kmsKeyArn: undefined,
  preflight: 'error',
} as unknown as Inputs // what planning reads of them

/** The inputs of a step that deploys v1, with changes. */
export const given = (changes: object): Inputs => ({ ...inputs, ...changes })

export const current: Configuration = {
  SourceConfiguration: sourceOf(pinnedTo('v1')),
  InstanceConfiguration: { Cpu: '1024', Memory: '2048' },
  HealthCheckConfiguration: patientCheck,
}
/** What another image changes. */
export const parts: Configuration = { SourceConfiguration: sourceOf(pinnedTo('v2')) }

export const minute = 60_000
export const now = 100 * minute

/** What a look at the service brings. */
export interface Situation {
  readonly status?: Service['Status']
  readonly changed?: Configuration
  readonly operations?: readonly OperationSummary[]
  readonly pushedAt?: number | null
  readonly isShared?: boolean
  readonly hasExpected?: boolean
  readonly hasJoined?: boolean
}

/** A service in a situation; without one it rests, with all that it is to have. */
export function observed({
  status = 'RUNNING',
  changed = {},
  operations = [],
  pushedAt,
  isShared = false,
  hasExpected = false,
  hasJoined = false,
}: Situation): Observed {
  return {
    found: { kind: 'found', arn: serviceArn, service: { Status: status } as Service },
    current,
    wanted: { ...current, ...changed },
    parts: changed,
    operations,
    image: {
      identifier: imageOf('v1'),
      repositoryType: 'ECR',
      ...(pushedAt !== undefined && {
        watched: { push: pushedAt === null ? undefined : { at: pushedAt, isShared } },
      }),
    },
    findings: [],
    missingTags: new Map(),
    now,
    begunAt: now - 3 * minute,
    hasExpected,
    hasJoined,
  }
}
