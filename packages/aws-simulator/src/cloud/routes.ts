import type { NetworkConfiguration } from '@aws-sdk/client-ecs'
import type { WorldSubnet } from '../world/world.ts'

/** Where the subnets of the account lead. */
export class Routes {
  readonly #routes: ReadonlyMap<string, WorldSubnet['route']>

  /** A subnet that is not declared leads everywhere. */
  constructor(declared: readonly WorldSubnet[]) {
    this.#routes = new Map(declared.map(({ subnetId, route }) => [subnetId, route]))
  }

  /** Whether a task in this network reaches registries and the APIs of AWS: an internet gateway serves public addresses only. */
  leadOut({ awsvpcConfiguration }: NetworkConfiguration): boolean {
    const [subnet = ''] = awsvpcConfiguration?.subnets ?? []
    const route = this.#routes.get(subnet) ?? 'nat-gateway'
    if (route === 'internet-gateway') return awsvpcConfiguration?.assignPublicIp === 'ENABLED'
    return route === 'nat-gateway'
  }
}
