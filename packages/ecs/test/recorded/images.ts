import type { RecordedReason } from './recorded-reason.ts'

const agent = 'https://github.com/aws/amazon-ecs-agent'
const auth =
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '

/** Why images could not be pulled. */
export const imageReasons: readonly RecordedReason[] = [
  {
    kind: 'image-network',
    words:
      'ResourceInitializationError: unable to pull secrets or registry auth: pull command failed: : signal: killed',
    seenAt: 'https://repost.aws/knowledge-center/ecs-unable-to-pull-secrets',
  },
  {
    kind: 'image-network',
    words:
      'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration. RequestError: send request failed caused by: Post "https://api.ecr.us-east-1.amazonaws.com/": dial tcp 172.40.1.94:443: i/o timeout',
    seenAt: 'https://github.com/aws/copilot-cli/issues/5927',
  },
  {
    kind: 'image-network',
    words: `${auth}unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError: send request failed caused by: Post "https://api.ecr.us-east-2.amazonaws.com/": dial tcp 10.0.0.9:443: i/o timeout. Please check your task network configuration.`,
    seenAt: 'https://github.com/doctorray117/minecraft-ondemand/issues/74',
  },
  {
    kind: 'image-network',
    words:
      'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref docker.io/tryretool/backend:2.110.5: failed to do request: Head "https://registry-1.docker.io/v2/tryretool/backend/manifests/2.110.5": dial tcp 34.205.13.154:443: i/o timeout',
    seenAt: 'https://github.com/ActionIQ/terraform-aws-retool-ecs-fargate/issues/20',
  },
  {
    kind: 'image-network',
    words:
      'CannotPullContainerError: API error (500): Get https://xxx.dkr.ecr.ap-southeast-2.amazonaws.com/v2/: net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
    seenAt: `${agent}/issues/1680`,
  },
  {
    kind: 'image-forbidden',
    words:
      'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 123456789123.dkr.ecr.us-east-1.amazonaws.com/a2-ecr-app-repo:latest: pulling from host 123456789123.dkr.ecr.us-east-1.amazonaws.com failed with status code [manifests latest]: 403 Forbidden',
    seenAt: 'https://github.com/aws/aws-cdk/issues/29876',
  },
  {
    kind: 'image-forbidden',
    words:
      'CannotPullContainerError: inspect image has been retried 1 time(s): failed to resolve ref "xxxxx.xxx": unexpected status code [manifests 6981141]: 403 Forbidden',
    seenAt: 'https://github.com/aws/aws-cdk/issues/14457',
  },
  {
    kind: 'image-login',
    words:
      'CannotPullContainerError: API error (500): Get https://registry-1.docker.io/v2/library/amazonlinux/manifests/1: unauthorized: incorrect username or password',
    seenAt: `${agent}/pull/4181`,
  },
  {
    kind: 'image-login',
    words:
      "CannotPullContainerError: Error response from daemon: pull access denied for some/nonsense, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
    seenAt: `${agent}/pull/4181`,
  },
  {
    kind: 'image-missing',
    words:
      'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 607167088920.dkr.ecr.us-west-2.amazonaws.com/dreamkast-otelcol:main-7e3e1f88: 607167088920.dkr.ecr.us-west-2.amazonaws.com/dreamkast-otelcol:main-7e3e1f88: not found',
    seenAt: 'https://github.com/cloudnativedaysjp/dreamkast-infra/pull/4567',
  },
  {
    kind: 'image-missing',
    words:
      'CannotPullContainerError: Error response from daemon: manifest for nginx:0f6b3cdf5e24f0da3dd932acd84fd90e9786a522 not found',
    seenAt: 'https://github.com/CircleCI-Public/circleci-demo-aws-ecs-ecr/issues/4',
  },
  {
    kind: 'image-missing',
    words:
      'CannotPullContainerError: API error (404): repository serverless-batch not found: does not exist or no pull access',
    seenAt: 'https://github.com/RafalWilinski/deploy-with-serverless/issues/11',
  },
  {
    kind: 'image-platform',
    words:
      "CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform 'linux/amd64'.",
    seenAt: 'https://github.com/aviswerdlow/relay/issues/71',
  },
  {
    kind: 'image-platform',
    words:
      'CannotPullContainerError: Error response from daemon: no matching manifest for linux/arm64/v8 in the manifest list entries: no match for platform in manifest: not found',
    seenAt: 'https://github.com/link-assistant/hive-mind/issues/962',
  },
  {
    kind: 'image-rate-limit',
    words:
      'CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReadSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/library/rust/manifests/sha256:de6e: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit',
    seenAt: 'https://github.com/ScribeMD/docker-cache/issues/829',
  },
  {
    kind: 'image',
    words:
      'CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReaderSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/amazon/aws-xray-daemon/manifests/sha256:2d964e1d',
    seenAt: 'https://github.com/aws/aws-xray-daemon/issues/146',
  },
]
