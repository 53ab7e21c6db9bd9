import {
  DescribeAutoScalingConfiguration$,
  DescribeObservabilityConfiguration$,
  DescribeVpcConnector$,
  ListAutoScalingConfigurations$,
  ListObservabilityConfigurations$,
  ListVpcConnectors$,
  type DescribeAutoScalingConfigurationRequest,
  type DescribeAutoScalingConfigurationResponse,
  type DescribeObservabilityConfigurationRequest,
  type DescribeObservabilityConfigurationResponse,
  type DescribeVpcConnectorRequest,
  type DescribeVpcConnectorResponse,
  type ListAutoScalingConfigurationsRequest,
  type ListAutoScalingConfigurationsResponse,
  type ListObservabilityConfigurationsRequest,
  type ListObservabilityConfigurationsResponse,
  type ListVpcConnectorsRequest,
  type ListVpcConnectorsResponse,
  type VpcConnector,
} from '@aws-sdk/client-apprunner'
import { operation, type Operation } from '../../protocol/operation.ts'
import type { WorldVpcConnector } from '../../world/world-app-runner.ts'
import type { AppRunnerModel } from '../model/app-runner.ts'
import type { Revision, Revisions } from '../model/revisions.ts'
import { pageOf } from '../paging.ts'
import { notFound } from '../refusals.ts'
import { autoScalingSummary } from '../service-view.ts'

/** The API reference says how many of a kind a page holds at most. */
const mostOfAKind = 100

/** Describe and list what services refer to. */
export function sharedOperations(model: AppRunnerModel): readonly Operation[] {
  return [
    ...autoScalingOperations(model),
    ...vpcConnectorOperations(model),
    ...observabilityOperations(model),
  ]
}

function autoScalingOperations(model: AppRunnerModel): readonly Operation[] {
  const { autoScaling } = model.shared
  return [
    operation(
      DescribeAutoScalingConfiguration$,
      (
        input: DescribeAutoScalingConfigurationRequest,
      ): DescribeAutoScalingConfigurationResponse => {
        const found = required(autoScaling, input.AutoScalingConfigurationArn)
        const { MaxConcurrency = 100, MinSize = 1, MaxSize = 25 } = found.settings
        const summary = autoScalingSummary(model, found)
        const sizes = { MaxConcurrency, MinSize, MaxSize }
        return { AutoScalingConfiguration: { ...summary, ...sizes, Latest: found.isLatest } }
      },
    ),
    operation(
      ListAutoScalingConfigurations$,
      (input: ListAutoScalingConfigurationsRequest): ListAutoScalingConfigurationsResponse => {
        const { AutoScalingConfigurationName: name, LatestOnly } = input
        const asked = selected(autoScaling, { name, latestOnly: LatestOnly })
        const { items, NextToken } = pageOf(asked, input, mostOfAKind)
        return {
          AutoScalingConfigurationSummaryList: items.map((one) => autoScalingSummary(model, one)),
          NextToken,
        }
      },
    ),
  ]
}

function vpcConnectorOperations({ shared }: AppRunnerModel): readonly Operation[] {
  const { vpcConnectors } = shared
  return [
    operation(
      DescribeVpcConnector$,
      (input: DescribeVpcConnectorRequest): DescribeVpcConnectorResponse => ({
        VpcConnector: connectorView(required(vpcConnectors, input.VpcConnectorArn)),
      }),
    ),
    operation(ListVpcConnectors$, (input: ListVpcConnectorsRequest): ListVpcConnectorsResponse => {
      const { items, NextToken } = pageOf(vpcConnectors.all, input, mostOfAKind)
      return { VpcConnectors: items.map(connectorView), NextToken }
    }),
  ]
}

function observabilityOperations({ shared }: AppRunnerModel): readonly Operation[] {
  const { observability } = shared
  return [
    operation(
      DescribeObservabilityConfiguration$,
      (
        input: DescribeObservabilityConfigurationRequest,
      ): DescribeObservabilityConfigurationResponse => {
        const found = required(observability, input.ObservabilityConfigurationArn)
        return {
          ObservabilityConfiguration: {
            ...observabilitySummary(found),
            TraceConfiguration: found.settings.TraceConfiguration,
            Latest: found.isLatest,
            Status: found.isActive ? 'ACTIVE' : 'INACTIVE',
            CreatedAt: found.createdAt,
          },
        }
      },
    ),
    operation(
      ListObservabilityConfigurations$,
      (input: ListObservabilityConfigurationsRequest): ListObservabilityConfigurationsResponse => {
        const { ObservabilityConfigurationName: name, LatestOnly } = input
        const asked = selected(observability, { name, latestOnly: LatestOnly })
        const { items, NextToken } = pageOf(asked, input, mostOfAKind)
        return {
          ObservabilityConfigurationSummaryList: items.map(observabilitySummary),
          NextToken,
        }
      },
    ),
  ]
}

function required<Settings>(revisions: Revisions<Settings>, arn = ''): Revision<Settings> {
  const found = revisions.find(arn)
  if (found === undefined) throw notFound(arn)
  return found
}

function selected<Settings>(
  { all }: Revisions<Settings>,
  { name, latestOnly }: { name: string | undefined; latestOnly: boolean | undefined },
): readonly Revision<Settings>[] {
  return all
    .filter((one) => name === undefined || one.name === name)
    .filter(({ isLatest }) => latestOnly !== true || isLatest)
}

function connectorView(one: Revision<Partial<WorldVpcConnector>>): VpcConnector {
  return {
    VpcConnectorName: one.name,
    VpcConnectorArn: one.arn,
    VpcConnectorRevision: one.revision,
    Subnets: [...(one.settings.Subnets ?? [])],
    SecurityGroups: [...(one.settings.SecurityGroups ?? [])],
    Status: one.isActive ? 'ACTIVE' : 'INACTIVE',
    CreatedAt: one.createdAt,
  }
}

function observabilitySummary(one: Revision<unknown>) {
  return {
    ObservabilityConfigurationArn: one.arn,
    ObservabilityConfigurationName: one.name,
    ObservabilityConfigurationRevision: one.revision,
  }
}
