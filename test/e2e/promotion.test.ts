import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { repositoryRoot } from '../../scripts/repository.ts'
import { failuresIn, inWorldOf, onlyStep, stepsOf, worldOf } from '../support/rehearse-examples.ts'
import { changes } from '../support/run-in-world.ts'

// Each action of a whole workflow is a process.
vi.setConfig({ testTimeout: 60_000 })

const commit = '4f1c2d3e5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d'

describe('the production of the runbook of Arbiter AI', () => {
  it('takes the image over that was tested in another account, and deploys that; without docker', () =>
    inWorldOf('arbiter-runbook', worldOf('arbiter-runbook'), async ({ run }) => {
      const production = await run('production', { inputs: { commit } })
      expect(failuresIn(production)).toEqual([])
      const promoted = onlyStep(production, 'promote')
      expect(promoted.outputs).toMatchObject({ outcome: 'promoted', tags: `["${commit}"]` })
      expect(promoted.log).not.toContain('stand-in for docker')
      const { digest = 'none' } = promoted.outputs
      const deployed = onlyStep(production, 'deploy')
      expect(deployed.outputs['outcome']).toBe('deployed')
      expect(deployed.outputs['image-digests']).toContain(digest)
      expect(onlyStep(production, 'migrate').log).toContain('| applied 0002')
      expect(production.conclusion).toBe('success')
      expect(JSON.stringify(production)).not.toContain('canary')
    }))

  it('stops before the migration where the sandbox has no such image', () =>
    inWorldOf('arbiter-runbook', worldOf('arbiter-runbook'), async ({ run, simulator }) => {
      const production = await run('production', { inputs: { commit: 'a'.repeat(40) } })
      expect(production.conclusion).toBe('failure')
      expect(onlyStep(production, 'promote').outputs).toMatchObject({
        outcome: 'failed',
        failure: 'image',
      })
      expect(onlyStep(production, 'migrate').outcome).toBe('skipped')
      expect(changes(simulator)).toEqual([])
    }))
})

const promotion = `
on: workflow_dispatch
jobs:
  promote:
    runs-on: ubuntu-latest
    permissions: { packages: write }
    strategy:
      fail-fast: false
      max-parallel: 1
      matrix: { image: [api, ui] }
    steps:
      - id: promote
        uses: org/deploy-actions/build-push-image@v1
        with:
          repository: ghcr.io/everruns/staging-\${{ matrix.image }}
          promote-from: ghcr.io/everruns/everruns-\${{ matrix.image }}:\${{ github.sha }}
          registry-username: \${{ github.actor }}
          registry-password: \${{ github.token }}
          tags: '{sha}'
`

describe('the images that the production of Everruns builds', () => {
  it('can be promoted, but for the one that has the address of production in its pages', () =>
    inWorldOf('everruns', worldOf('everruns'), async ({ run }) => {
      const built = await run({ text: onlyImages('everruns') })
      expect(built.conclusion).toBe('success')
      const promoted = await run({ text: promotion })
      const [api, ui] = stepsOf(promoted, 'promote').map(({ outputs }) => outputs)
      expect(api).toMatchObject({
        outcome: 'promoted',
        digest: stepsOf(built, 'build')[0]?.outputs['digest'],
      })
      expect(ui).toMatchObject({ outcome: 'failed', failure: 'image' })
      expect(promoted.text).toContain('was built for production')
    }))
})

/** The example without the job that deploys. */
function onlyImages(system: string): string {
  const path = join(repositoryRoot, `workflows-examples/${system}/production.yml`)
  const [images = ''] = readFileSync(path, 'utf8').split('\n  # Of a matrix', 1)
  return images
}
