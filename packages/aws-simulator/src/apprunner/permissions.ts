import type {
  AuthenticationConfiguration,
  CreateServiceRequest,
  InstanceConfiguration,
  UpdateServiceRequest,
} from '@aws-sdk/client-apprunner'
import type { Cloud } from '../cloud/cloud.ts'
import type { Need, Permissions } from '../iam/model/authorize.ts'

interface OnService {
  readonly ServiceArn?: string | undefined
}

interface OnResource {
  readonly ResourceArn?: string | undefined
}

const onService = [
  'DescribeService',
  'ListOperations',
  'StartDeployment',
  'PauseService',
  'ResumeService',
  'DeleteService',
]

const onResource = ['TagResource', 'UntagResource', 'ListTagsForResource']

/** What describes something that services share, and the member that says which. */
const onShared: Readonly<Record<string, string>> = {
  DescribeAutoScalingConfiguration: 'AutoScalingConfigurationArn',
  DescribeVpcConnector: 'VpcConnectorArn',
  DescribeObservabilityConfiguration: 'ObservabilityConfigurationArn',
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsapprunner.html, and the roles that are passed. */
export function appRunnerPermissions({ arns }: Cloud): Permissions {
  const on = (operation: string, resource = '*'): Need => ({
    action: `apprunner:${operation}`,
    resource,
  })
  return {
    prefix: 'apprunner',
    needs: {
      ...Object.fromEntries(
        onService.map((name) => [name, ({ ServiceArn }: OnService) => [on(name, ServiceArn)]]),
      ),
      ...Object.fromEntries(
        onResource.map((name) => [name, ({ ResourceArn }: OnResource) => [on(name, ResourceArn)]]),
      ),
      ...Object.fromEntries(
        Object.entries(onShared).map(([name, member]) => [
          name,
          (input: Readonly<Record<string, string>>) => [on(name, input[member])],
        ]),
      ),
      CreateService: (input: CreateServiceRequest) => [
        on('CreateService', arns.of('apprunner', `service/${input.ServiceName}/*`)),
        ...(input.Tags === undefined
          ? []
          : [on('TagResource', arns.of('apprunner', `service/${input.ServiceName}/*`))]),
        ...passing(
          input.SourceConfiguration?.AuthenticationConfiguration,
          input.InstanceConfiguration,
        ),
      ],
      UpdateService: (input: UpdateServiceRequest) => [
        on('UpdateService', input.ServiceArn),
        ...passing(
          input.SourceConfiguration?.AuthenticationConfiguration,
          input.InstanceConfiguration,
        ),
      ],
    },
  }
}

/** The service that is named is that of the managed policy AWSAppRunnerFullAccess. */
function passing(
  access: AuthenticationConfiguration | undefined,
  instance: InstanceConfiguration | undefined,
): readonly Need[] {
  return [access?.AccessRoleArn, instance?.InstanceRoleArn]
    .filter((arn) => arn !== undefined)
    .map((resource) => ({
      action: 'iam:PassRole',
      resource,
      context: new Map([['iam:passedtoservice', ['apprunner.amazonaws.com']]]),
    }))
}
