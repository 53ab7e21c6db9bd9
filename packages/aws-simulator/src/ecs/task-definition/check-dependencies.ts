import type { ContainerDefinition, ContainerDependency } from '@aws-sdk/client-ecs'
import { AwsError } from '../../protocol/aws-error.ts'

/** Refuses dependencies between containers that could never be fulfilled. */
export function checkDependencies(containers: readonly ContainerDefinition[]): void {
  for (const { dependsOn = [] } of containers) {
    for (const dependency of dependsOn) checkDependency(dependency, containers)
  }
  const [first] = withoutBeginning(containers)
  if (first !== undefined) {
    refuse(`Container ${first.name} is part of a cycle of container dependencies.`)
  }
}

function checkDependency(
  { containerName, condition }: ContainerDependency,
  containers: readonly ContainerDefinition[],
): void {
  const needed = containers.find(({ name }) => name === containerName)
  if (needed === undefined) return refuse(`Container dependency ${containerName} does not exist.`)
  if (condition === 'HEALTHY' && needed.healthCheck === undefined) {
    refuse(`Container ${containerName} has no health check, which the condition HEALTHY needs.`)
  }
  const isToEnd = condition === 'COMPLETE' || condition === 'SUCCESS'
  if (isToEnd && needed.essential !== false) {
    refuse(`The condition ${condition} cannot be set on the essential container ${containerName}.`)
  }
}

/** The containers that wait for each other, so that none of them can be the first. */
function withoutBeginning(containers: readonly ContainerDefinition[]) {
  let waiting = containers
  for (;;) {
    const names = new Set(waiting.map(({ name }) => name))
    const left = waiting.filter(({ dependsOn = [] }) =>
      dependsOn.some(({ containerName }) => names.has(containerName)),
    )
    if (left.length === waiting.length) return left
    waiting = left
  }
}

function refuse(message: string): never {
  throw new AwsError('ClientException', message)
}
