import {
  choice,
  defineContract,
  duration,
  flag,
  integer,
  map,
  mapEdit,
  pullRequestCommentInputs,
  text,
  variableInputs,
} from '@deploy-actions/action-kit'
import { region } from '@deploy-actions/aws'
import { preflightGrades } from '@deploy-actions/ecs'
import { arnOf, arnOrNone, roleArn } from './inputs/arns.ts'
import { imageOfEcr } from './inputs/image.ts'
import { serviceName } from './inputs/service-name.ts'
import { serviceVerification } from './inputs/service-verification.ts'
import { cpu, memory } from './inputs/sizes.ts'

const keeps = 'Without it, what the service has stays.'

export const contract = defineContract({
  name: 'deploy-apprunner',
  title: 'Deploy to AWS App Runner',
  description:
    'Deploys an image, or settings, to an App Runner service, waits for the very operation that it started, and is green only when that succeeded.',
  branding: { icon: 'upload-cloud', color: 'purple' },
  inputs: {
    service: serviceName({ description: 'Service to deploy to: name or ARN.', required: true }),
    image: imageOfEcr({
      description:
        "Image of ECR or ECR Public, deployed by its digest. A name without a host, such as `chatbot:1.4.0`, lies in the ECR of the caller's account. Without it, the image that the service has is deployed again.",
    }),
    create: choice(['if-missing', 'never'], {
      description: 'What to do when there is no such service: create it, or fail.',
      default: 'never',
    }),
    port: integer({
      description: `Port that the container listens on. ${keeps}`,
      min: 1,
      max: 65_535,
    }),
    'start-command': text({ description: `Command that starts the container. ${keeps}` }),
    cpu: cpu({
      description: `CPU of an instance, such as \`1\`, \`1 vCPU\` or \`1024\`. ${keeps}`,
    }),
    memory: memory({
      description: `Memory of an instance, such as \`2\`, \`2 GB\` or \`2048\`. ${keeps}`,
    }),
    'instance-role-arn': roleArn({
      description: `Role that the application has, and by which its secrets are read. ${keeps}`,
    }),
    'access-role-arn': roleArn({
      description: `Role by which App Runner pulls from private ECR: needed to create a service from there. ${keeps}`,
    }),
    'auto-scaling-configuration-arn': arnOf(['apprunner', 'autoscalingconfiguration'], {
      description: `Auto scaling configuration; its ARN without a revision means the latest. ${keeps}`,
    }),
    'vpc-connector-arn': arnOrNone(['apprunner', 'vpcconnector'], {
      description: `VPC connector for what the application calls; \`none\` for the internet. ${keeps}`,
    }),
    'publicly-accessible': flag({
      description: `Whether the service is reached from the internet. ${keeps}`,
    }),
    'ip-address-type': choice(['IPV4', 'DUAL_STACK'], {
      description: `Addresses under which the service is reached. ${keeps}`,
    }),
    'observability-configuration-arn': arnOrNone(['apprunner', 'observabilityconfiguration'], {
      description: `Observability configuration (tracing by X-Ray); \`none\` for none. ${keeps}`,
    }),
    'kms-key-arn': arnOf(['kms', 'key'], {
      description:
        'Key that encrypts what App Runner keeps of the service; it can be chosen only when that is created.',
    }),
    'auto-deployments': flag({
      description:
        'Whether App Runner deploys by itself when the tag is pushed that the service has. An image that is deployed by its digest has no tag to watch.',
    }),
    tags: map({ description: 'Tags that the service is to have; others stay.' }),
    resume: flag({
      description: 'Resumes a paused service first, instead of failing.',
      default: 'false',
    }),
    environment: mapEdit({
      description:
        'Environment variables, `NAME=VALUE` a line; `!NAME` removes one. Names that begin with AWSAPPRUNNER are reserved.',
    }),
    'environment-strategy': choice(['merge', 'replace'], {
      description: 'Whether variables that `environment` does not name stay, or go.',
      default: 'merge',
    }),
    secrets: mapEdit({
      description:
        'Secrets as environment variables, `NAME=REFERENCE` a line; `!NAME` removes one. A reference is the name or ARN of a secret (with `:key::` for a key of it), or the path (`/…`) or ARN of an SSM parameter.',
    }),
    'secrets-strategy': choice(['merge', 'replace'], {
      description: 'Whether secrets that `secrets` does not name stay, or go.',
      default: 'merge',
    }),
    'health-check-protocol': choice(['TCP', 'HTTP'], {
      description: `Protocol of the health check. ${keeps}`,
    }),
    'health-check-path': text({ description: `Path that an HTTP health check asks for. ${keeps}` }),
    'health-check-interval': integer({
      description: `Seconds between health checks. ${keeps}`,
      min: 1,
      max: 20,
    }),
    'health-check-timeout': integer({
      description: `Seconds for an answer. ${keeps}`,
      min: 1,
      max: 20,
    }),
    'health-check-healthy-threshold': integer({
      description: `Good answers in a row that make an instance healthy. ${keeps}`,
      min: 1,
      max: 20,
    }),
    'health-check-unhealthy-threshold': integer({
      description: `Bad answers in a row that make an instance unhealthy. ${keeps}`,
      min: 1,
      max: 20,
    }),
    ...variableInputs,
    preflight: choice(preflightGrades, {
      description:
        'What becomes of an image or a secret that is not there, or cannot be used: `error` fails, `strict` fails also for what could not be checked, `warn` only warns, `off` does not look.',
      default: 'error',
    }),
    verify: serviceVerification({
      description:
        'Health checks after the operation: a list of checks as in verify-health, or a mapping with `checks`, `timeout`, `interval`, `request-timeout`, `successes` and `hold`. `{url}` is the address of the service.',
    }),
    'on-failure': choice(['rollback', 'leave'], {
      description:
        'After checks of `verify` that failed: put the whole previous configuration back, or leave things as they are. The step is red either way.',
      default: 'rollback',
    }),
    'on-cancel': choice(['leave', 'rollback'], {
      description:
        'When the job is cancelled: leave things as they are, or put the previous configuration back. App Runner takes that only when its operation is over.',
      default: 'leave',
    }),
    wait: flag({
      description:
        'Waits until the operation is over. Without, the step is green once it has begun.',
      default: 'true',
    }),
    timeout: duration({
      description: 'How long the operation may take, and what is waited for before it.',
      default: '30m',
      range: ['10s', '1d'],
    }),
    'in-flight': choice(['wait', 'fail'], {
      description: "When somebody else's operation is under way: wait for its end, or fail.",
      default: 'wait',
    }),
    'dry-run': flag({
      description: 'Reads, plans and prints what would be done, and changes nothing.',
      default: 'false',
    }),
    ...pullRequestCommentInputs,
    'aws-region': region({
      description: 'Region of the service; without it, that of the environment.',
    }),
  },
  outcomes: {
    deployed: 'The operation succeeded; the service runs what was asked for.',
    created: 'The service was created, and runs.',
    unchanged: 'The service was as it is to be; no operation was started.',
    planned: 'Dry run: nothing was changed.',
    started: '`wait: false`: the operation has begun.',
    'rolled-back': 'The service runs its previous configuration again.',
    'timed-out': 'The operation was not over in time, and goes on.',
    cancelled: 'The job was cancelled; what had begun goes on.',
    failed: 'The service does not run what was asked for.',
  },
  outputs: {
    'service-arn': 'ARN of the service.',
    'service-id': 'Id of the service.',
    'service-url': 'Address of the service, without `https://`.',
    'operation-id': 'Id of the operation that decided.',
    'previous-image': 'Image that the service had before.',
    'previous-digest': 'Its digest; empty where it is named by a tag.',
    'running-image': 'Image that the service has now.',
    'running-digest': 'Its digest; empty where it is named by a tag.',
    'duration-seconds': 'How long the step took.',
  },
})
