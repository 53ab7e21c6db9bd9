import { describe, expect, it, vi } from 'vitest'
import {
  failuresIn,
  inWorldOf,
  onlyStep,
  stepsOf,
  worldOf,
  type RehearsalWorld,
} from '../support/rehearse-examples.ts'
import { changes } from '../support/run-in-world.ts'

// Each action of a whole workflow is a process.
vi.setConfig({ testTimeout: 60_000 })

const guide = worldOf('arbiter-guide')
const sha = guide.github?.sha ?? ''
const ecr = '123456789012.dkr.ecr.us-east-1.amazonaws.com'

describe('a commit whose image cannot be built', () => {
  it('is red in the words of the builder, and nothing of it is migrated or deployed', () =>
    inWorldOf('arbiter-guide', guide, async ({ run, simulator }) => {
      const files = {
        ...guide.github?.files,
        'backend/Dockerfile': 'FROM python:3.13-slim\nCOPY pyproject.toml .\nRUN pip install .\n',
      }
      const production = await run('production', { github: { files } })
      expect(production.conclusion).toBe('failure')
      const failed = stepsOf(production, 'build').find(({ outcome }) => outcome === 'failure')
      expect(failed?.outputs).toMatchObject({ outcome: 'failed', failure: 'image' })
      expect(failed?.annotations[0]?.message).toContain('[2/3] COPY pyproject.toml .')
      expect(failed?.annotations[0]?.message).toContain('"/pyproject.toml": not found')
      expect(onlyJob(production, 'deploy')).toBe('skipped')
      expect(changes(simulator).filter((name) => !/Push|Upload/.test(name))).toEqual([])
    }))
})

describe('a commit whose immutable tag is on another image', () => {
  it('is red before anything is built', () => {
    const labels = { 'org.opencontainers.image.revision': 'f'.repeat(40) }
    const taken = ['backend', 'frontend'].map((name) => ({
      repository: `${ecr}/arbiter-ai/${name}`,
      tags: [sha],
      labels,
    }))
    const world = { ...guide, images: [...(guide.images ?? []), ...taken] }
    return inWorldOf('arbiter-guide', world, async ({ run, simulator }) => {
      const production = await run('production')
      expect(production.conclusion).toBe('failure')
      const failures = stepsOf(production, 'build').map(({ outputs }) => outputs['failure'])
      expect(failures).toContain('conflict')
      expect(production.text).not.toContain('stand-in for docker')
      expect(onlyJob(production, 'deploy')).toBe('skipped')
      expect(changes(simulator)).toEqual([])
    })
  })
})

describe('the staging of the guide of Arbiter AI', () => {
  it('builds and deploys both services, and finds both images again for a commit that changes neither', () =>
    inWorldOf('arbiter-guide', staging(), async ({ run }) => {
      const first = await run('staging')
      expect(failuresIn(first)).toEqual([])
      expect(first.conclusion).toBe('success')
      const second = await run('staging', { github: { sha: 'b'.repeat(40) } })
      for (const name of ['backend', 'frontend']) {
        const { digest = 'none' } = onlyStep(first, `build-${name}`).outputs
        expect(onlyStep(first, name).outputs['image-digests']).toContain(digest)
        expect(onlyStep(second, `build-${name}`).outputs).toMatchObject({
          outcome: 'reused',
          digest,
          'image-tag': `${ecr}/arbiter-ai/${name}:${'b'.repeat(40)}`,
        })
        expect(onlyStep(second, name).outputs['outcome']).toBe('unchanged')
      }
    }))
})

/** What the guide says of staging, in its own account. */
function staging(): RehearsalWorld {
  const text = JSON.stringify(guide)
    .replaceAll('arbiter-ai/production', 'arbiter-ai/staging')
    .replaceAll('sk_live_', 'sk_test_')
    .replace('"APP_MODE":"production"', '"APP_MODE":"sandbox"')
    .replace('"APP_ENV":"production"', '"APP_ENV":"staging"')
  return JSON.parse(text) as RehearsalWorld // made of one
}

describe('the production of the agent starter in a private GHCR', () => {
  it('builds and deploys from there, and goes back to the tag from before without building', () =>
    inWorldOf('agent-saas', inGhcr(), async ({ run }) => {
      const inputs = { registry: 'ghcr.io', image_prefix: 'agent-saas/agent-saas' }
      const first = await run('production', { inputs })
      expect(failuresIn(first)).toEqual([])
      expect(stepsOf(first, 'build').map(({ outputs }) => outputs['registry'])).toEqual([
        'ghcr.io',
        'ghcr.io',
      ])
      const built = stepsOf(first, 'build')[0]?.outputs['digest'] ?? 'none'
      expect(onlyStep(first, 'api').outputs['image-digests']).toContain(built)
      const back = await run('production', { inputs: { ...inputs, tag: '1' } })
      expect(failuresIn(back)).toEqual([])
      expect(onlyJob(back, 'images')).toBe('skipped')
      for (const name of ['api', 'web']) {
        expect(onlyStep(back, name).outputs['outcome']).toBe('deployed')
        expect(onlyStep(back, name).outputs['image-digests']).not.toContain(built)
      }
      expect(JSON.stringify([first, back])).not.toContain('canary')
    }))
})

/** The world of the agent starter, whose images have always been in GHCR, where ECS logs in to pull. */
function inGhcr(): RehearsalWorld {
  const text = JSON.stringify(worldOf('agent-saas')).replaceAll(
    `${ecr}/agent-saas/`,
    'ghcr.io/agent-saas/agent-saas/',
  )
  const world = JSON.parse(text) as RehearsalWorld // made of one
  const [secret] = (world.secrets ?? []).filter(({ name }) => name.endsWith('/ghcr'))
  const repositoryCredentials = { credentialsParameter: secret?.arn }
  return {
    ...world,
    repositories: [],
    builtImages: world.builtImages?.slice(2) ?? [],
    taskDefinitions: (world.taskDefinitions ?? []).map((definition) => ({
      ...definition,
      containerDefinitions: (definition['containerDefinitions'] as readonly object[]).map(
        (container) => ({ ...container, repositoryCredentials }),
      ), // inputs of RegisterTaskDefinition
    })),
  }
}

/** How a job ended, all its legs alike. */
function onlyJob(
  run: { readonly jobs: readonly { readonly id: string; readonly result: string }[] },
  id: string,
): string {
  const results = run.jobs.filter((job) => job.id === id).map(({ result }) => result)
  return [...new Set(results)].join()
}
