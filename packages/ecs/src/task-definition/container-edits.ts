import type { HealthCheck, PortMapping } from '@aws-sdk/client-ecs'
import {
  asText,
  asWritten,
  choice,
  commandLine,
  duration,
  flag,
  integer,
  invalid,
  isList,
  mapEdit,
  parseEach,
  parseMapping,
  text,
  type Fill,
  type MapEdit,
  type Raw,
} from '@deploy-actions/action-kit'

/** What to change in one container; everything else stays as it is. */
export interface ContainerEdits {
  readonly image?: string | undefined
  readonly entryPoint?: readonly string[] | undefined
  readonly command?: readonly string[] | undefined
  readonly environment?: MapEdit | undefined
  readonly secrets?: MapEdit | undefined
  /** `dockerLabels`. */
  readonly labels?: MapEdit | undefined
  /** `logConfiguration.options`. */
  readonly logOptions?: MapEdit | undefined
  /** What is given replaces what is there; `none` removes the health check. */
  readonly healthCheck?: Partial<HealthCheck> | 'none' | undefined
  readonly cpu?: number | undefined
  readonly memory?: number | undefined
  readonly memoryReservation?: number | undefined
  readonly essential?: boolean | undefined
  /** All ports of the container. */
  readonly ports?: readonly PortMapping[] | undefined
}

const healthCheckInputs = {
  command: commandLine({
    description: 'A line for the shell of the container, or a list as ECS takes it.',
  }),
  interval: duration({ description: 'From 5s to 300s.', range: ['5s', '300s'] }),
  timeout: duration({ description: 'From 2s to 60s.', range: ['2s', '60s'] }),
  retries: integer({ description: 'From 1 to 10.', min: 1, max: 10 }),
  'start-period': duration({ description: 'Up to 300s.', range: ['0', '300s'] }),
} as const

const portInputs = {
  'container-port': integer({
    description: 'Port in the container.',
    required: true,
    min: 1,
    max: 65_535,
  }),
  'host-port': integer({ description: 'Port of the host; 0 for any.', max: 65_535 }),
  protocol: choice(['tcp', 'udp'], { description: 'Protocol.' }),
  name: text({ description: 'Name, for Service Connect.' }),
  'app-protocol': choice(['http', 'http2', 'grpc'], {
    description: 'Protocol for Service Connect.',
  }),
} as const

const containerInputs = {
  image: text({ description: 'Image of the container.' }),
  'entry-point': commandLine({ description: 'Entry point, instead of that of the image.' }),
  command: commandLine({ description: 'Command, instead of that of the image.' }),
  environment: mapEdit({ description: 'Environment variables to set, and to remove.' }),
  secrets: mapEdit({ description: 'Secrets to set, and to remove.' }),
  labels: mapEdit({ description: 'Docker labels to set, and to remove.' }),
  'log-options': mapEdit({ description: 'Options of the log driver to set, and to remove.' }),
  'health-check': {
    description: 'Parts of the health check to set, or `none`.',
    type: 'yaml',
    parse: healthCheckOf,
  },
  cpu: integer({ description: 'CPU units.' }),
  memory: integer({ description: 'Hard limit of memory in MiB.', min: 6 }),
  'memory-reservation': integer({ description: 'Soft limit of memory in MiB.', min: 6 }),
  essential: flag({ description: 'Whether its end ends the task.' }),
  ports: { description: 'All ports of the container.', type: 'yaml', parse: portsOf },
} as const

/**
 * Reads the input `containers`: a mapping from container names to what to change in each. Throws InvalidValue
 * with all problems.
 */
export function parseContainerEdits(
  tree: Raw,
  fill: Fill = asWritten,
): ReadonlyMap<string, ContainerEdits> {
  if (typeof tree === 'string' || isList(tree)) {
    return invalid('must be a mapping from names of containers to what to change in each')
  }
  return new Map(parseEach(Object.entries(tree), (raw) => parseMapping(containerInputs, raw, fill)))
}

function healthCheckOf(raw: Raw, fill: Fill = asWritten): Partial<HealthCheck> | 'none' {
  if (typeof raw === 'string') {
    return asText(raw, fill) === 'none' ? 'none' : invalid('must be a mapping, or none')
  }
  const check = parseMapping(healthCheckInputs, raw, fill)
  const { command, interval, timeout, retries, startPeriod } = check
  const line = isList(raw) ? undefined : raw['command']
  return {
    ...(command && { command: typeof line === 'string' ? shellCheck(line, fill) : [...command] }),
    ...(interval !== undefined && { interval }),
    ...(timeout !== undefined && { timeout }),
    ...(retries !== undefined && { retries }),
    ...(startPeriod !== undefined && { startPeriod }),
  }
}

/** A line is run by the shell of the container, as it was written. */
function shellCheck(line: string, fill: Fill): string[] {
  return ['CMD-SHELL', asText(line, fill)]
}

function portsOf(raw: Raw, fill: Fill = asWritten): readonly PortMapping[] {
  if (!isList(raw)) return invalid('must be a list of ports, such as 8000 or 53/udp')
  const items = raw.map((item, i) => [`[${i}]`, item] as const)
  const ports = parseEach(items, (item) =>
    typeof item === 'string' ? portOf(asText(item, fill)) : portMappingOf(item, fill),
  )
  return ports.map(([, port]) => port)
}

function portOf(word: string): PortMapping {
  const [, number = '', protocol] = /^(\d{1,5})(?:\/(tcp|udp))?$/.exec(word) ?? []
  const containerPort = Number(number)
  if (containerPort < 1 || containerPort > 65_535) {
    return invalid('is no port; allowed: 1 to 65535, with /tcp or /udp')
  }
  return protocol === 'udp' ? { containerPort, protocol } : { containerPort }
}

function portMappingOf(raw: Raw, fill: Fill): PortMapping {
  const port = parseMapping(portInputs, raw, fill)
  const { containerPort, hostPort, protocol, name, appProtocol } = port
  return {
    containerPort,
    ...(hostPort !== undefined && { hostPort }),
    ...(protocol && { protocol }),
    ...(name !== undefined && { name }),
    ...(appProtocol && { appProtocol }),
  }
}
