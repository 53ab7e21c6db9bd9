import {
  neverPackages,
  noClients,
  noEffects,
  noForeignFiles,
  noProcessModule,
  noTestingTools,
  noTimerModules,
  noToolkit,
  noWaiters,
  onlyPackages,
  type ImportRestriction,
} from './restrictions.ts'

/** Names of globals, each with what to do instead. */
export type GlobalRestrictions = Readonly<Record<string, string>>

/**
 * A part of the tree with its restrictions. Where several rooms match a file, the last one decides
 * alone: oxlint replaces the options of a rule and never adds to them. So each room lists them all.
 */
export interface Room {
  readonly files: readonly string[]
  readonly imports: readonly ImportRestriction[]
  readonly globals: GlobalRestrictions
}

/** Which packages each package may import: dependencies point one way. */
const layers = {
  'action-kit': [],
  aws: ['action-kit'],
  registry: ['action-kit', 'aws'],
  ecs: ['action-kit', 'aws', 'registry'],
  // Whether a service is healthy, and why its tasks died, is for ECS's room to say.
  checks: ['action-kit', 'aws', 'registry', 'ecs'],
} satisfies Record<string, readonly string[]>

const belowActions = Object.keys(layers)

const clockless: GlobalRestrictions = {
  setInterval: 'Poll with the global setTimeout: an interval goes on while an answer is awaited.',
}

const pure: GlobalRestrictions = Object.fromEntries(
  [
    'Date',
    'performance',
    'fetch',
    'process',
    'crypto',
    'setTimeout',
    'setImmediate',
    'Promise',
  ].map((name) => [name, 'plan.ts and report.ts are pure: take what you need as data.']),
)

const noClientsHere = noClients('packages/aws and src/index.ts of an action')
const bundled = [noForeignFiles, noProcessModule, ...noTestingTools, noTimerModules, noWaiters]
const ofAction = [...bundled, noToolkit, onlyPackages('An action', belowActions)]

/** All rooms; a special one stands behind the general one that it is part of. */
export const rooms: readonly Room[] = [
  ...Object.entries(layers).map(([name, allowed]) => ({
    files: [`packages/${name}/src/**`],
    imports: [
      ...bundled,
      ...(name === 'action-kit' ? [] : [noToolkit]),
      ...(name === 'aws' ? [] : [noClientsHere]),
      onlyPackages(name, allowed),
    ],
    globals: clockless,
  })),
  {
    files: ['packages/action-kit/src/testing/**'],
    imports: [noForeignFiles, onlyPackages('action-kit', [])],
    globals: clockless,
  },
  {
    files: ['packages/suite/src/**'],
    imports: [
      ...bundled,
      noToolkit,
      noClientsHere,
      neverPackages('suite', [...belowActions, 'aws-simulator', 'local-runner']),
    ],
    globals: clockless,
  },
  {
    files: ['packages/aws-simulator/src/**'],
    imports: [noForeignFiles, ...noTestingTools, noToolkit, onlyPackages('aws-simulator', [])],
    globals: {},
  },
  {
    files: ['packages/local-runner/src/**'],
    imports: [
      noForeignFiles,
      ...noTestingTools,
      noToolkit,
      onlyPackages('local-runner', ['aws-simulator']),
    ],
    globals: {},
  },
  {
    files: ['actions/*/src/**'],
    imports: [noClientsHere, ...ofAction],
    globals: clockless,
  },
  { files: ['actions/*/src/index.ts'], imports: ofAction, globals: clockless },
  {
    files: ['actions/*/src/{plan,report}.ts', 'actions/*/src/{plan,report}/**'],
    imports: [noClientsHere, ...noEffects, ...ofAction],
    globals: { ...clockless, ...pure },
  },
]
