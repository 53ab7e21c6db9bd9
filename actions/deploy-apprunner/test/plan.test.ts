import type { OperationSummary } from '@aws-sdk/client-apprunner'
import { describe, expect, it } from 'vitest'
import { planDeployment } from '../src/plan.ts'
import { describePlan } from '../src/tell.ts'
import {
  current,
  given,
  inputs,
  minute,
  now,
  observed,
  parts,
  type Situation,
} from './situations.ts'

type Type = NonNullable<OperationSummary['Type']>
type Status = NonNullable<OperationSummary['Status']>

/** An operation that began so many minutes ago. */
function operation(type: Type, status: Status, minutesAgo = 30): OperationSummary {
  return {
    Id: `${type} ${minutesAgo}`,
    Type: type,
    Status: status,
    StartedAt: new Date(now - minutesAgo * minute),
  }
}

const updated = operation('UPDATE_SERVICE', 'SUCCEEDED')
const deploying = (minutesAgo: number) => operation('START_DEPLOYMENT', 'IN_PROGRESS', minutesAgo)
const agoMs = (minutes: number) => now - minutes * minute

type Row = readonly [situation: string, is: Situation, kind: string, inputs?: object]

const rows: readonly Row[] = [
  ['something changes', { changed: parts }, 'update'],
  ['nothing does', { operations: [updated] }, 'unchanged'],
  ['nothing does, and nobody has done anything for long', {}, 'unchanged'],
  ['no image is named', { operations: [updated] }, 'redeploy', { image: undefined }],
  [
    'no image is named, and the watched tag was pushed a moment ago',
    { operations: [updated], pushedAt: agoMs(0.5) },
    'expect',
    { image: undefined },
  ],
  [
    'no image is named, and the pushed tag is deployed, which the status does not show yet',
    { operations: [deploying(1)], pushedAt: agoMs(2) },
    'join',
    { image: undefined },
  ],
  [
    'no image is named, and the deployment of the pushed tag was joined',
    {
      operations: [operation('START_DEPLOYMENT', 'SUCCEEDED', 8)],
      pushedAt: agoMs(9),
      hasJoined: true,
    },
    'unchanged',
    { image: undefined },
  ],
  [
    'no image is named, and the pushed tag was deployed before',
    { operations: [operation('START_DEPLOYMENT', 'SUCCEEDED', 8)], pushedAt: agoMs(9) },
    'redeploy',
    { image: undefined },
  ],
  [
    'nothing changes, and somebody has just begun something, which the status does not show yet',
    { operations: [operation('UPDATE_SERVICE', 'IN_PROGRESS', 0), updated] },
    'wait',
  ],
  ['no image is named and a setting changes', { changed: parts }, 'update', { image: undefined }],
  [
    'the newest deployment had failed',
    { operations: [operation('START_DEPLOYMENT', 'FAILED'), updated] },
    'redeploy',
  ],
  [
    'the newest update was rolled back',
    { operations: [operation('UPDATE_SERVICE', 'ROLLBACK_SUCCEEDED'), updated] },
    'redeploy',
  ],
  [
    'it was paused and resumed since',
    {
      operations: [
        operation('RESUME_SERVICE', 'SUCCEEDED', 10),
        operation('PAUSE_SERVICE', 'SUCCEEDED', 20),
        updated,
      ],
    },
    'unchanged',
  ],
  [
    'it was updated while it was paused, and resumed since',
    {
      operations: [
        operation('RESUME_SERVICE', 'SUCCEEDED', 5),
        operation('UPDATE_SERVICE', 'SUCCEEDED', 10),
        operation('PAUSE_SERVICE', 'SUCCEEDED', 20),
      ],
    },
    'redeploy',
  ],
  [
    'it was updated after it could not be paused',
    {
      operations: [
        operation('UPDATE_SERVICE', 'SUCCEEDED', 10),
        operation('PAUSE_SERVICE', 'FAILED', 20),
      ],
    },
    'unchanged',
  ],
  [
    'it was updated while it was paused, and deployed since',
    {
      operations: [
        operation('START_DEPLOYMENT', 'SUCCEEDED', 2),
        operation('RESUME_SERVICE', 'SUCCEEDED', 5),
        operation('UPDATE_SERVICE', 'SUCCEEDED', 10),
        operation('PAUSE_SERVICE', 'SUCCEEDED', 20),
      ],
    },
    'unchanged',
  ],
  ['it is paused', { status: 'PAUSED', changed: parts }, 'resume', { resume: true }],
  ['it could not be created', { status: 'CREATE_FAILED' }, 'update'],
  [
    'somebody updates it',
    {
      status: 'OPERATION_IN_PROGRESS',
      operations: [operation('UPDATE_SERVICE', 'IN_PROGRESS', 1)],
    },
    'wait',
  ],
  ['something is done to it that is not listed yet', { status: 'OPERATION_IN_PROGRESS' }, 'wait'],
  [
    'the pushed tag is deployed',
    { status: 'OPERATION_IN_PROGRESS', operations: [deploying(1)], pushedAt: agoMs(2) },
    'join',
  ],
  [
    'what is deployed was pushed before',
    { status: 'OPERATION_IN_PROGRESS', operations: [deploying(2)], pushedAt: agoMs(1) },
    'wait',
  ],
  [
    'the pushed tag is deployed, and a setting changes besides',
    {
      status: 'OPERATION_IN_PROGRESS',
      changed: parts,
      operations: [deploying(1)],
      pushedAt: agoMs(2),
    },
    'wait',
  ],
  [
    'somebody deploys what nobody watches',
    { status: 'OPERATION_IN_PROGRESS', operations: [deploying(1)] },
    'wait',
  ],
  [
    'the pushed tag was deployed',
    { operations: [operation('START_DEPLOYMENT', 'SUCCEEDED', 8)], pushedAt: agoMs(9) },
    'unchanged',
  ],
  ['the tag was pushed a moment ago', { operations: [updated], pushedAt: agoMs(0.5) }, 'expect'],
  [
    'the tag was pushed, and nothing came of it',
    { operations: [updated], pushedAt: agoMs(2) },
    'redeploy',
  ],
  [
    'the tag may have been moved to an image that was deployed before',
    {
      operations: [operation('START_DEPLOYMENT', 'SUCCEEDED', 8)],
      pushedAt: agoMs(9),
      isShared: true,
    },
    'expect',
  ],
  [
    'it may, and App Runner has done nothing for a minute',
    {
      operations: [operation('START_DEPLOYMENT', 'SUCCEEDED', 8)],
      pushedAt: agoMs(9),
      isShared: true,
      hasExpected: true,
    },
    'unchanged',
  ],
  [
    'it may, and was deployed since the step began',
    {
      operations: [operation('START_DEPLOYMENT', 'SUCCEEDED', 2)],
      pushedAt: agoMs(9),
      isShared: true,
    },
    'unchanged',
  ],
  ['nobody says when the tag was pushed', { operations: [updated], pushedAt: null }, 'redeploy'],
]

describe('what is done', () => {
  it.for(rows)('where %s', ([, situation, kind, changes = {}]) => {
    const plan = planDeployment(given(changes), observed(situation))
    expect(plan.kind).toBe(kind)
    for (const line of describePlan(plan, observed(situation)))
      expect(line).toMatch(/[.:]$|becomes/)
  })

  it('where there is no such service, is to create it', () => {
    const missing = { ...observed({}), found: { kind: 'missing', instead: '' } as const }
    const tags = new Map([['team', 'ai']])
    const plan = planDeployment(given({ mayCreate: true, tags }), missing)
    expect(plan).toMatchObject({
      kind: 'create',
      input: {
        ServiceName: 'chatbot',
        SourceConfiguration: current.SourceConfiguration,
        Tags: [{ Key: 'team', Value: 'ai' }],
      },
    })
  })

  it('where it could not be created, is to update it with all that it is to have', () => {
    const situation = observed({ status: 'CREATE_FAILED', changed: parts })
    expect(planDeployment(inputs, situation)).toMatchObject({
      kind: 'update',
      parts: { ...current, ...parts },
    })
  })
})
