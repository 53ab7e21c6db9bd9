import type { JsonCall } from './both-implementations.ts'

/** A step of the action, or a call that somebody else makes. */
export type Inputs =
  | { readonly call: JsonCall }
  | {
      /** The inputs, which may name the version that the step before reported, and a folder for files. */
      readonly with: (version: string, folder: string) => Readonly<Record<string, string>>
    }

/** Steps one after the other. */
export interface Row {
  readonly title: string
  readonly steps: readonly Inputs[]
}

/** What moto is known to do otherwise than AWS, and how. */
export interface Exception extends Row {
  readonly because: string
}

const sync = (inputs: Readonly<Record<string, string>>): Inputs => ({ with: () => inputs })
const call = (operation: string, input: Readonly<Record<string, unknown>> = {}): Inputs => ({
  call: ['secretsmanager', operation, { SecretId: 'app', ...input }],
})

const values = JSON.stringify({ DATABASE_URL: 'postgresql://u:canary-1@db/app', PORT: 5432 })
const create = sync({ values })
const schema = JSON.stringify({
  DATABASE_URL: { required: true, scheme: 'postgresql' },
  PORT: { class: 'config' },
  SYNC_URL: { derive: '${DATABASE_URL|scheme:postgres}' },
})

/** What both must do alike. */
export const rows: readonly Row[] = [
  { title: 'a secret that is created', steps: [create] },
  {
    title: 'a secret that is created with a description, a key and tags',
    steps: [
      sync({ values, description: 'Of the app', 'kms-key-id': 'alias/app', tags: 'team=shop' }),
    ],
  },
  { title: 'a secret that nobody may create', steps: [sync({ values, create: 'never' })] },
  { title: 'equal values', steps: [create, create] },
  {
    title: 'a value that is merged',
    steps: [create, sync({ values: 'REDIS_URL=redis://canary-2' })],
  },
  {
    title: 'values that replace all others, and what was before',
    steps: [
      create,
      sync({ values: 'REDIS_URL=redis://canary-2', write: 'replace' }),
      call('GetSecretValue', { VersionStage: 'AWSPREVIOUS' }),
    ],
  },
  { title: 'a key that is removed', steps: [create, sync({ values: '!PORT' })] },
  {
    title: 'three writes, each on top of the other',
    steps: [create, sync({ values: 'A=canary-a' }), sync({ values: 'A=canary-b\nB=canary-c' })],
  },
  {
    title: 'one text',
    steps: [
      sync({ values: 'canary text', write: 'raw' }),
      sync({ values: 'canary other', write: 'raw' }),
    ],
  },
  {
    title: 'keys that are derived',
    steps: [sync({ values, schema }), sync({ values: 'PORT=5433', schema })],
  },
  {
    title: 'values that the schema refuses',
    steps: [create, sync({ values: 'DATABASE_URL=mysql://canary', schema })],
  },
  {
    title: 'the version that is expected',
    steps: [create, { with: (version) => ({ values: 'A=canary-a', 'expect-version': version }) }],
  },
  {
    title: 'a version that is not there any more',
    steps: [create, sync({ values: 'A=1', 'expect-version': 'none' })],
  },
  { title: 'a dry run', steps: [create, sync({ values: 'A=canary-a', 'dry-run': 'true' })] },
  { title: 'a dry run without a secret', steps: [sync({ values, 'dry-run': 'true' })] },
  {
    title: 'a check',
    steps: [create, sync({ mode: 'check', schema: JSON.stringify({ PORT: {} }) })],
  },
  {
    title: 'a check that finds faults',
    steps: [create, sync({ mode: 'check', schema: JSON.stringify({ NONE: { required: true } }) })],
  },
  {
    title: 'a check without a secret',
    steps: [sync({ mode: 'check', schema: JSON.stringify({ PORT: {} }) })],
  },
  { title: 'a pull', steps: [create, sync({ mode: 'pull', export: 'DATABASE_URL=URL' })] },
  {
    title: 'a pull of a write on top',
    steps: [create, sync({ values: 'A=canary-a' }), sync({ mode: 'pull' })],
  },
  {
    title: 'a pull to a file',
    steps: [
      create,
      { with: (_, folder) => ({ mode: 'pull', 'export-file': `${folder}/values.json` }) },
    ],
  },
  {
    title: 'a secret that is scheduled for deletion',
    steps: [create, call('DeleteSecret', { RecoveryWindowInDays: 7 }), create],
  },
  {
    title: 'a deletion that is taken back, and a value on top',
    steps: [
      create,
      call('DeleteSecret', { RecoveryWindowInDays: 7 }),
      sync({ values: 'A=canary-a', 'restore-deleted': 'true' }),
    ],
  },
  {
    title: 'tags that change',
    steps: [create, sync({ values, tags: 'team=shop' }), sync({ values, tags: 'team=api' })],
  },
  { title: 'no key manifest', steps: [sync({ values, 'key-manifest': 'false' })] },
  {
    title: 'a key manifest that gets longer than a tag, and shorter again',
    steps: [
      create,
      sync({
        values: Array.from({ length: 40 }, (_, i) => `A_LONG_NAME_${i}=canary-${i}`).join('\n'),
      }),
      sync({ values: 'A=canary-a', write: 'replace' }),
    ],
  },
  {
    title: 'a secret that Terraform keeps',
    steps: [
      create,
      call('TagResource', { Tags: [{ Key: 'managed-by', Value: 'Terraform' }] }),
      sync({ values: 'A=1' }),
    ],
  },
  {
    title: 'a secret without a value',
    steps: [{ call: ['secretsmanager', 'CreateSecret', { Name: 'app' }] }, create],
  },
  { title: 'what is no JSON', steps: [sync({ values: 'canary text', write: 'raw' }), create] },
  {
    title: 'what is no JSON and is replaced',
    steps: [sync({ values: 'canary text', write: 'raw' }), sync({ values, write: 'replace' })],
  },
]

/** What moto does otherwise. */
export const exceptions: readonly Exception[] = [
  {
    title: 'what readers get after a write',
    because: 'moto goes on to read the version that was current before AWSCURRENT was moved',
    steps: [create, sync({ values: 'A=canary-a' }), call('GetSecretValue')],
  },
  {
    title: 'what is told of versions after two more writes',
    because: 'moto lists versions that have no label any more, AWS does not',
    steps: [
      create,
      sync({ values: 'A=canary-a' }),
      sync({ values: 'A=canary-b' }),
      call('DescribeSecret'),
    ],
  },
]
