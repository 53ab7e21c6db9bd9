import type { JsonCall } from './both-implementations.ts'

const version = (name: string) => `${name}-`.padEnd(32, '0')
const [first, second, third] = [version('first'), version('second'), version('third')]

/** The answer to the last of these calls is compared; those before make the situation. */
export type Row = readonly [title: string, ...calls: JsonCall[]]

/** What moto is known to answer otherwise than AWS, and why the simulator does not follow it. */
export type Exception = readonly [title: string, because: string, ...calls: JsonCall[]]

const secret = (operation: string, input: Readonly<Record<string, unknown>> = {}): JsonCall => [
  'secretsmanager',
  operation,
  { SecretId: 'app', ...input },
]
const create: JsonCall = [
  'secretsmanager',
  'CreateSecret',
  { Name: 'app', SecretString: 'one', ClientRequestToken: first, Description: 'd' },
]
const put = (text: string, token: string, ...stages: string[]) =>
  secret('PutSecretValue', {
    SecretString: text,
    ClientRequestToken: token,
    ...(stages.length > 0 && { VersionStages: stages }),
  })
const move = (input: Readonly<Record<string, unknown>>) =>
  secret('UpdateSecretVersionStage', { VersionStage: 'AWSCURRENT', ...input })
const doomed = [create, secret('DeleteSecret', { RecoveryWindowInDays: 7 })] as const
const get = secret('GetSecretValue')
const list = (input: Readonly<Record<string, unknown>>): JsonCall => [
  'secretsmanager',
  'ListSecrets',
  input,
]
const parameter = (operation: string, input: Readonly<Record<string, unknown>>): JsonCall => [
  'ssm',
  operation,
  input,
]
const putParameter = parameter('PutParameter', { Name: '/app/key', Value: 'v', Type: 'String' })

/** What both must answer alike. */
export const rows: readonly Row[] = [
  ['a secret that is created', create],
  ['a secret that is read', create, get],
  [
    'a secret whose name is taken',
    create,
    secret('CreateSecret', { Name: 'app', SecretString: 'x', SecretId: undefined }),
  ],
  ['a secret that is not there', get],
  ['a secret without a value', secret('CreateSecret', { Name: 'app', SecretId: undefined }), get],
  ['a value that is put', create, put('two', second)],
  ['a value that was put', create, put('two', second), get],
  [
    'the value before',
    create,
    put('two', second),
    secret('GetSecretValue', { VersionStage: 'AWSPREVIOUS' }),
  ],
  [
    'a value by its version',
    create,
    put('two', second),
    secret('GetSecretValue', { VersionId: first }),
  ],
  [
    'a label that no version has',
    create,
    secret('GetSecretValue', { VersionStage: 'AWSPREVIOUS' }),
  ],
  [
    'a version with another label',
    create,
    put('two', second),
    secret('GetSecretValue', { VersionId: first, VersionStage: 'AWSCURRENT' }),
  ],
  ['no value at all', create, secret('PutSecretValue', { ClientRequestToken: second })],
  ['a short token', create, put('two', 'short')],
  ['a value for a secret that is not there', put('two', second)],
  [
    'AWSCURRENT that is moved',
    create,
    put('two', second, 'AWSPENDING'),
    move({ MoveToVersionId: second, RemoveFromVersionId: first }),
  ],
  [
    'AWSCURRENT that is moved from nowhere',
    create,
    put('two', second, 'AWSPENDING'),
    move({ MoveToVersionId: second }),
  ],
  [
    'AWSCURRENT that is moved from another version',
    create,
    put('two', second, 'AWSPENDING'),
    move({ MoveToVersionId: second, RemoveFromVersionId: second }),
  ],
  [
    'a value that is updated',
    create,
    secret('UpdateSecret', { SecretString: 'two', ClientRequestToken: second }),
    get,
  ],
  ['a secret that is scheduled for deletion', ...doomed],
  ['what is scheduled for deletion', ...doomed, get],
  [
    'a value for what is scheduled for deletion',
    ...doomed,
    secret('UpdateSecret', { SecretString: 'x', ClientRequestToken: second }),
  ],
  ['a second deletion', ...doomed, secret('DeleteSecret')],
  ['a secret that is restored', ...doomed, secret('RestoreSecret')],
  ['what was restored', ...doomed, secret('RestoreSecret'), get],
  ['a window of six days', create, secret('DeleteSecret', { RecoveryWindowInDays: 6 })],
  [
    'force and a window',
    create,
    secret('DeleteSecret', { RecoveryWindowInDays: 7, ForceDeleteWithoutRecovery: true }),
  ],
  [
    'a secret that was deleted by force',
    create,
    secret('DeleteSecret', { ForceDeleteWithoutRecovery: true }),
    get,
  ],
  ['a batch', create, ['secretsmanager', 'BatchGetSecretValue', { SecretIdList: ['app'] }]],
  [
    'a batch of names and filters',
    [
      'secretsmanager',
      'BatchGetSecretValue',
      { SecretIdList: ['app'], Filters: [{ Key: 'name', Values: ['a'] }] },
    ],
  ],
  ['a list by another name', create, list({ Filters: [{ Key: 'name', Values: ['pp'] }] })],
  ['a list by what no secret has', create, list({ Filters: [{ Key: 'colour', Values: ['red'] }] })],
  ['a list with what is scheduled for deletion', ...doomed, list({})],
  ['a parameter that is put', putParameter],
  ['a parameter that is put twice', putParameter, putParameter],
  [
    'a parameter that is overwritten',
    putParameter,
    parameter('PutParameter', { Name: '/app/key', Value: 'w', Overwrite: true }),
  ],
  ['a parameter that is read', putParameter, parameter('GetParameter', { Name: '/app/key' })],
  ['a parameter by its version', putParameter, parameter('GetParameter', { Name: '/app/key:2' })],
  ['a parameter that is not there', parameter('GetParameter', { Name: '/nobody' })],
  [
    'parameters of which one is not there',
    putParameter,
    parameter('GetParameters', { Names: ['/app/key', '/nobody'] }),
  ],
  ['a parameter without a type', parameter('PutParameter', { Name: '/app/key', Value: 'v' })],
  ['a parameter that is deleted', putParameter, parameter('DeleteParameter', { Name: '/app/key' })],
  ['a parameter that cannot be deleted', parameter('DeleteParameter', { Name: '/app/key' })],
  [
    'tags of a parameter',
    putParameter,
    parameter('AddTagsToResource', {
      ResourceType: 'Parameter',
      ResourceId: '/app/key',
      Tags: [{ Key: 'a', Value: 'b' }],
    }),
    parameter('ListTagsForResource', { ResourceType: 'Parameter', ResourceId: '/app/key' }),
  ],
  ['a secret that is described', create, secret('DescribeSecret')],
  ['labels of a pending value', create, put('two', second, 'AWSPENDING'), secret('DescribeSecret')],
  [
    'labels after AWSCURRENT was moved',
    create,
    put('two', second, 'AWSPENDING'),
    move({ MoveToVersionId: second, RemoveFromVersionId: first }),
    secret('DescribeSecret'),
  ],
  [
    'tags',
    create,
    secret('TagResource', {
      Tags: [
        { Key: 'a', Value: 'b' },
        { Key: 'c', Value: 'd' },
      ],
    }),
    secret('UntagResource', { TagKeys: ['a'] }),
    secret('DescribeSecret'),
  ],
  ['the same value with the same token', create, put('one', first)],
  ['another value with the same token', create, put('two', first)],
  ['a secret that is created twice', create, create],
  [
    'a list by the beginning of a name',
    create,
    list({ Filters: [{ Key: 'name', Values: ['ap'] }] }),
  ],
]

