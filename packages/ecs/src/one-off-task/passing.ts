import { reasonKinds, type ReasonKind } from '../diagnosis/index.ts'

/** Kinds of reasons that pass by themselves, beside a lack of capacity. */
const passing: ReadonlySet<ReasonKind> = new Set([
  'network-interface',
  'agent-timeout',
  'agent',
  'throttled',
])

/** Lacks of capacity that stay until somebody changes the cluster or the definition. */
const lasting: ReadonlySet<ReasonKind> = new Set(['instance-attribute'])

/** Whether what keeps a task from starting may well be over a little later. */
export function mayPass(kind: ReasonKind): boolean {
  return passing.has(kind) || (reasonKinds[kind].code === 'capacity' && !lasting.has(kind))
}
