import {
  asText,
  integer,
  invalid,
  isList,
  parseEach,
  parseMapping,
  text,
  yaml,
  type InputOptions,
  type InputSpec,
  type Raw,
} from '@deploy-actions/action-kit'

/** A capacity provider with its share, as ECS takes it. */
export interface CapacityProviderShare {
  readonly capacityProvider: string
  readonly weight?: number
  readonly base?: number
}

const fields = {
  'capacity-provider': text({ description: 'Name of the capacity provider.', required: true }),
  weight: integer({ description: 'Share of the tasks beyond all bases.', max: 1000 }),
  base: integer({ description: 'Tasks that run here at least.', max: 100_000 }),
} as const

/**
 * A capacity provider strategy: a list whose items are names, or mappings with `capacity-provider`, `weight` and
 * `base`; for one provider its name alone.
 */
export function capacityProviderStrategy<const O extends InputOptions>(
  options: O,
): InputSpec<readonly CapacityProviderShare[]> & O {
  return yaml(options, readStrategy)
}

function readStrategy(tree: Raw): readonly CapacityProviderShare[] {
  if (typeof tree === 'string') return [{ capacityProvider: asText(tree), weight: 1 }]
  if (!isList(tree)) return invalid('must be a list of capacity providers')
  const items = tree.map((item, i) => [`[${i}]`, item] as const)
  return parseEach(items, readShare).map(([, share]) => share)
}

function readShare(raw: Raw): CapacityProviderShare {
  if (typeof raw === 'string') return { capacityProvider: asText(raw), weight: 1 }
  const { capacityProvider, weight, base } = parseMapping(fields, raw)
  return {
    capacityProvider,
    ...(weight !== undefined && { weight }),
    ...(base !== undefined && { base }),
  }
}
