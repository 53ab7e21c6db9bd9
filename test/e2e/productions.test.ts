import { describe, expect, it, vi } from 'vitest'
import { failuresIn, inWorldOf, onlyStep, stepsOf, worldOf } from '../support/rehearse-examples.ts'

// Each action of a whole workflow is a process.
vi.setConfig({ testTimeout: 60_000 })

interface Case {
  readonly system: string
  /** Ids of the steps that deploy what was built. */
  readonly deployed: readonly string[]
  readonly command: string
}

const cases: readonly Case[] = [
  { system: 'everruns', deployed: ['api', 'worker', 'ui'], command: 'sqlx' },
  { system: 'agent-saas', deployed: ['api', 'web'], command: 'starter-console' },
  { system: 'arbiter-guide', deployed: ['backend', 'frontend'], command: 'alembic' },
]

describe.each(cases)('the production of $system', ({ system, deployed, command }) => {
  it('builds, migrates once with the revision that it deploys next, and deploys what it built; a second run builds nothing', () =>
    inWorldOf(system, worldOf(system), async ({ run }) => {
      const first = await run('production')
      expect(failuresIn(first)).toEqual([])
      expect(first.conclusion).toBe('success')
      const built = stepsOf(first, 'build')
      expect(built.map(({ outputs }) => outputs['outcome'])).toEqual(deployed.map(() => 'built'))
      const services = deployed.map((id) => onlyStep(first, id))
      expect(first.text).toContain('stand-in for docker')
      const digests = services.flatMap(({ outputs }) => digestsIn(outputs['image-digests']))
      expect(new Set(digests)).toEqual(new Set(built.map(({ outputs }) => outputs['digest'])))
      const migrate = onlyStep(first, 'migrate')
      expect(migrate.outputs).toMatchObject({ outcome: 'succeeded', adopted: 'false' })
      expect(migrate.outputs['task-definition-arn']).toBe(
        services[0]?.outputs['task-definition-arn'],
      )
      expect(migrate.log).toContain('| applied 0002')
      expect(migrate.summary).toContain(command)
      expect(onlyStep(first, 'secrets').outputs['outcome']).toBe('checked')
      expect(JSON.stringify(first)).not.toContain('canary')

      const second = await run('production')
      expect(second.conclusion).toBe('success')
      expect(onlyStep(second, 'migrate').outputs['adopted']).toBe('false')
      expect(second.text).not.toContain('stand-in for docker')
      const again = stepsOf(second, 'build').map(({ outputs }) => outputs)
      expect(again.map(({ outcome }) => outcome)).toEqual(deployed.map(() => 'reused'))
      expect(new Set(again.map(({ digest }) => digest))).toEqual(new Set(digests))
      const unchanged = deployed.map((id) => onlyStep(second, id).outputs['outcome'])
      expect(unchanged).toEqual(deployed.map(() => 'unchanged'))
    }))
})

/** The digests by container, as deploy-ecs says which ones run. */
function digestsIn(json: string | undefined): readonly string[] {
  return Object.values(JSON.parse(json ?? '{}') as Readonly<Record<string, string>>)
}
