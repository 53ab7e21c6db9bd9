import { describe, expect, it } from 'vitest'
import type { World } from '@deploy-actions/aws-simulator'
import { runInWorld, type WorldRun } from '../../../test/support/run-in-world.ts'
import { contract } from '../src/contract.ts'
import { main } from '../src/main.ts'
import { apiWorld, images } from './api.world.ts'

/** The service behind a load balancer; images answer with what they are. */
function worldWithEndpoint(): World {
  const world = apiWorld()
  return {
    ...world,
    images: (world.images ?? []).map((image) => ({
      ...image,
      behaviour: { ...image.behaviour, http: [{ path: '/version', body: image.tags?.[0] ?? '' }] },
    })),
    endpoints: [{ host: 'api.test', cluster: 'shop', service: 'api', containerPort: 8000 }],
  }
}

function deployAndVerify(
  inputs: Record<string, string>,
  verify: (url: string) => string,
): Promise<WorldRun> {
  const given: Record<string, string> = { cluster: 'shop', service: 'api', ...inputs }
  return runInWorld({ contract, main }, worldWithEndpoint(), {
    inputs: given,
    async before(simulator) {
      given['verify'] = verify(`${simulator.endpoints['api.test']}/version`)
    },
  })
}

const expects = (version: string) => (url: string) =>
  `{ checks: [{ name: version, url: "${url}", expect-body: ${version} }], timeout: 30s }`

describe('verify', () => {
  it('passes when the new version answers', async () => {
    const run = await deployAndVerify({ image: images.healthy }, expects('healthy'))
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
  })

  it('takes the deployment back when it fails, and stays red', async () => {
    const run = await deployAndVerify({ image: images.healthy }, expects('other'))
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { outcome: 'rolled-back', failure: 'verify' },
    })
    expect(run.errors[0]?.message).toContain('The version that ran before is steady again.')
    expect(run.errors[0]?.message).toContain('version (')
    expect(run.summary).toContain('version')
  })

  it('leaves the new version where that is wanted, and is red again in the next run', async () => {
    const leave = { image: images.healthy, 'on-failure': 'leave' }
    const run = await deployAndVerify(leave, expects('other'))
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'verify' })
    const same = { image: images.running, pin: 'off' }
    const again = await deployAndVerify(same, expects('other'))
    expect(again.outputs).toMatchObject({ outcome: 'failed', failure: 'verify' })
    expect(again.summary).toContain('Unchanged, and not healthy')
  })

  it('looks at services and target groups too', async () => {
    const run = await deployAndVerify(
      { image: images.healthy },
      () => '[{ name: api, service: api, cluster: shop }]',
    )
    expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'deployed' } })
  })

  it('that is wrong is told with its path, before any call', async () => {
    const run = await deployAndVerify({ image: images.healthy }, () => '[{ ulr: x }]')
    expect(run.errors[0]?.message).toContain('verify.checks[0]')
    expect(run.simulator.requests).toEqual([])
  })
})