/** What moto answers otherwise. */
export const exceptions: readonly Exception[] = [
  [
    'the versions of a secret that is named',
    'moto answers the name that it was asked for where AWS has the ARN',
    create,
    secret('ListSecretVersionIds'),
  ],
  [
    'the value after AWSCURRENT was moved',
    'moto goes on to read the version that was current before',
    create,
    put('two', second, 'AWSPENDING'),
    move({ MoveToVersionId: second, RemoveFromVersionId: first }),
    get,
  ],
  [
    'a description that is changed without a token',
    'moto takes the token that is absent for one that is in use',
    create,
    secret('UpdateSecret', { Description: 'e' }),
  ],
  [
    'labels after a value was put',
    'moto lists versions that have no label any more, AWS does not',
    create,
    put('two', second),
    put('three', third),
    secret('DescribeSecret'),
  ],
  [
    'AWSCURRENT that is moved to nowhere',
    'moto lets a secret be without AWSCURRENT, AWS never does',
    create,
    move({ RemoveFromVersionId: first }),
  ],
  [
    'AWSCURRENT that is moved to a version that is not there',
    'moto calls the parameter invalid, AWS does not find the version',
    create,
    move({ MoveToVersionId: third, RemoveFromVersionId: first }),
  ],
  [
    'a value for what is to be deleted',
    'moto writes to it, AWS refuses every write',
    ...doomed,
    put('two', second),
  ],
  [
    'a label of what is to be deleted',
    'moto looks at the label first, AWS at the deletion',
    ...doomed,
    move({ MoveToVersionId: first }),
  ],
  [
    'a name that is to be deleted',
    'moto takes it for the same request again, in AWS the name is taken',
    ...doomed,
    create,
  ],
  [
    'an empty value',
    'moto takes it for none, AWS for one that is too short',
    create,
    put('', second),
  ],
  ['more than 64 KiB', 'moto knows no limit', create, put('x'.repeat(65_537), second)],
  [
    'a name that is none',
    'moto knows no rule for names',
    secret('CreateSecret', { Name: 'a b', SecretString: 'x', SecretId: undefined }),
  ],
]
