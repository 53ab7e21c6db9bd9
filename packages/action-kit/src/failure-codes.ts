/**
 * The closed list of reasons for a red step: the values of the output `failure`.
 * A root cause (the first group) wins over the mechanism that noticed it (the second).
 * `docs/failures.md` is generated from this table.
 */
export const failureCodes = {
  crash: 'A container of the new version ended by itself, or could not be started.',
  oom: 'A container was killed because it used more memory than it may.',
  image:
    'The image cannot be built, does not exist, may not be pulled, or is for another platform.',
  secret: 'A secret, a key of it, or an SSM parameter that a container needs could not be read.',
  'container-health': 'The health check of a container failed.',
  'load-balancer-health': 'The load balancer found the new tasks unhealthy.',
  capacity: 'There was no room to place a task: no capacity, no addresses, or a quota.',
  preflight: 'A check before the first change found something that cannot work.',
  'circuit-breaker': 'The circuit breaker of ECS ended the rollout, for no cause that was found.',
  alarm: 'A CloudWatch alarm ended the rollout.',
  timeout: 'The deployment was not finished when the time given by `timeout` was over.',
  gate: 'The checks at the gate of a deployment failed.',
  verify: 'Health checks failed, although everything before them succeeded.',
  input: 'An input is wrong, or names something that does not exist. Nothing was changed.',
  'access-denied': 'The role of this job, or that of the tasks, may not do what is needed.',
  'stale-run': 'A newer run of the same workflow has already deployed.',
  superseded: 'Another deployment of the same service took over.',
  cancelled: 'The job was cancelled, or a person stopped the deployment.',
  'rollback-failed': 'The deployment failed, and going back failed as well.',
  conflict: 'Somebody else changed the same resource at the same time.',
  'service-error': 'AWS or another service answered with an error, also after retries.',
  bug: 'Something happened that this suite did not foresee: please report it.',
} as const satisfies Record<string, string>

/** One of the closed list of reasons; see {@link failureCodes}. */
export type FailureCode = keyof typeof failureCodes
