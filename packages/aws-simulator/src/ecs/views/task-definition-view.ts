import type { Attribute, Compatibility, TaskDefinition } from '@aws-sdk/client-ecs'
import type { Arns } from '../../cloud/arns.ts'
import type { TaskDefinitionState } from '../model/task-definitions.ts'

/** A task definition as ECS describes it: what was registered, with defaults, and what ECS adds. */
export function taskDefinitionView(state: TaskDefinitionState, arns: Arns): TaskDefinition {
  const { containerDefinitions = [], enableFaultInjection, ...rest } = state.content
  return {
    volumes: [],
    placementConstraints: [],
    ...rest,
    ...(enableFaultInjection !== undefined && { enableFaultInjection }),
    taskDefinitionArn: state.arn,
    containerDefinitions: containerDefinitions.map((container) => ({
      cpu: 0,
      essential: true,
      environment: [],
      mountPoints: [],
      volumesFrom: [],
      portMappings: [],
      systemControls: [],
      ...container,
    })),
    revision: state.revision,
    status: state.status,
    compatibilities: compatibilities(state),
    requiresAttributes: requiredAttributes(state),
    registeredAt: state.registeredAt,
    registeredBy: arns.global('sts', 'assumed-role/simulator/session'),
    deregisteredAt: state.deregisteredAt,
  }
}

function compatibilities({ content }: TaskDefinitionState): Compatibility[] {
  const isFargate = content.requiresCompatibilities?.includes('FARGATE') ?? false
  return isFargate ? ['EC2', 'FARGATE'] : ['EC2']
}

/** What an instance must be able to do to run it, as ECS works it out of the definition. */
function requiredAttributes({ content }: TaskDefinitionState): Attribute[] {
  const containers = content.containerDefinitions ?? []
  const isAnyLogged = containers.some((one) => one.logConfiguration?.logDriver === 'awslogs')
  const isAnySecret = containers.some(({ secrets = [] }) => secrets.length > 0)
  const capabilities = [
    ...(isAnyLogged ? ['com.amazonaws.ecs.capability.logging-driver.awslogs'] : []),
    ...(isAnySecret ? ['ecs.capability.secrets.asm.environment-variables'] : []),
    ...(content.taskRoleArn === undefined ? [] : ['com.amazonaws.ecs.capability.task-iam-role']),
    ...(content.networkMode === 'awsvpc' ? ['ecs.capability.task-eni'] : []),
    'com.amazonaws.ecs.capability.docker-remote-api.1.18',
  ]
  return capabilities.map((name) => ({ name }))
}
