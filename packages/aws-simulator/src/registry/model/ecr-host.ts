/** The registry of an account in a Region. */
export interface EcrRegistryId {
  readonly registryId: string
  readonly region: string
}

/** The host name of an account's ECR registry in a Region. */
export function ecrHost({ registryId, region }: EcrRegistryId): string {
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return `${registryId}.dkr.ecr.${region}.${suffix}`
}

/** Whose registry a host is; undefined for hosts that are not ECR's. */
export function parseEcrHost(host: string): EcrRegistryId | undefined {
  const shape = /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/
  const [, registryId, region] = shape.exec(host) ?? []
  return registryId === undefined || region === undefined ? undefined : { registryId, region }
}
