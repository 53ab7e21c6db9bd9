import { isDeepStrictEqual } from 'node:util'
import type { Configuration } from './configuration.ts'

/** Something that changes: its name as the inputs call it, and what it is before and after, where that may be shown. */
export interface Difference {
  readonly setting: string
  readonly before: string
  readonly after: string
}

/** The parts of a configuration that differ, of which each is written whole. */
export function changedParts(current: Configuration, wanted: Configuration): Configuration {
  const parts = Object.entries(wanted).filter(
    ([name, part]) => !isSame(current[name as keyof Configuration], part), // its own keys
  )
  return Object.fromEntries(parts)
}

/** App Runner leaves empty maps out of what it tells. */
function isSame(current: unknown, wanted: unknown): boolean {
  return isDeepStrictEqual(withoutEmpty(current), withoutEmpty(wanted))
}

function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const members = Object.entries(value)
    .map(([name, member]) => [name, withoutEmpty(member)] as const)
    .filter(([, member]) => member !== undefined && !isEmptyObject(member))
  return Object.fromEntries(members.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

/** What changes, for a person to read: of variables the names alone, since values may be secret. */
export function differences(current: Configuration, wanted: Configuration): readonly Difference[] {
  const [before, after] = [leavesOf(current), leavesOf(wanted)]
  const paths = [...new Set([...before.keys(), ...after.keys()])]
  return paths.flatMap((path) => {
    const [from, to] = [before.get(path), after.get(path)]
    if (from === to) return []
    const setting = nameOf(path)
    if (!isVariable(path)) return [{ setting, before: from ?? '', after: to ?? '' }]
    const another = from === undefined ? '(set)' : '(another value)'
    return [
      {
        setting,
        before: from === undefined ? '' : '(set)',
        after: to === undefined ? '' : another,
      },
    ]
  })
}

/** How a service differs from the configuration that it was sent, by the names of settings. */
export interface Deviation {
  /** What was sent, and is no longer so. */
  readonly lost: readonly string[]
  /** What somebody has put to it. */
  readonly gained: readonly string[]
}

/** Compares a service with what it was sent. What App Runner adds by itself is no difference, nor the revision of a shared configuration. */
export function deviationFrom(sent: Configuration, service: Configuration): Deviation {
  const parts = Object.entries(service).filter(([name]) => name in sent)
  const [now, then] = [leavesOf(Object.fromEntries(parts)), leavesOf(sent)]
  const lost = [...then].filter(([path, had]) => {
    const has = now.get(path)
    return has !== had && !(path.endsWith('ConfigurationArn') && has?.startsWith(`${had}/`))
  })
  const gained = [...now.keys()].filter(
    (path) => !then.has(path) && !added.some((one) => path === one || path.startsWith(`${one}.`)),
  )
  return { lost: lost.map(([path]) => nameOf(path)), gained: gained.map(nameOf) }
}

/** Whether a service has what it was sent, and nothing else. */
export function hasExactly(service: Configuration, sent: Configuration): boolean {
  const { lost, gained } = deviationFrom(sent, service)
  return lost.length === 0 && gained.length === 0
}

const imagePath = 'SourceConfiguration.ImageRepository.ImageConfiguration'

/** What App Runner gives a service where it is not said. */
const added: readonly string[] = [
  `${imagePath}.Port`,
  'InstanceConfiguration.Cpu',
  'InstanceConfiguration.Memory',
  'HealthCheckConfiguration',
  'NetworkConfiguration',
]

/** What the inputs call a member, by its path; what stands behind the path goes on. */
const names: readonly (readonly [path: string, name: string])[] = [
  ['SourceConfiguration.ImageRepository.ImageIdentifier', 'image'],
  [`${imagePath}.Port`, 'port'],
  [`${imagePath}.StartCommand`, 'start-command'],
  [`${imagePath}.RuntimeEnvironmentVariables`, 'environment'],
  [`${imagePath}.RuntimeEnvironmentSecrets`, 'secrets'],
  ['SourceConfiguration.AutoDeploymentsEnabled', 'auto-deployments'],
  ['SourceConfiguration.AuthenticationConfiguration.AccessRoleArn', 'access-role-arn'],
  ['InstanceConfiguration.Cpu', 'cpu'],
  ['InstanceConfiguration.Memory', 'memory'],
  ['InstanceConfiguration.InstanceRoleArn', 'instance-role-arn'],
  ['HealthCheckConfiguration.Protocol', 'health-check-protocol'],
  ['HealthCheckConfiguration.Path', 'health-check-path'],
  ['HealthCheckConfiguration.Interval', 'health-check-interval'],
  ['HealthCheckConfiguration.Timeout', 'health-check-timeout'],
  ['HealthCheckConfiguration.HealthyThreshold', 'health-check-healthy-threshold'],
  ['HealthCheckConfiguration.UnhealthyThreshold', 'health-check-unhealthy-threshold'],
  ['AutoScalingConfigurationArn', 'auto-scaling-configuration-arn'],
  ['NetworkConfiguration.EgressConfiguration.VpcConnectorArn', 'vpc-connector-arn'],
  ['NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible', 'publicly-accessible'],
  ['NetworkConfiguration.IpAddressType', 'ip-address-type'],
  ['ObservabilityConfiguration.ObservabilityConfigurationArn', 'observability-configuration-arn'],
]

/** App Runner's own name where no input is meant. */
function nameOf(path: string): string {
  const known = names.find(([of]) => path === of || path.startsWith(`${of}.`))
  return known === undefined ? path : `${known[1]}${path.slice(known[0].length)}`
}

function isVariable(path: string): boolean {
  return path.startsWith(`${imagePath}.RuntimeEnvironmentVariables.`)
}

function leavesOf(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null) {
    const leaf = typeof value === 'string' ? value : JSON.stringify(value)
    return new Map(value === undefined ? [] : [[path, leaf]])
  }
  const inside = Object.entries(value).flatMap(([name, member]: [string, unknown]) => [
    ...leavesOf(member, path === '' ? name : `${path}.${name}`),
  ])
  return new Map(inside)
}
