/** A private registry of Amazon ECR, as its host names it. */
export interface EcrRegistry {
  readonly account: string
  readonly region: string
  readonly partition: string
  /** `amazonaws.com`, `amazonaws.com.cn`. */
  readonly dnsSuffix: string
}

/** https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json */
const aws = { partition: 'aws', dnsSuffix: 'amazonaws.com' }

/** Partitions with the beginning of their regions' names; what begins otherwise is in `aws`. */
const otherPartitions = [
  { partition: 'aws-cn', dnsSuffix: 'amazonaws.com.cn', regions: 'cn-' },
  { partition: 'aws-us-gov', dnsSuffix: 'amazonaws.com', regions: 'us-gov-' },
  { partition: 'aws-eusc', dnsSuffix: 'amazonaws.eu', regions: 'eusc-' },
  { partition: 'aws-iso-b', dnsSuffix: 'sc2s.sgov.gov', regions: 'us-isob-' },
  { partition: 'aws-iso-e', dnsSuffix: 'cloud.adc-e.uk', regions: 'eu-isoe-' },
  { partition: 'aws-iso-f', dnsSuffix: 'csp.hci.ic.gov', regions: 'us-isof-' },
  { partition: 'aws-iso', dnsSuffix: 'c2s.ic.gov', regions: 'us-iso-' },
]

/** Where hosts that answer over IPv6 as well end. */
const dualStackSuffixes: Readonly<Record<string, string>> = {
  aws: 'on.aws',
  'aws-us-gov': 'on.aws',
  'aws-cn': 'on.amazonwebservices.com.cn',
}

const hostForm =
  /^(\d{12})\.dkr([.-])ecr(?:-fips)?\.([a-z]{2,6}(?:-[a-z]+)+-\d{1,2})\.([a-z0-9.-]+)$/

/**
 * The private ECR registry that has this host, in any partition, dual-stack and FIPS hosts included;
 * undefined for all others, `public.ecr.aws` too.
 * https://docs.aws.amazon.com/general/latest/gr/ecr.html
 */
export function findEcrRegistry(host: string): EcrRegistry | undefined {
  const [, account, separator, region, suffix] = hostForm.exec(host) ?? []
  if (account === undefined || region === undefined) return undefined
  const registry = ecrRegistry(account, region)
  const expected = separator === '.' ? registry.dnsSuffix : dualStackSuffixes[registry.partition]
  return suffix === expected ? registry : undefined
}

/** The registry that an account has in a region. */
export function ecrRegistry(account: string, region: string): EcrRegistry {
  const { partition, dnsSuffix } =
    otherPartitions.find(({ regions }) => region.startsWith(regions)) ?? aws
  return { account, region, partition, dnsSuffix }
}

/** The host of a registry. */
export function ecrHost({ account, region, dnsSuffix }: EcrRegistry): string {
  return `${account}.dkr.ecr.${region}.${dnsSuffix}`
}
