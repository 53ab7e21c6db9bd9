import type { ContainerDefinition, PortMapping } from '@aws-sdk/client-ecs'
import type { Problem } from '@deploy-actions/action-kit'
import { containersOf, type Definition } from '../definition.ts'
import { duplicates } from './duplicates.ts'
import { perContainer, problemIf, type DefinitionRule } from './rule.ts'

/**
 * Rules about port mappings.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
export const portRules: readonly DefinitionRule[] = [
  perMapping(portNumbers),
  perMapping(portRange),
  perMapping(sameHostPort),
  perMapping(portName),
  perContainer(noPortsWithoutNetwork),
  uniquePorts,
  uniqueHostPorts,
  uniquePortNames,
]

function perMapping(
  rule: (mapping: PortMapping, definition: Definition) => readonly Problem[],
): DefinitionRule {
  return perContainer(({ portMappings = [] }, definition) =>
    portMappings.flatMap((mapping, j) =>
      rule(mapping, definition).map(({ path, message }) => ({
        path: `portMappings[${j}].${path}`,
        message,
      })),
    ),
  )
}

function portNumbers({ containerPort, hostPort, containerPortRange }: PortMapping) {
  const isGiven = containerPortRange === undefined || containerPort !== undefined
  return [
    ...problemIf(
      isGiven && !inRange(containerPort, 1),
      'containerPort',
      'must be a port from 1 to 65535',
    ),
    ...problemIf(
      hostPort !== undefined && !inRange(hostPort, 0),
      'hostPort',
      'must be a port from 0 to 65535',
    ),
  ]
}

function portRange(mapping: PortMapping, { networkMode = 'bridge' }: Definition) {
  const { containerPort, hostPort, containerPortRange: range } = mapping
  if (range === undefined) return []
  const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec(range) ?? []
  const isRange =
    inRange(Number(first), 1) && inRange(Number(last), 1) && Number(first) <= Number(last)
  return [
    ...problemIf(!isRange, 'containerPortRange', 'must be two ports, such as 8000-8010'),
    ...problemIf(
      containerPort !== undefined || hostPort !== undefined,
      'containerPortRange',
      'cannot stand together with containerPort or hostPort',
    ),
    ...problemIf(
      networkMode !== 'bridge' && networkMode !== 'awsvpc',
      'containerPortRange',
      `needs networkMode awsvpc or bridge, and it is ${networkMode}`,
    ),
  ]
}

/** With 0 ECS chooses, and there is nothing to choose. */
function sameHostPort({ hostPort, containerPort }: PortMapping, { networkMode }: Definition) {
  const isShared = networkMode === 'awsvpc' || networkMode === 'host'
  return problemIf(
    isShared && Boolean(hostPort) && hostPort !== containerPort,
    'hostPort',
    `must equal containerPort, or be left out, with networkMode ${networkMode}`,
  )
}

function portName({ name }: PortMapping): readonly Problem[] {
  return problemIf(
    name !== undefined && !/^[a-z0-9_][a-z0-9_-]{0,63}$/.test(name),
    'name',
    'must be 1 to 64 lower-case letters, digits, _ or -, and must not begin with -',
  )
}

function noPortsWithoutNetwork(
  { portMappings = [] }: ContainerDefinition,
  { networkMode }: Definition,
): readonly Problem[] {
  return problemIf(
    networkMode === 'none' && portMappings.length > 0,
    'portMappings',
    'cannot be mapped with networkMode none; leave them out',
  )
}

/** In awsvpc all containers of a task share one network interface, and so its ports; with host, the host's. */
function uniquePorts(definition: Definition): readonly Problem[] {
  const { networkMode } = definition
  if (networkMode !== 'awsvpc' && networkMode !== 'host') return []
  const ports = allMappings(definition)
    .filter(({ containerPort }) => containerPort !== undefined)
    .map(({ containerPort, protocol }) => portText(containerPort, protocol))
  return duplicates(ports).map((port) => ({
    path: 'containerDefinitions',
    message: `maps port ${port} twice; with networkMode ${networkMode} all containers share their ports`,
  }))
}

/** A port of the host can be given away once. */
function uniqueHostPorts(definition: Definition): readonly Problem[] {
  if ((definition.networkMode ?? 'bridge') !== 'bridge') return []
  const ports = allMappings(definition)
    .filter(({ hostPort }) => Boolean(hostPort))
    .map(({ hostPort, protocol }) => portText(hostPort, protocol))
  return duplicates(ports).map((port) => ({
    path: 'containerDefinitions',
    message: `maps port ${port} of the host twice; leave hostPort out where any will do`,
  }))
}

function uniquePortNames(definition: Definition): readonly Problem[] {
  const names = allMappings(definition).flatMap(({ name }) => name ?? [])
  return duplicates(names).map((name) => ({
    path: 'containerDefinitions',
    message: `has two port mappings named ${name}`,
  }))
}

/** ECS takes any other word than udp for tcp. */
function portText(port: number | undefined, protocol: string | undefined): string {
  return `${port}/${protocol === 'udp' ? 'udp' : 'tcp'}`
}

function allMappings(definition: Definition): readonly PortMapping[] {
  return containersOf(definition).flatMap(({ portMappings = [] }) => portMappings)
}

function inRange(port: number | undefined, minimum: number): boolean {
  return port !== undefined && Number.isInteger(port) && port >= minimum && port <= 65_535
}
