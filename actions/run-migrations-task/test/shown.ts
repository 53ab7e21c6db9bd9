import type { World } from '@deploy-actions/aws-simulator'
import { migrationsWorld } from './migrations.world.ts'

type Behaviour = NonNullable<NonNullable<World['images']>[number]['behaviour']>

/** What a container does when it migrates. */
export type Command = NonNullable<Behaviour['commands']>[number]

const registry = '123456789012.dkr.ecr.us-east-1.amazonaws.com'

/** A world in which the migration goes so. */
export function migrating(command: Omit<Command, 'contains'>, more: Partial<World> = {}): World {
  return migrationsWorld({ behaviour: { commands: [{ contains: 'alembic', ...command }] } }, more)
}

/** A world in which the migration goes so, with a container `proxy` beside it that behaves so. */
export function migratingBeside(
  command: Omit<Command, 'contains'>,
  { proxy, behaviour }: { readonly proxy: object; readonly behaviour: Behaviour },
): World {
  const image = `${registry}/proxy:1`
  const world = migrationsWorld({
    behaviour: { commands: [{ contains: 'alembic', ...command }] },
    beside: [{ name: 'proxy', image, ...proxy }],
  })
  const images = [
    ...(world.images ?? []),
    { repository: `${registry}/proxy`, tags: ['1'], behaviour },
  ]
  return { ...world, images }
}

/** The same world without the service, whose definition is for instances, with these changes to its container. */
export function onInstances(world: World, changes: object): World {
  const { taskDefinitions = [] } = world
  const definitions = taskDefinitions.map(({ containerDefinitions, ...definition }) => ({
    ...definition,
    requiresCompatibilities: ['EC2'],
    networkMode: 'bridge',
    // Of the world above, which has such a list.
    containerDefinitions: (containerDefinitions as readonly object[]).map((one) => ({
      ...one,
      ...changes,
    })),
  }))
  return { ...world, taskDefinitions: definitions, clusters: [{ name: 'shop' }] }
}

/** What the container `name` was shown to have written. */
export function shown(log: readonly string[], name = 'api'): readonly string[] {
  return log
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.startsWith(`${name} | `))
    .map((line) => line.slice(name.length + 3))
}
