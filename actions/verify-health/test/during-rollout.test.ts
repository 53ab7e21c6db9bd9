import { installVirtualTime, startSimulator, type World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { runStep, type Recorded } from './in-flow.ts'

const host = 'sandbox.arbiter-ai.com'
const repository = '123456789012.dkr.ecr.us-east-1.amazonaws.com/arbiter-ai/backend'

const image = (version: string) => ({
  repository,
  tags: [version],
  behaviour: {
    startup: { healthyAfter: '20s' },
    http: [{ path: '/health', status: 200, body: JSON.stringify({ version }) }],
  },
})

const taskDefinition = (version: string) => ({
  family: 'backend',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
  containerDefinitions: [
    { name: 'backend', image: `${repository}:${version}`, portMappings: [{ containerPort: 8000 }] },
  ],
})

/** Version 1.4.0 is steady, and somebody deploys `version` after ten seconds. */
const worldDeploying = (version: string): World => ({
  images: [image('1.4.0'), image('1.5.0')],
  taskDefinitions: [taskDefinition('1.4.0'), taskDefinition(version)],
  clusters: [
    {
      name: 'arbiter-ai',
      services: [
        {
          serviceName: 'backend',
          taskDefinition: 'backend:1',
          desiredCount: 2,
          launchType: 'FARGATE',
          networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
        },
      ],
    },
  ],
  endpoints: [{ host, cluster: 'arbiter-ai', service: 'backend', containerPort: 8000 }],
  actors: [
    {
      after: '10s',
      operation: 'UpdateService',
      input: { cluster: 'arbiter-ai', service: 'backend', taskDefinition: 'backend:2' },
    },
  ],
})

/** Expects 1.5.0 behind the load balancer while `version` is deployed. */
async function verifyWhileDeploying(version: string): Promise<Recorded> {
  const simulator = await startSimulator({ world: worldDeploying(version), speed: 0 })
  const uninstall = installVirtualTime(simulator.clock)
  try {
    return await runStep({
      url: `http://${host}/health`,
      resolve: `${host}=${new URL(simulator.endpoints[host] ?? '').host}`,
      'expect-json': 'version=1.5.0',
      timeout: '10m',
      hold: '1m',
    })
  } finally {
    uninstall()
    await simulator.stop()
  }
}

describe('A rollout of the version that is expected', () => {
  it('is red in the eyes of the check until the old version has gone, then green', async () => {
    const { outputs, log } = await verifyWhileDeploying('1.5.0')
    expect(outputs).toMatchObject({ outcome: 'healthy', healthy: 'true' })
    expect(log.join('\n')).toContain(
      'answered version=1.4.0, expected 1.5.0: another version answers (perhaps the old one, perhaps a newer)',
    )
    expect(JSON.parse(outputs['report'] ?? '')).toMatchObject([{ verdict: 'healthy', reason: '' }])
  })
})

describe('A rollout of a version that does not come up', () => {
  it('is unhealthy, because the old version still answers', async () => {
    const { outputs, errors, exitCode } = await verifyWhileDeploying('9.9.9')
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({ outcome: 'unhealthy', failure: 'verify' })
    expect(errors[0]?.message).toContain(
      'another version answers (perhaps the old one, perhaps a newer)',
    )
    expect(errors[0]?.message).toContain('after 9m 00s, when too little time was left for hold')
  })
})
