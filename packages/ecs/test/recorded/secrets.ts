import type { RecordedReason } from './recorded-reason.ts'

const agent = 'https://github.com/aws/amazon-ecs-agent'
const auth =
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:app-AbCdEf'

/** Why secrets could not be read, and what roles may not do. */
export const secretReasons: readonly RecordedReason[] = [
  {
    kind: 'secret-network',
    words: `${auth}unable to retrieve secret from asm: service call has been retried 5 time(s): failed to fetch secret ${arn} from secrets manager: RequestCanceled: request context canceled caused by: context deadline exceeded. Please check your task network configuration.`,
    seenAt: 'https://github.com/Releem/releem-agent/issues/195',
  },
  {
    kind: 'secret-network',
    words: `${auth}unable to retrieve secrets from ssm: service call has been retried 5 time(s): RequestCanceled: request context canceled caused by: context deadline exceeded`,
    seenAt: 'https://github.com/umotif-public/terraform-aws-ecs-fargate/issues/50',
  },
  {
    kind: 'key-permission',
    words: `${auth}unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${arn} from secrets manager: AccessDeniedException: Access to KMS is not allowed status code: 400, request id: a87a66d9`,
    seenAt: 'https://github.com/GiamPy5/terraform-aws-directus/issues/10',
  },
  {
    kind: 'permission',
    words: `${auth}unable to retrieve secrets from ssm: service call has been retried 1 time(s): AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/demo-ExecutionRole/f83b93a4 is not authorized to perform: ssm:GetParameters on resource: arn:aws:ssm:eu-west-2:123456789012:parameter/GOOGLE_CLIENT_ID because no identity-based policy allows the ssm:GetParameters action status code: 400`,
    seenAt: 'https://github.com/aws/copilot-cli/issues/4504',
  },
  {
    kind: 'permission',
    words:
      "CannotPullContainerError: Check if image exists and role 'MyBrokenRole' has permissions to pull images from Amazon ECR. Error response from daemon: pull access denied for 123123123123.dkr.ecr.us-east-1.amazonaws.com/my_image, repository does not exist or may require 'docker login': denied: User: arn:aws:sts::123123123123:assumed-role/MyBrokenRole/xyz is not authorized to perform: ecr:BatchGetImage on resource: arn:aws:ecr:us-east-1:123123123123:repository/test_image because no identity-based policy allows the ecr:BatchGetImage action",
    seenAt: `${agent}/pull/4181`,
  },
  {
    kind: 'secret-json',
    words: `${auth}unable to retrieve secret from asm: service call has been retried 1 time(s): invalid character '\\'' looking for beginning of value`,
    seenAt: 'https://github.com/rileydakota/valheim-ecs-fargate-cdk/issues/9',
  },
  {
    kind: 'secret-key',
    words: `${auth}unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key DB_TIMED_OUT`,
    seenAt: 'https://repost.aws/knowledge-center/ecs-unable-to-pull-secrets',
  },
  {
    kind: 'secret-version',
    words: `${auth}unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${arn} from secrets manager: InvalidParameter: 1 validation error(s) found. - minimum field size of 32, GetSecretValueInput.VersionId.`,
    seenAt: 'https://repost.aws/knowledge-center/ecs-unable-to-pull-secrets',
  },
  {
    kind: 'secret-version',
    words: `${auth}unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${arn} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSCURRENT`,
    seenAt: 'https://github.com/aws/aws-sdk-js-v3/issues/7701',
  },
  {
    kind: 'secret-missing',
    words:
      "ResourceInitializationError: The task can't retrieve the secret with ARN 'aws::arn::my-secret' from AWS Secrets Manager. Check that the secret ARN is correct. ResourceNotFoundException: Secrets Manager can't find the specified secret.",
    seenAt: `${agent}/pull/4181`,
  },
  {
    kind: 'secret-network',
    words: `${auth}unable to get registry auth from asm: service call has been retried 1 time(s): asm fetching secret from the service for ${arn}: RequestError: send request failed caused by: dial tcp: i/o timeout`,
    seenAt: 'https://github.com/aws-samples/keycloak-on-aws/issues/222',
  },
]
