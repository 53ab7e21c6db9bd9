/** The parts of an Amazon Resource Name, in any partition. */
export interface Arn {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  /** Everything after the fifth colon: `service/cluster/name`, `secret:name-AbCdEf`. */
  readonly resource: string
}

/** The parts of an ARN, or undefined where the text is none. */
export function findArn(text: string): Arn | undefined {
  const [arn, partition, service, region, account, ...resource] = text.split(':')
  if (arn !== 'arn' || !partition || !service || resource.length === 0) return undefined
  return {
    partition,
    service,
    region: region ?? '',
    account: account ?? '',
    resource: resource.join(':'),
  }
}

/** The last part of an ARN's path: the name of a cluster, a service or a task. */
export function nameFromArn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}
