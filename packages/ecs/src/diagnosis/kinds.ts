import type { FailureCode } from '@deploy-actions/action-kit'

/**
 * How much a kind of reason explains: a `cause` kills every task of the version, a `symptom` is what
 * somebody saw of a cause, what is `passing` befalls any version, and a `mechanism` only noticed.
 */
export type Weight = 'cause' | 'symptom' | 'passing' | 'mechanism'

/** All kinds of reasons that are told apart, with the failure code that each counts as. */
export const reasonKinds = {
  memory: { code: 'oom', weight: 'cause' },
  'assume-role': { code: 'access-denied', weight: 'cause' },
  'key-permission': { code: 'access-denied', weight: 'cause' },
  permission: { code: 'access-denied', weight: 'cause' },
  disk: { code: 'service-error', weight: 'cause' },
  'log-group': { code: 'service-error', weight: 'cause' },
  'log-network': { code: 'service-error', weight: 'cause' },
  'log-driver': { code: 'service-error', weight: 'cause' },
  'environment-file': { code: 'service-error', weight: 'cause' },
  volume: { code: 'service-error', weight: 'cause' },
  'image-platform': { code: 'image', weight: 'cause' },
  'image-missing': { code: 'image', weight: 'cause' },
  'image-forbidden': { code: 'image', weight: 'cause' },
  'image-login': { code: 'image', weight: 'cause' },
  'image-rate-limit': { code: 'image', weight: 'cause' },
  'image-network': { code: 'image', weight: 'cause' },
  image: { code: 'image', weight: 'cause' },
  'registry-secret': { code: 'secret', weight: 'cause' },
  'secret-network': { code: 'secret', weight: 'cause' },
  'secret-key': { code: 'secret', weight: 'cause' },
  'secret-json': { code: 'secret', weight: 'cause' },
  'secret-deleted': { code: 'secret', weight: 'cause' },
  'secret-version': { code: 'secret', weight: 'cause' },
  'secret-missing': { code: 'secret', weight: 'cause' },
  parameter: { code: 'secret', weight: 'cause' },
  secret: { code: 'secret', weight: 'cause' },
  crash: { code: 'crash', weight: 'cause' },
  killed: { code: 'crash', weight: 'cause' },
  ended: { code: 'crash', weight: 'cause' },
  command: { code: 'crash', weight: 'cause' },
  'container-user': { code: 'crash', weight: 'cause' },
  dependency: { code: 'crash', weight: 'cause' },
  port: { code: 'service-error', weight: 'cause' },
  'target-group': { code: 'service-error', weight: 'cause' },
  'deployment-configuration': { code: 'capacity', weight: 'cause' },
  'container-health': { code: 'container-health', weight: 'symptom' },
  'load-balancer-health': { code: 'load-balancer-health', weight: 'symptom' },
  alarm: { code: 'alarm', weight: 'symptom' },
  agent: { code: 'service-error', weight: 'symptom' },
  'agent-timeout': { code: 'service-error', weight: 'symptom' },
  addresses: { code: 'capacity', weight: 'passing' },
  'network-interface': { code: 'service-error', weight: 'passing' },
  host: { code: 'capacity', weight: 'passing' },
  spot: { code: 'capacity', weight: 'passing' },
  quota: { code: 'capacity', weight: 'passing' },
  zone: { code: 'capacity', weight: 'passing' },
  instances: { code: 'capacity', weight: 'passing' },
  'instance-room': { code: 'capacity', weight: 'passing' },
  'instance-port': { code: 'capacity', weight: 'passing' },
  'instance-interfaces': { code: 'capacity', weight: 'passing' },
  'instance-attribute': { code: 'capacity', weight: 'passing' },
  'instance-agent': { code: 'capacity', weight: 'passing' },
  capacity: { code: 'capacity', weight: 'passing' },
  unknown: { code: 'service-error', weight: 'symptom' },
  throttled: { code: 'service-error', weight: 'mechanism' },
  'keeps-failing': { code: 'crash', weight: 'mechanism' },
} as const satisfies Record<string, { readonly code: FailureCode; readonly weight: Weight }>

/** One of the kinds of reasons; see {@link reasonKinds}. */
export type ReasonKind = keyof typeof reasonKinds

const weights: Readonly<Record<Weight, number>> = { cause: 3, symptom: 2, passing: 1, mechanism: 0 }

/** How much a kind explains, as a number: what explains more is the root cause of what explains less. */
export function weightOf(kind: ReasonKind): number {
  return weights[reasonKinds[kind].weight]
}
