/**
 * A restriction of imports, in the words of oxlint's rule `no-restricted-imports`. One that has
 * `name` is for just that module, and holds whatever the others say.
 */
export interface ImportRestriction {
  readonly name?: string
  readonly importNames?: string[]
  readonly group?: string[]
  readonly regex?: string
  readonly importNamePattern?: string
  readonly allowTypeImports?: boolean
  readonly message: string
}

/** A package itself, and what it exports by further names. */
function anyPart(pattern: string): string[] {
  return [pattern, `${pattern}/**`]
}

/**
 * Forbids all packages of this repository but those named. For an import that it allows, oxlint looks
 * at no other restriction by pattern: restrict parts of such a package by `name`.
 */
export function onlyPackages(importer: string, allowed: readonly string[]): ImportRestriction {
  const list = allowed.length === 0 ? 'no other package of this repository' : allowed.join(', ')
  return {
    group: [
      ...anyPart('@deploy-actions/*'),
      ...allowed.flatMap((name) => anyPart(`!@deploy-actions/${name}`)),
    ],
    message: `${importer} may import ${list}: dependencies point one way.`,
  }
}

/** Forbids the packages named. */
export function neverPackages(importer: string, forbidden: readonly string[]): ImportRestriction {
  return {
    group: forbidden.flatMap((name) => anyPart(`@deploy-actions/${name}`)),
    message: `${importer} may import actions only.`,
  }
}

/** Forbids the classes of SDK clients as values; their types may be named anywhere. */
export function noClients(makers: string): ImportRestriction {
  return {
    group: ['@aws-sdk/client-*'],
    importNamePattern:
      '(Client$)|(^(APIGateway|AppRunner|CloudWatch|CloudWatchLogs|ECR|ECRPUBLIC|ECS|IAM|STS|SSM|SecretsManager)$)',
    allowTypeImports: true,
    message: `SDK clients are made in ${makers} only.`,
  }
}

/** Another room is entered through its package, never through its files. */
export const noForeignFiles: ImportRestriction = {
  regex: '^(\\.\\./)+(.*/)?(src|build|dist)/',
  message: 'Import other packages by their names.',
}

export const noTestingTools: readonly ImportRestriction[] = [
  '@deploy-actions/action-kit/testing',
  'fast-check',
  'vitest',
].map((name) => ({ name, message: 'This is for tests.' }))

export const noToolkit: ImportRestriction = {
  group: ['@actions/core', '@actions/core/**', '@actions/github', '@actions/github/**'],
  message: 'Only action-kit talks to GitHub.',
}

export const noTimerModules: ImportRestriction = {
  group: ['node:timers', 'node:timers/promises', 'timers', 'timers/promises'],
  message: 'Time passes through the global setTimeout only, which tests replace.',
}

export const noProcessModule: ImportRestriction = {
  group: ['node:process', 'process'],
  message: 'Only action-kit reads what the process was started with.',
}

export const noWaiters: ImportRestriction = {
  group: ['@aws-sdk/client-*', '@smithy/*'],
  importNamePattern: '^(waitUntil|waitFor|createWaiter)',
  message: "Poll with a deadline and a signal: the SDK's waiters know neither.",
}

/** What makes a file impure, as far as imports show it. */
export const noEffects: readonly ImportRestriction[] = [
  {
    group: ['node:*', '@aws-sdk/*', '@smithy/*', '@actions/*'],
    allowTypeImports: true,
    message: 'plan.ts and report.ts are pure: data in, data out.',
  },
  {
    group: ['./act.ts', './observe.ts', './main.ts', './index.ts', '../act.ts', '../observe.ts'],
    allowTypeImports: true,
    message: 'plan.ts and report.ts are pure: they see what was observed or done as data.',
  },
  effectsOf('@deploy-actions/aws', ['call', 'createAwsClients', 'poll']),
  effectsOf('@deploy-actions/action-kit', ['cancellation', 'inGroup', 'run', 'sleep']),
]

function effectsOf(name: string, importNames: string[]): ImportRestriction {
  return {
    name,
    importNames,
    message: 'plan.ts and report.ts are pure: they do nothing themselves.',
  }
}
