import { findArn } from './arn.ts'

/** Console hosts by partition; partitions without a public console get no links. */
const consoleHosts: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
}

/** Where a person finds the deployments of a service, or undefined in a partition without console. */
export function serviceConsoleUrl(serviceArn: string): string | undefined {
  const [, cluster, service] = findArn(serviceArn)?.resource.split('/') ?? []
  if (!cluster || !service) return undefined
  return consoleUrl(serviceArn, (region) => {
    const path = `clusters/${encodeURIComponent(cluster)}/services/${encodeURIComponent(service)}`
    return `ecs/v2/${path}/deployments?region=${region}`
  })
}

/** A log group, or one stream of it. */
export interface LogReference {
  readonly group: string
  readonly stream?: string | undefined
  /** Where it lies in another region than the thing that the ARN names. */
  readonly region?: string | undefined
}

/** Where a person finds a log of the account of an ARN, or undefined in a partition without console. */
export function logConsoleUrl(
  anyArn: string,
  { group, stream, region: ofLog }: LogReference,
): string | undefined {
  const path = `log-groups/log-group/${inHash(group)}`
  const whole = stream === undefined ? path : `${path}/log-events/${inHash(stream)}`
  return consoleUrl(anyArn, (region) => `cloudwatch/home?region=${region}#logsV2:${whole}`, ofLog)
}

/** The console's own notation: URL-encoded twice, with % written as $. */
function inHash(name: string): string {
  return encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$')
}

function consoleUrl(
  arn: string,
  path: (region: string) => string,
  ofThing?: string,
): string | undefined {
  const { partition = '', region: ofArn = '' } = findArn(arn) ?? {}
  const host = consoleHosts[partition]
  const region = ofThing ?? ofArn
  return host && region ? `https://${region}.${host}/${path(region)}` : undefined
}
