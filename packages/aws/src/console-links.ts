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

/** Where a person finds a log group, or undefined in a partition without console. */
export function logGroupConsoleUrl(anyArn: string, group: string): string | undefined {
  // The console's own notation: URL-encoded twice, with % written as $.
  const name = encodeURIComponent(encodeURIComponent(group)).replaceAll('%', '$')
  return consoleUrl(
    anyArn,
    (region) => `cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${name}`,
  )
}

function consoleUrl(arn: string, path: (region: string) => string): string | undefined {
  const { partition = '', region = '' } = findArn(arn) ?? {}
  const host = consoleHosts[partition]
  return host && region ? `https://${region}.${host}/${path(region)}` : undefined
}
