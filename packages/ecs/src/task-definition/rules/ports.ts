import type { Problem } from '@deploy-actions/action-kit'
import { containersOf, type Definition } from '../definition.ts'
import { duplicates } from './duplicates.ts'
import type { DefinitionRule } from './rule.ts'

/** Rules about port mappings. */
export const portRules: readonly DefinitionRule[] = [portNumbers, sameHostPort, uniquePorts]

function portNumbers(definition: Definition): readonly Problem[] {
  return mappings(definition).flatMap(({ path, containerPort, hostPort, containerPortRange }) => [
    ...(containerPortRange !== undefined || inRange(containerPort, 1)
      ? []
      : [{ path: `${path}.containerPort`, message: 'must be a port from 1 to 65535' }]),
    ...(hostPort === undefined || inRange(hostPort, 0)
      ? []
      : [{ path: `${path}.hostPort`, message: 'must be a port from 0 to 65535' }]),
  ])
}

function sameHostPort(definition: Definition): readonly Problem[] {
  if (definition.networkMode !== 'awsvpc') return []
  const differing = mappings(definition).filter(
    ({ containerPort, hostPort }) => hostPort !== undefined && hostPort !== containerPort,
  )
  return differing.map(({ path }) => ({
    path: `${path}.hostPort`,
    message: 'must equal containerPort, or be left out, with networkMode awsvpc',
  }))
}

/** In awsvpc all containers of a task share one network interface, and so its ports. */
function uniquePorts(definition: Definition): readonly Problem[] {
  if (definition.networkMode !== 'awsvpc') return []
  const ports = mappings(definition)
    .filter(({ containerPort }) => containerPort !== undefined)
    .map(({ containerPort, protocol = 'tcp' }) => `${containerPort}/${protocol}`)
  return duplicates(ports).map((port) => ({
    path: 'containerDefinitions',
    message: `maps port ${port} twice; with networkMode awsvpc all containers share their ports`,
  }))
}

function mappings(definition: Definition) {
  return containersOf(definition).flatMap((container, i) =>
    (container.portMappings ?? []).map((mapping, j) => ({
      ...mapping,
      path: `containerDefinitions[${i}].portMappings[${j}]`,
    })),
  )
}

function inRange(port: number | undefined, minimum: number): boolean {
  return port !== undefined && Number.isInteger(port) && port >= minimum && port <= 65_535
}
