import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { Problem } from '@deploy-actions/action-kit'
import type { Definition } from '../definition.ts'
import { perContainer, problemIf, type DefinitionRule } from './rule.ts'

/** Rules about names in the network of a container. */
export const networkRules: readonly DefinitionRule[] = [perContainer(ownNames)]

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
function ownNames(
  { hostname, extraHosts = [] }: ContainerDefinition,
  { networkMode }: Definition,
): readonly Problem[] {
  if (networkMode !== 'awsvpc') return []
  return [
    ...problemIf(Boolean(hostname), 'hostname', 'is not possible with networkMode awsvpc'),
    ...problemIf(extraHosts.length > 0, 'extraHosts', 'are not possible with networkMode awsvpc'),
  ]
}
