import type { Cloud } from '../../cloud/cloud.ts'
import type {
  WorldAppRunner,
  WorldAutoScalingConfiguration,
  WorldObservabilityConfiguration,
  WorldVpcConnector,
} from '../../world/world-app-runner.ts'
import { Revisions, type GivenRevision } from './revisions.ts'

/** The auto scaling configuration of services that name none; every account has it. */
export const defaultAutoScaling = 'DefaultConfiguration'

type AutoScaling = Partial<WorldAutoScalingConfiguration>
type Connector = Partial<WorldVpcConnector>
type Observability = Partial<WorldObservabilityConfiguration>

/** What services of an account refer to. Where a world does not say what there is of a kind, all is there. */
export class SharedConfigurations {
  readonly autoScaling: Revisions<AutoScaling>
  readonly vpcConnectors: Revisions<Connector>
  readonly observability: Revisions<Observability>

  constructor(cloud: Cloud, world: WorldAppRunner) {
    const { autoScalingConfigurations, vpcConnectors, observabilityConfigurations } = world
    const ofDefault: WorldAutoScalingConfiguration = {
      AutoScalingConfigurationName: defaultAutoScaling,
    }
    this.autoScaling = new Revisions<AutoScaling>(cloud, {
      kind: 'autoscalingconfiguration',
      given: [ofDefault, ...(autoScalingConfigurations ?? [])].map((one) =>
        given<AutoScaling>(one.AutoScalingConfigurationName, one),
      ),
      undeclared: autoScalingConfigurations === undefined ? {} : undefined,
    })
    this.vpcConnectors = new Revisions<Connector>(cloud, {
      kind: 'vpcconnector',
      given: (vpcConnectors ?? []).map((one) => given<Connector>(one.VpcConnectorName, one)),
      undeclared: vpcConnectors === undefined ? {} : undefined,
    })
    this.observability = new Revisions<Observability>(cloud, {
      kind: 'observabilityconfiguration',
      given: (observabilityConfigurations ?? []).map((one) =>
        given<Observability>(one.ObservabilityConfigurationName, one),
      ),
      undeclared: observabilityConfigurations === undefined ? {} : undefined,
    })
  }
}

function given<Settings extends { readonly Status?: 'ACTIVE' | 'INACTIVE' }>(
  name: string,
  settings: Settings,
): GivenRevision<Settings> {
  return { name, isActive: settings.Status !== 'INACTIVE', settings }
}
