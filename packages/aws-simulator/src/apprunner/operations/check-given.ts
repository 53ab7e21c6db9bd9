import type {
  HealthCheckConfiguration,
  ImageRepository,
  InstanceConfiguration,
  SourceConfiguration,
} from '@aws-sdk/client-apprunner'
import { AwsError } from '../../protocol/aws-error.ts'
import { parseEcrHost } from '../../registry/model/ecr-host.ts'
import { parseReference } from '../../registry/model/reference.ts'
import type { GivenConfiguration } from '../model/configuration.ts'
import { cpuUnits, isInstanceSize, memoryMebibytes } from '../model/instance-size.ts'
import { invalidRequest } from '../refusals.ts'

const namePattern = '[A-Za-z0-9][A-Za-z0-9-_]{3,39}'
const reservedPrefix = 'AWSAPPRUNNER'
const publicHost = 'public.ecr.aws'

/** Throws InvalidRequestException for what no service can be called. */
export function checkServiceName(name: string): void {
  if (!new RegExp(`^${namePattern}$`).test(name)) throw violation('serviceName', name, namePattern)
}

/** Throws InvalidRequestException for settings that are wrong by themselves. */
export function checkGiven(given: GivenConfiguration): void {
  if (given.SourceConfiguration) checkSource(given.SourceConfiguration)
  if (given.InstanceConfiguration) checkInstance(given.InstanceConfiguration)
  if (given.HealthCheckConfiguration) checkHealthCheck(given.HealthCheckConfiguration)
}

function checkSource({ CodeRepository, ImageRepository }: SourceConfiguration): void {
  if (CodeRepository !== undefined && ImageRepository !== undefined) {
    throw invalidRequest('Provide either CodeRepository or ImageRepository, but not both.')
  }
  if (CodeRepository !== undefined) {
    const message = 'The simulator does not play services from source code.'
    throw new AwsError('UnsupportedFeatureException', message)
  }
  if (ImageRepository !== undefined) checkImage(ImageRepository)
}

function checkImage({
  ImageIdentifier: identifier = '',
  ImageRepositoryType: type,
  ImageConfiguration: settings = {},
}: ImageRepository): void {
  const { host } = parseReference(identifier)
  const isFitting = type === 'ECR' ? parseEcrHost(host) !== undefined : host === publicHost
  if (!isFitting) throw violation('imageIdentifier', identifier, `an image of ${type}`)
  const port = settings.Port ?? '8080'
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw violation('port', port, '1 to 65535')
  }
  const names = [
    ...Object.keys(settings.RuntimeEnvironmentVariables ?? {}),
    ...Object.keys(settings.RuntimeEnvironmentSecrets ?? {}),
  ]
  const reserved = names.find((name) => name.startsWith(reservedPrefix))
  if (reserved === undefined) return
  throw invalidRequest(
    `The environment variable ${reserved} has the prefix ${reservedPrefix}, which is reserved.`,
  )
}

function checkInstance({ Cpu = '1 vCPU', Memory = '2 GB' }: InstanceConfiguration): void {
  const cpu = cpuUnits(Cpu)
  const memory = memoryMebibytes(Memory)
  if (cpu === undefined) throw violation('cpu', Cpu, '256|512|1024|2048|4096|(0.25|0.5|1|2|4) vCPU')
  if (memory === undefined) throw violation('memory', Memory, '512 to 12288, or 0.5 GB to 12 GB')
  if (isInstanceSize(cpu, memory)) return
  throw invalidRequest(`The combination of ${Cpu} and ${Memory} is not supported.`)
}

function checkHealthCheck(given: HealthCheckConfiguration): void {
  for (const name of ['Interval', 'Timeout', 'HealthyThreshold', 'UnhealthyThreshold'] as const) {
    const value = given[name] ?? 1
    if (!Number.isInteger(value) || value < 1 || value > 20) throw violation(name, value, '1 to 20')
  }
  const { Protocol = 'TCP', Path = '/' } = given
  if (Protocol !== 'TCP' && Protocol !== 'HTTP')
    throw violation('protocol', Protocol, '[TCP, HTTP]')
  if (Path === '') throw violation('path', Path, 'a length of 1 or more')
}

/** In the form in which services of AWS refuse what their model does not allow. */
function violation(member: string, value: string | number, constraint: string): AwsError {
  return invalidRequest(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ` +
      `Member must satisfy ${constraint}`,
  )
}
