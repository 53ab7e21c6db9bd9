import { createHash } from 'node:crypto'
import type { ContainerDefinition, PortMapping } from '@aws-sdk/client-ecs'
import { containersOf, isEssential, type Definition } from './definition.ts'

/**
 * Whether two definitions mean the same to ECS. What is registered comes back with defaults and
 * empty lists filled in, and in another order; none of that counts.
 */
export function sameDefinition(a: Definition, b: Definition): boolean {
  return canonicalText(a) === canonicalText(b)
}

/** SHA-256 (hexadecimal) of what a definition means; equal for definitions that are the same. */
export function definitionHash(definition: Definition): string {
  return createHash('sha256').update(canonicalText(definition)).digest('hex')
}

function canonicalText(definition: Definition): string {
  const { containerDefinitions: _, ...rest } = definition
  return JSON.stringify(
    sorted({
      ...rest,
      requiresCompatibilities: definition.requiresCompatibilities?.toSorted(),
      tags: byName(definition.tags, 'key'),
      containerDefinitions: containersOf(definition).map((container) =>
        canonicalContainer(container, definition.networkMode),
      ),
    }),
  )
}

function canonicalContainer(container: ContainerDefinition, networkMode?: string): object {
  return {
    ...container,
    cpu: container.cpu || undefined,
    essential: isEssential(container),
    environment: byName(container.environment, 'name'),
    secrets: byName(container.secrets, 'name'),
    portMappings: container.portMappings?.map((mapping) => canonicalPort(mapping, networkMode)),
    healthCheck: container.healthCheck && {
      interval: 30,
      timeout: 5,
      retries: 3,
      ...container.healthCheck,
    },
  }
}

function canonicalPort(mapping: PortMapping, networkMode?: string): object {
  const hostPort = networkMode === 'awsvpc' ? mapping.containerPort : mapping.hostPort || undefined
  return { ...mapping, hostPort, protocol: mapping.protocol ?? 'tcp' }
}

function byName<K extends string, T extends { [key in K]?: string | undefined }>(
  items: readonly T[] | undefined,
  key: K,
): readonly T[] | undefined {
  return items?.toSorted((a, b) => ((a[key] ?? '') < (b[key] ?? '') ? -1 : 1))
}

/** Lists that ECS gives back empty where nothing was said. An empty `command` says something. */
const emptyByDefault = new Set([
  'environment',
  'environmentFiles',
  'mountPoints',
  'volumesFrom',
  'portMappings',
  'secrets',
  'systemControls',
  'volumes',
  'placementConstraints',
  'tags',
])

/** Keys in alphabetical order at every level, without undefined and without default empty lists. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([key, item]) => item !== undefined && !(emptyByDefault.has(key) && isEmptyList(item)))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]))
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
