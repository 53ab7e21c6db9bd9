import {
  choice,
  defineContract,
  duration,
  durationOr,
  flag,
  integer,
  list,
  map,
  pullRequestCommentInputs,
  text,
} from '@deploy-actions/action-kit'
import { region } from '@deploy-actions/aws'
import { verification } from '@deploy-actions/checks'
import { capacityProviderStrategy, preflightGrades } from '@deploy-actions/ecs'
import { registryLoginInputs } from '@deploy-actions/registry'

export const contract = defineContract({
  name: 'deploy-ecs',
  title: 'Deploy to Amazon ECS',
  description:
    'Deploys a task definition or an image to an ECS service, waits for the very deployment that it started, and is green only when that succeeded and runs what was asked for.',
  branding: { icon: 'upload-cloud', color: 'orange' },
  inputs: {
    cluster: text({ description: 'Cluster of the service: name or ARN.', default: 'default' }),
    service: text({ description: 'Service to deploy to: name or ARN.', required: true }),
    'task-definition': text({
      description:
        'What to deploy: the path of a file (as render-task-def writes it), a family, `family:revision` or an ARN. One of `task-definition`, `image`, `images` or `rollback-to`, or a setting such as `desired-count` or `force-new-deployment` alone, is needed.',
    }),
    image: text({
      description:
        "Image to put into what the service runs, for its only or only essential container: the deployment in one step. A name without a host, such as `arbiter-ai/backend:1.4.0`, lies in the ECR of the caller's account.",
    }),
    images: map({ description: 'As `image`, by container: `container=image`, one a line.' }),
    'rollback-to': text({
      description:
        'Instead of a definition: `last-successful` for the version before the one that runs, a revision (`12`, `family:12` or its ARN), or the tag or digest of an image that the service ran.',
    }),
    pin: choice(['digest', 'off'], {
      description:
        'Names the images of a file, of `image` and of `images` by digest, where the registry tells it. A tag that stays earns a warning.',
      default: 'digest',
    }),
    create: choice(['never', 'if-missing'], {
      description: 'What to do when there is no such service: fail, or create it.',
      default: 'never',
    }),
    'service-definition': text({
      description:
        'Path of a JSON or YAML file with what CreateService takes, for `create: if-missing`; `cluster`, `service`, the definition and the settings below come from the inputs.',
    }),
    'desired-count': integer({
      description:
        'How many tasks are to run. Given alone, the service is scaled: that starts no deployment, and the step is green when so many run.',
      max: 5000,
    }),
    'force-new-deployment': flag({
      description:
        'Starts a deployment although nothing changed, so that tasks read their secrets again.',
      default: 'false',
    }),
    'enable-execute-command': flag({ description: 'Whether `aws ecs execute-command` works.' }),
    'propagate-tags': choice(['SERVICE', 'TASK_DEFINITION', 'NONE'], {
      description: 'From where new tasks take their tags.',
    }),
    'capacity-provider-strategy': capacityProviderStrategy({
      description:
        'Where tasks run: a list of names, or of mappings with `capacity-provider`, `weight` and `base`.',
    }),
    'platform-version': text({ description: 'Platform version of Fargate, such as `LATEST`.' }),
    'health-check-grace-period': duration({
      description: 'How long ECS ignores the health of new tasks.',
      range: ['0', '24d'],
    }),
    strategy: choice(['keep', 'rolling'], {
      description: 'How the new version takes over: as the service has it, or step by step.',
      default: 'keep',
    }),
    'minimum-healthy-percent': integer({
      description: 'Part of the desired tasks that stays running during a deployment.',
      max: 100,
    }),
    'maximum-percent': integer({
      description: 'Part of the desired tasks that may run at once during a deployment.',
      min: 100,
      max: 200,
    }),
    'circuit-breaker': choice(['rollback', 'stop', 'off'], {
      description:
        'What the circuit breaker of ECS does when tasks keep failing: go back, only stop, or nothing.',
    }),
    alarms: list({
      description: 'CloudWatch alarms that end a deployment and make ECS go back; `off` for none.',
    }),
    preflight: choice(preflightGrades, {
      description:
        'What becomes of a deployment that cannot work (references of the definition as in render-task-def, ports against target groups, percentages that leave no room, alarms, PassRole, capacity): `error` fails, `strict` fails also for what could not be checked, `warn` only warns, `off` does not look.',
      default: 'error',
    }),
    ...registryLoginInputs,
    'skip-unchanged': flag({
      description:
        'Does nothing when the service runs this very definition already and is steady, and no secret that it references has a newer version; follows a rollout of it that is under way.',
      default: 'true',
    }),
    'in-flight': choice(['supersede', 'wait', 'fail'], {
      description:
        'When another deployment of the service is under way: replace it, wait for its end, or fail. A rollback that is under way is always waited for.',
      default: 'supersede',
    }),
    'stale-run': choice(['refuse', 'allow'], {
      description:
        'When a newer run of the same workflow has deployed the service already: refuse, or deploy all the same.',
      default: 'refuse',
    }),
    verify: verification({
      description:
        'Health checks after the rollout: a list of checks as in verify-health, or a mapping with `checks`, `timeout`, `interval`, `request-timeout`, `successes` and `hold`. When they fail, the deployment has failed.',
    }),
    wait: flag({
      description:
        'Waits until the deployment has ended. Without, the step is green once it has begun.',
      default: 'true',
    }),
    timeout: durationOr('auto', {
      description:
        'How long the deployment may take; `auto` is 20 minutes, and what the strategy of the service takes by itself.',
      default: 'auto',
      range: ['10s', '7d'],
    }),
    'fail-fast': flag({
      description:
        'Ends a rollout whose tasks keep dying alike: once a task that started after another had died ends the same way, the cause is told, and ECS or this step goes back.',
      default: 'true',
    }),
    'on-failure': choice(['rollback', 'leave'], {
      description:
        'After a failure or a timeout: go back to what ran before, or leave things as they are. The step is red either way.',
      default: 'rollback',
    }),
    'on-cancel': choice(['leave', 'rollback'], {
      description: 'When the job is cancelled: leave the rollout running, or ask ECS to go back.',
      default: 'leave',
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
    deployed: 'The new version runs; proven by the deployment itself.',
    created: 'The service was created, and the version runs; proven by the deployment itself.',
    unchanged: 'The service ran this definition already, and was steady.',
    planned: 'Dry run: nothing was changed.',
    started: 'The deployment has begun (`wait: false`).',
    unproven:
      'The deployment succeeded and nothing runs that could prove it: the desired count is 0.',
    'rolled-back': 'The version that ran before is steady again, whatever went wrong.',
    'timed-out': 'The time was over and the rollout was left running.',
    cancelled: 'The job was cancelled and the rollout was left running.',
    superseded: 'Another deployment of the same service took over.',
    failed: 'Everything else that is red.',
  },
  outputs: {
    'task-definition-arn': 'ARN of the definition that was deployed, or was to be.',
    'previous-task-definition-arn': 'ARN of the definition that ran before.',
    'service-deployment-arn': 'ARN of the service deployment that this step started.',
    'image-digests': 'JSON object: container to digest, as ECS resolved them.',
    'deployment-url': "The service's deployments in the AWS console.",
    results: 'JSON object: service to its `outcome`, `failure`, definition, digests and duration.',
    'duration-seconds': 'How long the deployment took.',
  },
})
