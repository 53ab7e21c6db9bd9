/** Where a task must get to before it starts: said wherever it did not get there. */
const networkPath =
  'a public address or a NAT gateway, or VPC endpoints for ecr.api, ecr.dkr, s3, logs and secretsmanager; and the security groups must allow HTTPS to them'

/** What to do about each class of failure that tasks and events tell of. */
export const remedies = {
  oom: 'Raise memory (of the container, or of the task with a matching cpu), or find what uses it.',
  image:
    'Check that the image is in the registry under this very reference and for the platform of the task, and that the execution role may pull it.',
  imageNetwork: `The task does not reach the registry. Its subnets need ${networkPath}.`,
  secret:
    'Check that the secret exists with this key and holds a JSON object, and that the execution role may read it.',
  secretNetwork: `The task does not reach the service that keeps the secret. Its subnets need ${networkPath} (ssm for parameters).`,
  logGroup:
    'Create the log group that awslogs-group names, or set awslogs-create-group to "true" in the log options (the execution role then needs logs:CreateLogGroup).',
  logDriver: `Check the log options of the container, that the execution role may write to its log group, and the way there: the subnets need ${networkPath}.`,
  command:
    'Correct command or entryPoint of the container: the image holds no such program, or one that cannot be executed.',
  port: 'Another container has this host port. With network mode bridge leave hostPort out (ECS then chooses one), or use awsvpc.',
  disk: 'Raise ephemeralStorage of the task, or the disk of the container instances, or use a smaller image.',
  agent:
    'The container agent could not start the container in time, or at all. Look at the reason above, and at the load of the container instances when they are yours; when it passes, run the step again.',
  containerHealth:
    'Run the health check command in the image; when the application only needs longer to start, raise startPeriod.',
  loadBalancerHealth:
    'Compare path, port and expected status of the target group with what the application answers; when it only needs longer to start, raise the health check grace period.',
  targetGroup:
    'Check that the target group still exists, belongs to a load balancer, and takes targets of this kind (ip for network mode awsvpc).',
  capacity: 'Run the step again later, or allow further availability zones or capacity providers.',
  noRoomToReplace:
    'Raise maximumPercent or lower minimumHealthyPercent in the deployment configuration of the service: as they are, no task may be started or stopped.',
  accessDenied: "Add the permission named above to the task's execution role.",
  assumeRole:
    'Check that the role named above exists, and that its trust policy lets ecs-tasks.amazonaws.com assume it.',
  alarm: 'Look at what the alarm measures: it fired while the new version was taking over.',
  keepsFailing:
    "Look at the service's stopped tasks in the console: they end soon after they are started, and ECS starts the next ones later and later.",
  unknown: 'Look at the reason that ECS gives above; when it is transient, run the step again.',
} as const

/** What to do about a container that ended by itself. */
export function crashRemedy(container = 'the container'): string {
  return `Read the last lines of ${container} and mend what it complains about; the same image with the same settings fails the same way when it is started by hand.`
}
