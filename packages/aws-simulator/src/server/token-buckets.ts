import { AwsError } from '../protocol/aws-error.ts'

/** A group of operations that share a bucket: what it holds, and how much comes back in a second. */
interface BucketSize {
  readonly operations: readonly string[]
  readonly capacity: number
  readonly refillPerSecond: number
}

/** The buckets of ECS for one account and Region (ECS API reference, "Request throttling"). */
const sizes: readonly BucketSize[] = [
  { operations: ['CreateCluster'], capacity: 20, refillPerSecond: 1 },
  { operations: ['DescribeClusters', 'ListClusters'], capacity: 50, refillPerSecond: 20 },
  {
    operations: ['RegisterTaskDefinition', 'DeregisterTaskDefinition'],
    capacity: 20,
    refillPerSecond: 1,
  },
  {
    operations: ['DescribeTaskDefinition', 'ListTaskDefinitions', 'ListTaskDefinitionFamilies'],
    capacity: 50,
    refillPerSecond: 20,
  },
  { operations: ['TagResource', 'UntagResource'], capacity: 20, refillPerSecond: 10 },
  { operations: ['ListTagsForResource'], capacity: 50, refillPerSecond: 20 },
  { operations: ['RunTask', 'StopTask'], capacity: 100, refillPerSecond: 40 },
  { operations: ['DescribeTasks', 'ListTasks'], capacity: 100, refillPerSecond: 20 },
  {
    operations: ['CreateService', 'DeleteService', 'UpdateService'],
    capacity: 50,
    refillPerSecond: 5,
  },
  { operations: ['DescribeServices', 'ListServices'], capacity: 100, refillPerSecond: 20 },
  {
    operations: ['DescribeServiceDeployments', 'ListServiceDeployments'],
    capacity: 50,
    refillPerSecond: 20,
  },
  { operations: ['DescribeServiceRevisions'], capacity: 50, refillPerSecond: 20 },
]

/** The service whose documented buckets these are. */
const ecsTarget = 'AmazonEC2ContainerServiceV20141113'

interface Bucket {
  tokens: number
  atMs: number
}

/** Throttles calls as ECS documents it: a bucket for each group of operations, full at first. */
export class TokenBuckets {
  readonly #buckets = new Map<BucketSize, Bucket>()

  /** Takes a token for a call; throws a ThrottlingException when there is none. Other services take none. */
  take(target: string, operation: string, nowMs: number): void {
    const size = sizes.find(({ operations }) => operations.includes(operation))
    if (target !== ecsTarget || size === undefined) return
    const { tokens, atMs } = this.#buckets.get(size) ?? { tokens: size.capacity, atMs: nowMs }
    const refilled = tokens + ((nowMs - atMs) / 1000) * size.refillPerSecond
    const available = Math.min(size.capacity, refilled)
    const isThrottled = available < 1
    this.#buckets.set(size, { tokens: isThrottled ? available : available - 1, atMs: nowMs })
    if (isThrottled) throw new AwsError('ThrottlingException', 'Rate exceeded')
  }
}
