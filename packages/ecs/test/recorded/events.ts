import type { RecordedReason } from './recorded-reason.ts'

const agent = 'https://github.com/aws/amazon-ecs-agent'
const guide = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide'
const unable =
  'was unable to place a task because no container instance met all of its requirements.'

/** What services said in their events, with and without brackets. */
export const recordedEvents: readonly RecordedReason[] = [
  {
    kind: 'image-platform',
    words:
      "(service relay-temporal-worker) was unable to place a task. Reason: CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform 'linux/amd64'.",
    seenAt: 'https://github.com/aviswerdlow/relay/issues/71',
  },
  {
    kind: 'assume-role',
    words:
      "service X failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::123456789012:role/X-task-execution-role' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.).",
    seenAt: 'https://github.com/telia-oss/terraform-aws-ecs-fargate/pull/58',
  },
  {
    kind: 'instances',
    words: `service factorio ${unable} Reason: No Container Instances were found in your cluster. For more information, see the Troubleshooting section.`,
    seenAt: 'https://github.com/m-chandler/factorio-spot-pricing/issues/4',
  },
  {
    kind: 'instances',
    words: `service api ${unable} Reason: No Container Instances were found in your capacity provider.`,
    seenAt: 'https://github.com/aws/containers-roadmap/issues/653',
  },
  {
    kind: 'instance-attribute',
    words: `service [my-app] ${unable} The closest matching container-instance [476c4f39] is missing an attribute required by your task.`,
    seenAt: 'https://github.com/The-Swarm-Corporation/swarms-cloud/issues/24',
  },
  {
    kind: 'instance-interfaces',
    words: `service colorapp-TcpEchoService ${unable} The closest matching container-instance acf43593-6b86 encountered error "RESOURCE:ENI". For more information, see the Troubleshooting section.`,
    seenAt: 'https://github.com/aws/aws-app-mesh-examples/issues/342',
  },
  {
    kind: 'instance-agent',
    words: `service api ${unable} The closest matching container-instance acf43593 encountered error "AGENT".`,
    seenAt: `${guide}/service-event-messages-list.html`,
  },
  {
    kind: 'instance-room',
    words: `(service api) ${unable} The closest matching (container-instance acf43593) has insufficient CPU units available.`,
    seenAt: `${guide}/service-event-messages-list.html`,
  },
  {
    kind: 'instance-port',
    words: `(service api) ${unable} The closest matching (container-instance acf43593) is already using a port required by your task.`,
    seenAt: `${guide}/service-event-messages-list.html`,
  },
  {
    kind: 'quota',
    words:
      "service storage-prod-bag-unpacker was unable to place a task. Reason: You've reached the limit on the number of tasks you can run concurrently. For more information, see the Troubleshooting section.",
    seenAt: 'https://github.com/wellcomecollection/platform/issues/3875',
  },
  {
    kind: 'quota',
    words:
      '(service api) was unable to place a task. Reason: The requested CPU configuration is above your limit.',
    seenAt: 'https://github.com/dask/dask-cloudprovider/pull/300',
  },
  {
    kind: 'zone',
    words: '(service api) was unable to place a task. Reason: Internal error.',
    seenAt: `${guide}/service-event-messages-list.html`,
  },
  {
    kind: 'capacity',
    words:
      '(service api) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.',
    seenAt: 'https://github.com/sil-org/ecs-deploy/issues/277',
  },
  {
    kind: 'load-balancer-health',
    words:
      'service example-service (instance i-016b0a460d9974567) (port 1047) is unhealthy in target-group example-service due to (reason Request timed out)',
    seenAt: `${agent}/issues/1872`,
  },
  {
    kind: 'load-balancer-health',
    words:
      'service ldashtest (port 80) is unhealthy in target-group fargate-ldashtest due to (reason Health checks failed with these codes: [404]).',
    seenAt: 'https://github.com/nathanpeck/nodejs-aws-workshop/issues/5',
  },
  {
    kind: 'keeps-failing',
    words:
      'service carealign-admin is unable to consistently start tasks successfully. For more information, see the Troubleshooting section.',
    seenAt: `${agent}/issues/1455`,
  },
  {
    kind: 'throttled',
    words: '(service api) operations are being throttled on elb. Will try again later.',
    seenAt: `${guide}/service-event-messages-list.html`,
  },
  {
    kind: 'deployment-configuration',
    words:
      '(service api) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
    seenAt: `${guide}/service-event-messages-list.html`,
  },
]
