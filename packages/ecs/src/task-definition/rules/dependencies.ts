import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { Problem } from '@deploy-actions/action-kit'
import { containersOf, isEssential, type Definition } from '../definition.ts'
import { perContainer, problemIf, type DefinitionRule } from './rule.ts'

/**
 * Rules about containers that refer to each other.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html
 */
export const dependencyRules: readonly DefinitionRule[] = [
  perContainer(dependencies),
  noCycle,
  perContainer(volumesFrom),
  perContainer(links),
  proxy,
]

function dependencies(
  { name: own, dependsOn = [] }: ContainerDefinition,
  definition: Definition,
): readonly Problem[] {
  return dependsOn.flatMap(({ containerName, condition }, j) => {
    const path = `dependsOn[${j}]`
    const needed = containersOf(definition).find(({ name }) => name === containerName)
    if (needed === undefined || containerName === own) {
      return [{ path: `${path}.containerName`, message: notAnother(definition, own) }]
    }
    const isToEnd = condition === 'COMPLETE' || condition === 'SUCCESS'
    return [
      ...problemIf(
        isToEnd && isEssential(needed),
        `${path}.condition`,
        `waits for ${containerName} to end, which is essential: its end would end the task; set essential to false there, or use START or HEALTHY`,
      ),
      ...problemIf(
        condition === 'HEALTHY' && needed.healthCheck === undefined,
        `${path}.condition`,
        `waits for ${containerName} to be healthy, which has no healthCheck; ECS does not see that of its image`,
      ),
    ]
  })
}

function notAnother(definition: Definition, own: string | undefined): string {
  const others = containersOf(definition).filter(({ name }) => name !== own)
  const names = others.map(({ name = '' }) => name).join(', ')
  return `must be another container of this definition; allowed: ${names === '' ? 'there is none' : names}`
}

/** Takes away containers that wait for none of the rest, until all are gone or nobody can start. */
function noCycle(definition: Definition): readonly Problem[] {
  const all = containersOf(definition)
  const known = new Set(all.map(({ name }) => name))
  let waiting = all
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length
    const names = new Set(waiting.map(({ name }) => name))
    waiting = waiting.filter(({ name, dependsOn = [] }) =>
      dependsOn.some(
        ({ containerName: other }) => other !== name && known.has(other) && names.has(other),
      ),
    )
  }
  const names = waiting.map(({ name = '' }) => name).join(', ')
  return problemIf(
    waiting.length > 0,
    'containerDefinitions',
    `has containers that wait for each other by dependsOn, so that none can start first: ${names}`,
  )
}

function volumesFrom(
  { name: own, volumesFrom: sources = [] }: ContainerDefinition,
  definition: Definition,
): readonly Problem[] {
  const names = new Set(containersOf(definition).map(({ name }) => name))
  return sources.flatMap(({ sourceContainer }, j) =>
    problemIf(
      sourceContainer === own || !names.has(sourceContainer),
      `volumesFrom[${j}].sourceContainer`,
      notAnother(definition, own),
    ),
  )
}

/** Links are of Docker's bridge, which is also what ECS takes where no mode is given. */
function links(
  { name: own, links: all = [] }: ContainerDefinition,
  definition: Definition,
): readonly Problem[] {
  const { networkMode = 'bridge' } = definition
  if (all.length > 0 && networkMode !== 'bridge') {
    const message = `need networkMode bridge; with ${networkMode} containers reach each other by localhost`
    return [{ path: 'links', message }]
  }
  const names = new Set(containersOf(definition).map(({ name }) => name))
  return all.flatMap((link, j) => {
    const [name] = link.split(':')
    return problemIf(name === own || !names.has(name), `links[${j}]`, notAnother(definition, own))
  })
}

function proxy(definition: Definition): readonly Problem[] {
  const { proxyConfiguration: configuration } = definition
  const names = containersOf(definition).map(({ name = '' }) => name)
  return problemIf(
    configuration !== undefined && !names.includes(configuration.containerName ?? ''),
    'proxyConfiguration.containerName',
    `must be a container of this definition; allowed: ${names.join(', ')}`,
  )
}
