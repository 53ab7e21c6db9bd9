import { wayTo } from './network-path.ts'
import type { ReasonClass } from './reason-class.ts'

/** What a task is given before its containers start: disk, files, volumes, addresses. */
export const resourceClasses: readonly ReasonClass[] = [
  {
    kind: 'disk',
    patterns: [/no space left on device|disk quota exceeded|Thin Pool has \d+ free/i],
    remedy:
      'Raise ephemeralStorage of the task (Fargate has 20 GiB without it), give the container instances a larger disk or clear it, or use a smaller image.',
  },
  {
    kind: 'environment-file',
    patterns: [/download env files/i],
    remedy: `Check that the file of environmentFiles is in its bucket, and that the execution role is allowed s3:GetObject on it and s3:GetBucketLocation. ${wayTo('s3')}`,
  },
  {
    kind: 'volume',
    patterns: [
      /EFS utils|EFS volume|mount\.nfs|VolumeDriver|CannotCreateVolume|EBS volume|volume attachment|(?:failed|unable) to mount/i,
    ],
    remedy:
      'For EFS: a mount target in the availability zone of each subnet, a security group that lets NFS (2049) in from the task, DNS host names switched on in the VPC, and an access point or a path that exists. For EBS: the infrastructure role of the volume.',
  },
  {
    kind: 'addresses',
    patterns: [
      /free addresses|InsufficientFreeAddresses|insufficient (?:free )?(?:ip )?addresses/i,
    ],
    remedy:
      'The subnets have no free addresses left: give the service further subnets, or stop what holds the addresses.',
  },
  {
    kind: 'network-interface',
    patterns: [/network interface|network namespace|(?<!RESOURCE:)\bENI\b/i],
    remedy:
      'ECS gave the task no network interface in time. Run the step again; if it happens again, look at the free addresses of the subnets, at the quota of network interfaces, and at the health of the container instances when they are yours.',
  },
]
