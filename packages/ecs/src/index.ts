export * from './diagnosis/index.ts'
export type { EcsContext } from './ecs-context.ts'
export * from './rollout/index.ts'
export * from './task-definition/index.ts'
