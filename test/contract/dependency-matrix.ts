import type { PlantedFault } from './planted-faults.ts'

/** What each part may import, as the design has it; written down here a second time on purpose. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'packages/action-kit': [],
  'packages/aws': ['action-kit'],
  'packages/registry': ['action-kit', 'aws'],
  'packages/ecs': ['action-kit', 'aws', 'registry'],
  'packages/checks': ['action-kit', 'aws', 'registry', 'ecs'],
  'actions/deploy-ecs': ['action-kit', 'aws', 'registry', 'checks', 'ecs'],
  'packages/suite': ['deploy-ecs', 'verify-health'],
  'packages/aws-simulator': [],
  'packages/local-runner': ['aws-simulator'],
}

const targets = [
  'action-kit',
  'aws',
  'registry',
  'checks',
  'ecs',
  'deploy-ecs',
  'verify-health',
  'suite',
  'aws-simulator',
  'local-runner',
]

/** One file for each pair of importer and imported, also where the imported is a part of a package. */
export const dependencyMatrix: readonly PlantedFault[] = Object.entries(mayImport).flatMap(
  ([importer, allowed]) =>
    targets
      .filter((target) => !importer.endsWith(`/${target}`))
      .flatMap((target) => {
        const says = allowed.includes(target) ? undefined : 'may import'
        const edge = { path: `${importer}/src/planted-#.ts`, says }
        return [
          { ...edge, what: target, code: `import { x } from '@deploy-actions/${target}'` },
          {
            ...edge,
            what: `${target}/main`,
            code: `import { x } from '@deploy-actions/${target}/main'`,
          },
        ].map((fault) => ({ ...fault, code: `${fault.code}\nexport { x as y }` }))
      }),
)
