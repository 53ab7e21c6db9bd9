import type { World } from '@deploy-actions/aws-simulator'
import { apiDefinition, apiWorld, images } from './api.world.ts'

export const account = 'arn:aws:iam::123456789012'
export const targetGroupArn =
  'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/api/0123456789abcdef'
export const secretArn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:api-AbCdEf'

type Container = ReturnType<typeof apiDefinition>['containerDefinitions'][number]
type Changes = Readonly<Record<string, unknown>>

/** The definition of the healthy image, with changes of its container and of the whole. */
export function definitionWith(container: Changes = {}, whole: Changes = {}) {
  const definition = apiDefinition(images.healthy)
  // There is one: this file's neighbour writes it.
  const only = definition.containerDefinitions[0] as Container
  return { ...definition, containerDefinitions: [{ ...only, ...container }], ...whole }
}

/** The service `api` behind a load balancer, with a secret and a log group. */
export function balancedWorld(service: Changes = {}, more: Partial<World> = {}): World {
  return {
    ...apiWorld({
      loadBalancers: [{ targetGroupArn, containerName: 'api', containerPort: 8000 }],
      healthCheckGracePeriodSeconds: 60,
      ...service,
    }),
    targetGroups: [{ targetGroupArn, targetType: 'ip', port: 8000, healthCheckIntervalSeconds: 5 }],
    secrets: [{ name: 'api', arn: secretArn, value: { KEY: 'canary-secret-value-1' } }],
    logGroups: ['/ecs/api'],
    ...more,
  }
}
