import { startSimulator, type Simulator, type World } from '@deploy-actions/aws-simulator'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { callIam, callJson, textsIn, type JsonCall } from './both-implementations.ts'
import { exceptions, rows } from './moto-secrets-table.ts'
import { findProgram, skipReason, startServer, type Server } from './programs.ts'

const moto = findProgram('moto_server')
const skipped = skipReason('the simulated Secrets Manager, Systems Manager and IAM against moto', {
  "moto_server on PATH (pip install 'moto[server]')": moto !== undefined,
})

describe.skipIf(skipped !== undefined)('The simulator and moto', () => {
  let server: Server
  let simulator: Simulator | undefined

  beforeAll(async () => {
    server = await startServer({
      program: moto ?? '',
      args: (port) => ['--port', String(port)],
      environment: () => ({}),
      path: '/moto-api/data.json',
    })
  })

  afterEach(async () => {
    await simulator?.stop()
    await fetch(`${server.url}/moto-api/reset`, { method: 'POST' })
  })

  afterAll(() => server[Symbol.asyncDispose]())

  async function ours(world: World = {}): Promise<string> {
    simulator = await startSimulator({ world })
    return simulator.url
  }

  async function last(url: string, calls: readonly JsonCall[]): Promise<unknown> {
    let answer: unknown
    for (const call of calls) answer = await callJson(url, call)
    return answer
  }

  it.each(rows.map(([title, ...calls]) => ({ title, calls })))(
    'say the same of $title',
    async ({ calls }) => {
      expect(await last(await ours(), calls)).toEqual(await last(server.url, calls))
    },
  )

  it.each(exceptions.map(([title, because, ...calls]) => ({ title, because, calls })))(
    'differ over $title: $because',
    async ({ calls }) => {
      expect(await last(await ours(), calls)).not.toEqual(await last(server.url, calls))
    },
  )

  it('show the same role and policies', async () => {
    const policy = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'ecs:*', Resource: '*' }],
    }
    const trust = {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'ecs-tasks.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
      ],
    }
    const roleName = 'execution'
    const url = await ours({
      roles: [{ roleName, assumeRolePolicyDocument: trust, policies: [policy] }],
    })
    const role = { RoleName: roleName }
    const named = { ...role, PolicyName: 'policy-1' }
    await callIam(server.url, 'CreateRole', {
      ...role,
      AssumeRolePolicyDocument: JSON.stringify(trust),
    })
    await callIam(server.url, 'PutRolePolicy', { ...named, PolicyDocument: JSON.stringify(policy) })
    const calls = [
      [
        'GetRole',
        role,
        ['RoleName', 'Arn', 'Path', 'AssumeRolePolicyDocument', 'MaxSessionDuration'],
      ],
      ['ListRolePolicies', role, ['member', 'IsTruncated']],
      ['ListAttachedRolePolicies', role, ['PolicyName', 'IsTruncated']],
      ['GetRolePolicy', named, ['RoleName', 'PolicyName', 'PolicyDocument']],
      ['GetRole', { RoleName: 'nobody' }, []],
      ['ListRolePolicies', { RoleName: 'nobody' }, []],
      ['GetRolePolicy', { ...role, PolicyName: 'nothing' }, []],
    ] as const
    for (const [operation, input, elements] of calls) {
      const seen = async (where: string) => {
        const answer = await callIam(where, operation, input)
        if ('error' in answer) return answer
        return elements.map((name) => [name, textsIn(answer.xml, name).map(decoded)])
      }
      expect(await seen(url)).toEqual(await seen(server.url))
    }
  })
})

/** Documents are JSON, in whatever way they are escaped. */
function decoded(text: string): unknown {
  const plain = decodeURIComponent(text)
  return plain.startsWith('{') ? JSON.parse(plain) : plain
}
