/** The account and Region that the simulator plays, and the ARNs of what is in them. */
export class Arns {
  readonly region: string
  readonly account: string
  readonly #partition: string

  constructor(region: string, account: string) {
    this.region = region
    this.account = account
    this.#partition = partitionOf(region)
  }

  /** An ARN of this account and Region; `resource` is all that follows the account. */
  of(service: string, resource: string): string {
    return `arn:${this.#partition}:${service}:${this.region}:${this.account}:${resource}`
  }

  /** An ARN of IAM or STS, which have no Region. */
  global(service: string, resource: string): string {
    return `arn:${this.#partition}:${service}::${this.account}:${resource}`
  }
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn'
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
}
