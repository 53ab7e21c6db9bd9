import type { Need } from '../iam/model/authorize.ts'
import type { Context } from '../iam/policy/condition.ts'
import type { EcsModel } from './model/ecs.ts'

/** The ARNs that policies about ECS name, also of what is not there: permission is asked first. */
export class EcsResources {
  readonly #model: EcsModel

  constructor(model: EcsModel) {
    this.#model = model
  }

  arnOf(resource: string): string {
    return this.#model.cloud.arns.of('ecs', resource)
  }

  clusterArn(reference = 'default'): string {
    return reference.startsWith('arn:') ? reference : this.arnOf(`cluster/${reference}`)
  }

  /** What policies may ask about a call in a cluster. */
  clusterContext(reference: string | undefined): Context {
    return new Map([['ecs:cluster', [this.clusterArn(reference)]]])
  }

  service(operation: string, cluster: string | undefined, reference = ''): Need {
    return this.#inCluster(operation, cluster, { kind: 'service', reference })
  }

  task(operation: string, cluster: string | undefined, reference = ''): Need {
    return this.#inCluster(operation, cluster, { kind: 'task', reference })
  }

  /** The ARN of the revision that a reference means. */
  definitionArn(reference = ''): string {
    const found = this.#model.taskDefinitions.find(reference)
    if (found !== undefined) return found.arn
    return reference.startsWith('arn:') ? reference : this.arnOf(`task-definition/${reference}`)
  }

  /** The roles that tasks of a definition get. */
  rolesOf(reference: string | undefined): readonly (string | undefined)[] {
    if (reference === undefined) return []
    const content = this.#model.taskDefinitions.find(reference)?.content
    return [content?.executionRoleArn, content?.taskRoleArn]
  }

  #inCluster(
    operation: string,
    cluster: string | undefined,
    { kind, reference }: { readonly kind: 'service' | 'task'; readonly reference: string },
  ): Need {
    const clusterName = this.clusterArn(cluster).replace(/^.*:cluster\//, '')
    const isArn = reference.startsWith('arn:')
    return {
      action: `ecs:${operation}`,
      resource: isArn ? reference : this.arnOf(`${kind}/${clusterName}/${reference}`),
      context: this.clusterContext(cluster),
    }
  }
}
