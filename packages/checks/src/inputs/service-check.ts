import { duration, text, type Parsed } from '@deploy-actions/action-kit'
import { nameFromArn } from '@deploy-actions/aws'
import type { Check, ServiceCheck, TargetGroupCheck } from '../check.ts'
import { targetGroupName } from '../check.ts'
import { expectedImage, expectedImages } from './expected-image.ts'
import { checkName, nameOf, namesOf, serviceForm, targetGroupForm } from './names.ts'

const minTaskAge = duration({
  range: ['0', '7d'],
  description:
    'How long every task must have been running. Without it: `30s` where the service has neither a container health check nor a target group, else `0`.',
})

/** The inputs of an action that checks services of ECS and target groups. */
export const serviceCheckInputs = {
  cluster: text({ description: 'Cluster of the services: name or ARN.', default: 'default' }),
  services: namesOf(serviceForm, {
    description:
      'ECS services whose health is read from ECS itself: names or ARNs. For what has no port, too.',
  }),
  'min-task-age': minTaskAge,
  'expect-digest': expectedImages({
    description:
      'What every task of the services must run: a digest, or the name of an image, whose digest is then looked up; or `service=…` lines.',
  }),
  'target-groups': namesOf(targetGroupForm, {
    description:
      'Target groups whose targets must all be healthy, as the load balancer sees them: names or ARNs. For what a runner cannot reach.',
  }),
} as const

/** The inputs of an entry of a `checks` input that is about a service. */
export const namedServiceInputs = {
  name: checkName({ description: 'How the check is called in the log and the report.' }),
  service: nameOf(serviceForm, { description: 'The service: name or ARN.', required: true }),
  cluster: text({ description: 'Cluster of the service: name or ARN.' }),
  'min-task-age': minTaskAge,
  'expect-digest': expectedImage({
    description: 'What every task must run: a digest, or the name of an image.',
  }),
} as const

/** The inputs of an entry of a `checks` input that is about a target group. */
export const namedTargetGroupInputs = {
  name: checkName({ description: 'How the check is called in the log and the report.' }),
  'target-group': nameOf(targetGroupForm, {
    description: 'The target group: name or ARN.',
    required: true,
  }),
} as const

/** The check of one entry that is about a service. */
export function serviceCheck(fields: Parsed<typeof namedServiceInputs>): ServiceCheck {
  const { name, service, cluster, minTaskAge: minTaskAgeSeconds, expectDigest } = fields
  return {
    kind: 'service',
    name: name ?? `service ${nameFromArn(service)}`,
    cluster,
    service,
    minTaskAgeSeconds,
    expectedImage: expectDigest,
  }
}

/** The check of one entry that is about a target group. */
export function targetGroupCheck({
  name,
  targetGroup,
}: Parsed<typeof namedTargetGroupInputs>): TargetGroupCheck {
  return {
    kind: 'target-group',
    name: name ?? `target group ${targetGroupName(targetGroup)}`,
    targetGroup,
  }
}

/** The checks of all services and target groups that an action's own inputs name. */
export function serviceChecks(
  fields: Partial<Parsed<typeof serviceCheckInputs>>,
): readonly Check[] {
  const { cluster, services = [], minTaskAge: age, expectDigest, targetGroups = [] } = fields
  const expected = (service: string): string | undefined =>
    typeof expectDigest === 'string' ? expectDigest : expectDigest?.get(nameFromArn(service))
  return [
    ...services.map((service) =>
      serviceCheck({
        name: undefined,
        service,
        cluster,
        minTaskAge: age,
        expectDigest: expected(service),
      }),
    ),
    ...targetGroups.map((targetGroup) => targetGroupCheck({ name: undefined, targetGroup })),
  ]
}

/** The same checks, where services without a cluster of their own are looked for in this one. */
export function inCluster(checks: readonly Check[], cluster: string): readonly Check[] {
  return checks.map((check) =>
    check.kind === 'service' ? { ...check, cluster: check.cluster ?? cluster } : check,
  )
}
