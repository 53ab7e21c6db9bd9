import type {
  CreateServiceRequest,
  DescribeClustersRequest,
  DescribeServiceDeploymentsRequest,
  DescribeServiceRevisionsRequest,
  DescribeServicesRequest,
  DescribeTasksRequest,
  RegisterTaskDefinitionRequest,
  RunTaskRequest,
  StopServiceDeploymentRequest,
  Tag,
  UpdateServiceRequest,
} from '@aws-sdk/client-ecs'
import type { Need, Permissions } from '../iam/model/authorize.ts'
import type { EcsModel } from './model/ecs.ts'
import { EcsResources } from './ecs-resources.ts'

interface OfService {
  readonly cluster?: string | undefined
  readonly service?: string | undefined
}

interface OfResource {
  readonly resourceArn?: string | undefined
}

/**
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html, and the
 * roles that a task gets, which have to be passed to it.
 */
export function ecsPermissions(model: EcsModel): Permissions {
  const resources = new EcsResources(model)
  const onService = (operation: string) => (input: OfService) => [
    resources.service(operation, input.cluster, input.service),
  ]
  const inCluster = (operation: string) => (input: OfService) => [
    { action: `ecs:${operation}`, resource: '*', context: resources.clusterContext(input.cluster) },
  ]
  const onTagged = (operation: string) => (input: OfResource) => on(operation, input.resourceArn)
  return {
    prefix: 'ecs',
    needs: {
      DescribeClusters: ({ clusters = ['default'] }: DescribeClustersRequest) =>
        clusters.flatMap((one) => on('DescribeClusters', resources.clusterArn(one))),
      RegisterTaskDefinition: (input: RegisterTaskDefinitionRequest) => [
        ...on('RegisterTaskDefinition', resources.arnOf(`task-definition/${input.family}:*`)),
        ...ifTagged(
          input.tags,
          on('TagResource', resources.arnOf(`task-definition/${input.family}:*`)),
        ),
        ...passing(input.executionRoleArn, input.taskRoleArn),
      ],
      CreateService: (input: CreateServiceRequest) => [
        resources.service('CreateService', input.cluster, input.serviceName),
        ...passing(...resources.rolesOf(input.taskDefinition)),
      ],
      UpdateService: (input: UpdateServiceRequest) => [
        resources.service('UpdateService', input.cluster, input.service),
        ...passing(...resources.rolesOf(input.taskDefinition)),
      ],
      DeleteService: onService('DeleteService'),
      DescribeServices: ({ cluster, services = [] }: DescribeServicesRequest) =>
        services.map((one) => resources.service('DescribeServices', cluster, one)),
      ListServices: inCluster('ListServices'),
      ListServiceDeployments: onService('ListServiceDeployments'),
      DescribeServiceDeployments: (input: DescribeServiceDeploymentsRequest) =>
        on('DescribeServiceDeployments', ...(input.serviceDeploymentArns ?? [])),
      DescribeServiceRevisions: (input: DescribeServiceRevisionsRequest) =>
        on('DescribeServiceRevisions', ...(input.serviceRevisionArns ?? [])),
      StopServiceDeployment: (input: StopServiceDeploymentRequest) =>
        on('StopServiceDeployment', input.serviceDeploymentArn),
      RunTask: (input: RunTaskRequest) => [
        {
          action: 'ecs:RunTask',
          resource: resources.definitionArn(input.taskDefinition),
          context: resources.clusterContext(input.cluster),
        },
        ...ifTagged(input.tags, [resources.task('TagResource', input.cluster, '*')]),
        ...passing(
          ...resources.rolesOf(input.taskDefinition),
          input.overrides?.executionRoleArn,
          input.overrides?.taskRoleArn,
        ),
      ],
      StopTask: ({ cluster, task }: OfService & { readonly task?: string | undefined }) => [
        resources.task('StopTask', cluster, task),
      ],
      DescribeTasks: ({ cluster, tasks = [] }: DescribeTasksRequest) =>
        tasks.map((one) => resources.task('DescribeTasks', cluster, one)),
      ListTasks: inCluster('ListTasks'),
      TagResource: onTagged('TagResource'),
      UntagResource: onTagged('UntagResource'),
      ListTagsForResource: onTagged('ListTagsForResource'),
    },
  }
}

/** What is created with tags needs the permission to tag it as well, as accounts have it by default since 2023. */
function ifTagged(tags: readonly Tag[] = [], needs: readonly Need[]): readonly Need[] {
  return tags.length > 0 ? needs : []
}

function on(operation: string, ...arns: readonly (string | undefined)[]): readonly Need[] {
  return arns.map((arn = '*') => ({ action: `ecs:${operation}`, resource: arn }))
}

function passing(...roleArns: readonly (string | undefined)[]): readonly Need[] {
  const given = new Set(roleArns.filter((arn) => arn !== undefined))
  return [...given].map((resource) => ({
    action: 'iam:PassRole',
    resource,
    context: new Map([['iam:passedtoservice', ['ecs-tasks.amazonaws.com']]]),
  }))
}
