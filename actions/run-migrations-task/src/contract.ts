import {
  choice,
  commandLine,
  defineContract,
  duration,
  flag,
  integer,
  list,
  map,
  text,
} from '@deploy-actions/action-kit'
import { region } from '@deploy-actions/aws'
import { capacityProviderStrategy, preflightGrades } from '@deploy-actions/ecs'
import { registryLoginInputs } from '@deploy-actions/registry'

export const contract = defineContract({
  name: 'run-migrations-task',
  title: 'Run migrations as an Amazon ECS task',
  description:
    'Runs a one-off task such as a database migration once, in the network of the service, with its log, and is green only when the container that matters exits as it should.',
  branding: { icon: 'database', color: 'orange' },
  inputs: {
    cluster: text({ description: 'Cluster to run in: name or ARN.', default: 'default' }),
    'task-definition': text({
      description:
        'What to run: the path of a file, a family, `family:revision` or an ARN. Without it, what the last successful deployment of `service` runs.',
    }),
    service: text({
      description:
        'Service of the same cluster, from which network, launch type or capacity providers and platform version are taken; explicit inputs win.',
    }),
    image: text({
      description:
        "Image to put into the definition, for its only or only essential container: the very image that is deployed next. A name without a host lies in the ECR of the caller's account.",
    }),
    images: map({ description: 'As `image`, by container: `container=image`, one a line.' }),
    pin: choice(['digest', 'off'], {
      description: 'Names images by digest, where the registry tells it.',
      default: 'digest',
    }),
    container: text({
      description:
        'Container that runs the command, and whose exit code decides. Without it, the only essential one.',
    }),
    command: commandLine({
      description:
        'Command to run instead of that of the definition: a JSON array, or a line that is split as a shell would split it and that no shell runs.',
    }),
    environment: map({
      description: 'Environment variables of the container for this task, `NAME=VALUE` a line.',
    }),
    cpu: text({ description: 'CPU of the task, such as `512`.' }),
    memory: text({ description: 'Memory of the task, such as `1024`.' }),
    'task-role-arn': text({ description: 'Role of the task, instead of that of the definition.' }),
    tags: map({ description: 'Tags of the task, `key=value` a line.' }),
    subnets: list({ description: 'Subnets of the task, instead of those of `service`.' }),
    'security-groups': list({
      description: 'Security groups of the task, instead of those of `service`.',
    }),
    'assign-public-ip': choice(['ENABLED', 'DISABLED'], {
      description: 'Whether the task gets a public address, instead of what `service` says.',
    }),
    'launch-type': choice(['FARGATE', 'EC2', 'EXTERNAL'], {
      description: 'Where the task runs, instead of where `service` runs.',
    }),
    'capacity-provider-strategy': capacityProviderStrategy({
      description:
        'Where the task runs: a list of names, or of mappings with `capacity-provider`, `weight` and `base`.',
    }),
    'platform-version': text({ description: 'Platform version of Fargate, such as `LATEST`.' }),
    timeout: duration({
      description: 'How long the task may take; another run of the lock is waited for as long.',
      default: '15m',
      range: ['10s', '7d'],
    }),
    'on-timeout': choice(['stop', 'leave'], {
      description: 'When the time is over: stop the task, or leave it running.',
      default: 'stop',
    }),
    'on-cancel': choice(['leave', 'stop'], {
      description:
        'When the job is cancelled: leave the task running, for the next run to find, or stop it.',
      default: 'leave',
    }),
    lock: text({
      description:
        'Name of the lock under which only one task runs at a time in the cluster. Without it, the family of the definition.',
    }),
    'lock-behavior': choice(['wait', 'fail', 'adopt'], {
      description:
        'When another task of the lock is at work: wait for its end, fail, or follow that task instead of starting one.',
      default: 'wait',
    }),
    'idempotency-key': text({
      description:
        'What this piece of work is known by: a task of the same key that runs or has succeeded is adopted, a failed one is started again. Without it, cluster, what the inputs say is to run, overrides, run, job, step and matrix.',
    }),
    matrix: text({
      description: 'The combination of the matrix that this job is; leave it as it is.',
      default: '${{ toJSON(matrix) }}',
    }),
    logs: choice(['stream', 'tail', 'off'], {
      description:
        'What is shown of the logs of all containers: every line as it comes, the last ones at the end, or nothing.',
      default: 'stream',
    }),
    'success-exit-codes': list({
      description: 'Exit codes of the container that mean success.',
      default: '0',
    }),
    'start-attempts': integer({
      description:
        'How often a start is tried that fails for want of capacity or for the network. A task that has run is never started again.',
      default: '3',
      min: 1,
      max: 10,
    }),
    preflight: choice(preflightGrades, {
      description:
        'What becomes of references of the definition that lead nowhere, as in render-task-def.',
      default: 'error',
    }),
    ...registryLoginInputs,
    'dry-run': flag({
      description: 'Reads, plans and prints what would be run, and starts nothing.',
      default: 'false',
    }),
    'aws-region': region({
      description: 'Region of the cluster; without it, that of the environment.',
    }),
  },
  outcomes: {
    succeeded: 'The container exited as it should.',
    failed: 'The container exited with another code; or the step failed by itself.',
    'never-started': 'The container was not run.',
    killed: 'The container was killed: by a signal, for want of memory, by a person or by AWS.',
    'timed-out': 'The time was over before the task was done.',
    cancelled: 'The job was cancelled.',
    planned: 'Dry run: nothing was started.',
  },
  outputs: {
    'task-arn': 'ARN of the task.',
    'task-definition-arn': 'ARN of the definition that the task runs.',
    'exit-code': 'Exit code of the container that decides; empty where it has none.',
    adopted: '`true` when the task was started by an earlier attempt, or another run.',
    'stopped-reason': 'Why the task stopped, in the words of ECS.',
    'duration-seconds': 'How long the step worked on the task.',
    'log-url': 'The log of the container that decides, in the AWS console.',
  },
  prose: ['stopped-reason'],
})
