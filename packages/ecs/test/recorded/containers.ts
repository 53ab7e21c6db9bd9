import type { RecordedReason } from './recorded-reason.ts'

const agent = 'https://github.com/aws/amazon-ecs-agent'
const guide = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide'

/** Why containers did not start, or did not go on. */
export const containerReasons: readonly RecordedReason[] = [
  {
    kind: 'memory',
    words: 'OutOfMemoryError: Container killed due to memory usage',
    seenAt: `${agent}/issues/1187`,
  },
  {
    kind: 'memory',
    words:
      'CannotStartContainerError: Error response from daemon: OCI runtime create failed: container_linux.go:380: starting container process caused: container init was OOM-killed (memory limit too low?): unknown',
    seenAt: `${agent}/issues/3021`,
  },
  {
    kind: 'disk',
    words:
      'CannotPullContainerError: write /var/lib/docker/tmp/GetImageBlob111111111: no space left on device',
    seenAt: 'https://github.com/awsdocs/amazon-ecs-developer-guide/pull/42',
  },
  {
    kind: 'disk',
    words:
      'CannotCreateContainerError: API error (500): devmapper: Thin Pool has 0 free data blocks which is less than minimum required 20253 free data blocks. Create more free space in thin pool or use dm.min_free_space option to change behavior',
    seenAt: 'https://github.com/nasa/cumulus-api/issues/209',
  },
  {
    kind: 'log-group',
    words:
      'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. status code: 400',
    seenAt: 'https://github.com/Rayraegah/terraform-aws-hasura/issues/25',
  },
  {
    kind: 'log-driver',
    words:
      'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: CredentialsEndpointError: failed to load credentials caused by: RequestError: send request failed',
    seenAt: 'https://github.com/aws/amazon-ecs-cli/issues/752',
  },
  {
    kind: 'volume',
    words:
      'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: mount.nfs4: Connection reset by peer : unsuccessful EFS utils command execution; code: 32',
    seenAt: 'https://github.com/docker-archive/compose-cli/issues/1490',
  },
  {
    kind: 'volume',
    words:
      'CannotCreateContainerError: Error response from daemon: create ecs-simple-server-16-configs-faf8bc86: Post http://%2Frun%2Fdocker%2Fplugins%2Famazon-ecs-volume-plugin.sock/VolumeDriver.Create: VolumeDriver.Mount: context deadline exceeded',
    seenAt: `${agent}/issues/2570`,
  },
  {
    kind: 'environment-file',
    words:
      'ResourceInitializationError: failed to download env files: file download command: non empty error stream: RequestCanceled: request context canceled caused by: context deadline exceeded',
    seenAt: 'https://github.com/aws/aws-cli/issues/6470',
  },
  {
    kind: 'network-interface',
    words: 'Timeout waiting for network interface provisioning to complete.',
    seenAt: `${agent}/issues/4825`,
  },
  {
    kind: 'network-interface',
    words:
      'CannotStartContainerError: container resource provisioning: failed to setup network namespace: cni setup: invoke eni plugin failed: getInterfaceDeviceName engine: unable to get device with hardware address',
    seenAt: 'https://github.com/aws/amazon-ecs-cni-plugins/issues/93',
  },
  {
    kind: 'command',
    words:
      'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: failed to create shim: OCI runtime create failed: container_linux.go:380: starting container process caused: exec: "-url": executable file not found in $PATH: unknown',
    seenAt: 'https://github.com/jenkinsci/amazon-ecs-plugin/issues/258',
  },
  {
    kind: 'command',
    words:
      'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: OCI runtime create failed: container_linux.go:370: starting container process caused: exec: "/opt/sonarqube/bin/run.sh": stat /opt/sonarqube/bin/run.sh: no such file or direct',
    seenAt: `${agent}/issues/2954`,
  },
  {
    kind: 'port',
    words: 'HostConfigError: error retrieving docker port map: 2 contiguous host ports unavailable',
    seenAt: `${agent}/pull/3569`,
  },
  {
    kind: 'agent-timeout',
    words: 'DockerTimeoutError: Could not transition to created; timed out after waiting 4m0s',
    seenAt: `${agent}/issues/1440`,
  },
  {
    kind: 'agent-timeout',
    words:
      'CannotInspectContainerError: Could not transition to inspecting; timed out after waiting 30s',
    seenAt: 'https://github.com/aws/containers-roadmap/issues/833',
  },
  {
    kind: 'agent',
    words: 'CannotStopContainerError: failed sending SIGTERM to container: unknown',
    seenAt: `${guide}/stopped-task-error-codes.html`,
  },
  {
    kind: 'load-balancer-health',
    words: 'Task failed ELB health checks in (elb web-out-of-memory)',
    seenAt: `${guide}/stopped-task-errors.html`,
  },
  {
    kind: 'host',
    words: 'Host EC2 (instance i-0a7017b5ad85edd68) terminated.',
    seenAt: `${guide}/stopped-task-errors.html`,
  },
  {
    kind: 'host',
    words: 'Container instance deregistration forced by user',
    seenAt: `${guide}/stopped-task-errors.html`,
  },
  {
    kind: 'capacity',
    words:
      'Capacity is unavailable at this time. Please try again later or in a different availability zone',
    seenAt: 'https://github.com/sil-org/ecs-deploy/issues/277',
  },
]
