import type { Compatibility, TaskDefinition } from '@aws-sdk/client-ecs'
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
    registeredAt: state.registeredAt,
    registeredBy: arns.global('sts', 'assumed-role/simulator/session'),
    deregisteredAt: state.deregisteredAt,
  }
}

function compatibilities({ content }: TaskDefinitionState): Compatibility[] {
  const isFargate = content.requiresCompatibilities?.includes('FARGATE') ?? false
  return isFargate ? ['EC2', 'FARGATE'] : ['EC2']
}
