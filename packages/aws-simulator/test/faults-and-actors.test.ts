import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { ListClustersCommand, UpdateServiceCommand, type ECSClient } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { arbiterWorld } from './arbiter-world.ts'
import { describeService, listDeployments, target } from './deploying.ts'
import { clientOptions, inVirtualTime, sleepSeconds } from './in-virtual-time.ts'

async function outcomes(ecs: ECSClient, calls: number): Promise<readonly string[]> {
  const seen: string[] = []
  for (let call = 0; call < calls; call += 1) {
    const outcome = await ecs.send(new ListClustersCommand({})).then(
      () => 'ok',
      (error: Error) => error.name,
    )
    seen.push(outcome)
  }
  return seen
}

describe('A fault', () => {
  const error = { name: 'ThrottlingException', status: 400, message: 'Rate exceeded' }

  it('befalls every n-th call of its operation', () => {
    const faults = [{ operation: 'ListClusters', every: 3, error }]
    return inVirtualTime(arbiterWorld({}, { faults }), async ({ ecs, simulator }) => {
      await describeService(ecs)
      expect(await outcomes(ecs, 4)).toEqual(['ok', 'ok', 'ThrottlingException', 'ok'])
      expect(simulator.requests.map((request) => request.error)).toEqual([
        undefined,
        undefined,
        undefined,
        'ThrottlingException',
        undefined,
      ])
    })
  })

  it('befalls the calls that are listed', () => {
    const serverError = { name: 'ServerException', status: 500 }
    const faults = [{ operation: '*', calls: [1, 2], error: serverError }]
    return inVirtualTime(arbiterWorld({}, { faults }), async ({ ecs }) => {
      expect(await outcomes(ecs, 3)).toEqual(['ServerException', 'ServerException', 'ok'])
    })
  })

  it('befalls calls in a stretch of time', () => {
    const expired = { name: 'ExpiredTokenException', message: 'The security token is expired' }
    const faults = [{ operation: '*', from: '10s', to: '20s', error: expired }]
    return inVirtualTime(arbiterWorld({}, { faults }), async ({ ecs }) => {
      expect(await outcomes(ecs, 1)).toEqual(['ok'])
      await sleepSeconds(15)
      expect(await outcomes(ecs, 1)).toEqual(['ExpiredTokenException'])
      await sleepSeconds(5)
      expect(await outcomes(ecs, 1)).toEqual(['ok'])
    })
  })

  it('cuts the connection, before or after the operation took effect', () => {
    const operation = 'UpdateService'
    const faults = [
      { operation, calls: [1], reset: true },
      { operation, calls: [2], reset: true, takesEffect: true },
    ]
    return inVirtualTime(arbiterWorld({}, { faults }), async ({ ecs, simulator }) => {
      const scale = new UpdateServiceCommand({ ...target, desiredCount: 2 })
      await expect(ecs.send(scale)).rejects.toMatchObject({ code: 'ECONNRESET' })
      expect(await describeService(ecs)).toMatchObject({ desiredCount: 1 })
      await expect(ecs.send(scale)).rejects.toMatchObject({ code: 'ECONNRESET' })
      expect(await describeService(ecs)).toMatchObject({ desiredCount: 2 })
      expect(simulator.requests.filter((request) => request.error === 'reset')).toHaveLength(2)
    })
  })

  it('makes an answer late, in virtual time', () => {
    const faults = [{ operation: 'ListClusters', delay: '45s' }]
    return inVirtualTime(arbiterWorld({}, { faults }), async ({ ecs }) => {
      const startMs = Date.now()
      expect(await outcomes(ecs, 1)).toEqual(['ok'])
      expect(Date.now() - startMs).toBe(45_000)
    })
  })
})

describe('Somebody else at work', () => {
  it('acts at the moment that the world says', () => {
    const input = { ...target, forceNewDeployment: true }
    const actors = [{ after: '45s', operation: 'UpdateService', input }]
    return inVirtualTime(arbiterWorld({}, { actors }), async ({ ecs, simulator }) => {
      await sleepSeconds(44)
      expect(await listDeployments(ecs)).toHaveLength(1)
      await sleepSeconds(2)
      const [latest] = await listDeployments(ecs)
      expect(latest?.createdAt).toEqual(new Date('2026-01-01T00:00:45Z'))
      expect(simulator.requests.map(({ operation }) => operation)).not.toContain('UpdateService')
    })
  })

  it('acts some time after the first call of an operation', () => {
    const input = { ...target, desiredCount: 5 }
    const since = { operation: 'ListClusters' }
    const actors = [{ after: '10s', since, operation: 'UpdateService', input }]
    return inVirtualTime(arbiterWorld({}, { actors }), async ({ ecs }) => {
      await sleepSeconds(60)
      await outcomes(ecs, 1)
      await sleepSeconds(9)
      expect(await describeService(ecs)).toMatchObject({ desiredCount: 1 })
      await sleepSeconds(2)
      expect(await describeService(ecs)).toMatchObject({ desiredCount: 5 })
    })
  })
})

describe('STS', () => {
  it('says who calls', () =>
    inVirtualTime(arbiterWorld({}, { account: '123456789012' }), async ({ simulator }) => {
      const sts = new STSClient(clientOptions(simulator))
      const identity = await sts.send(new GetCallerIdentityCommand({}))
      expect(identity).toMatchObject({
        Account: '123456789012',
        Arn: 'arn:aws:sts::123456789012:assumed-role/simulator/session',
      })
    }))
})
