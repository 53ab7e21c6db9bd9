import { inFirst, onFargate, withSidecars, type Refused } from './refused.ts'

const digest = `sha256:${'a'.repeat(64)}`
const secretArn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:api-AbCdEf'
const secret = (valueFrom: string): object => onFargate({ secrets: [{ name: 'A', valueFrom }] })

/** Names, images, variables and secrets of containers. */
export const containers: readonly Refused[] = [
  [
    'no container',
    { ...onFargate(), containerDefinitions: [] },
    'containerDefinitions',
    'has no container',
  ],
  [
    'a container without name',
    onFargate({ name: undefined }),
    inFirst('name'),
    'must be 1 to 255 letters',
  ],
  [
    'a name with a space',
    onFargate({ name: 'my api' }),
    inFirst('name'),
    'must be 1 to 255 letters',
  ],
  ['a name with a dot', onFargate({ name: 'api.1' }), inFirst('name'), 'must be 1 to 255 letters'],
  [
    'two containers of one name',
    withSidecars(onFargate(), { name: 'api' }),
    'containerDefinitions',
    'has two containers named api',
  ],
  [
    'no essential container',
    onFargate({ essential: false }),
    'containerDefinitions',
    'must have at least one essential container',
  ],
  ['no image', onFargate({ image: undefined }), inFirst('image'), 'must name an image'],
  ['an empty image', onFargate({ image: '' }), inFirst('image'), 'must name an image'],
  [
    'an image with a space',
    onFargate({ image: 'api :1' }),
    inFirst('image'),
    'without white space',
  ],
  [
    'an image without its tag',
    onFargate({ image: 'api:' }),
    inFirst('image'),
    'ends where its tag or digest should begin',
  ],
  [
    'an image without its digest',
    onFargate({ image: 'api@' }),
    inFirst('image'),
    'ends where its tag or digest should begin',
  ],
  [
    'a web address',
    onFargate({ image: 'https://ghcr.io/a/b:1' }),
    inFirst('image'),
    'leave out what stands before the host',
  ],
  [
    'a repository in upper case',
    onFargate({ image: 'ghcr.io/Owner/api:1' }),
    inFirst('image'),
    'has an upper-case letter',
  ],
  [
    'a placeholder that nobody filled',
    onFargate({ image: '<IMAGE1_NAME>' }),
    inFirst('image'),
    'has a placeholder in it',
  ],
  [
    'a variable that nobody filled',
    onFargate({ image: '${IMAGE}' }),
    inFirst('image'),
    'has a placeholder in it',
  ],
  [
    'a masked account id',
    onFargate({ image: '***.dkr.ecr.us-east-1.amazonaws.com/api:1' }),
    inFirst('image'),
    'has *** in it',
  ],
  [
    'a digest that was cut',
    onFargate({ image: 'api@sha256:abc' }),
    inFirst('image'),
    'has no valid digest after the @',
  ],
  [
    'a digest for a tag',
    onFargate({ image: `api:${digest}` }),
    inFirst('image'),
    'has no valid name of a repository',
  ],
  [
    'a tag that is none',
    onFargate({ image: 'api:feature/x' }),
    inFirst('image'),
    'has no valid host before its first slash',
  ],
  [
    'a variable without name',
    onFargate({ environment: [{ name: '', value: 'x' }] }),
    inFirst('environment[0].name'),
    'must be the name of a variable',
  ],
  [
    'a variable with = in its name',
    onFargate({ environment: [{ name: 'A=B', value: 'x' }] }),
    inFirst('environment[0].name'),
    'without =',
  ],
  [
    'a secret with = in its name',
    onFargate({ secrets: [{ name: 'A=', valueFrom: '/a' }] }),
    inFirst('secrets[0].name'),
    'without =',
  ],
  [
    'a variable twice',
    onFargate({
      environment: [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' },
      ],
    }),
    inFirst('environment'),
    'has A twice',
  ],
  [
    'a secret twice',
    onFargate({
      secrets: [
        { name: 'A', valueFrom: '/a' },
        { name: 'A', valueFrom: '/b' },
      ],
    }),
    inFirst('secrets'),
    'has A twice',
  ],
  [
    'a name in both',
    onFargate({
      environment: [{ name: 'A', value: '1' }],
      secrets: [{ name: 'A', valueFrom: '/a' }],
    }),
    inFirst('secrets'),
    'has A, which environment has as well',
  ],
  [
    'a secret by name and key',
    secret('api:TOKEN::'),
    inFirst('secrets[0].valueFrom'),
    'ECS takes an ARN only',
  ],
  [
    'one colon behind the ARN',
    secret(`${secretArn}:TOKEN`),
    inFirst('secrets[0].valueFrom'),
    'must have three colons behind the ARN',
  ],
  [
    'two colons behind the ARN',
    secret(`${secretArn}:TOKEN:`),
    inFirst('secrets[0].valueFrom'),
    'must have three colons behind the ARN',
  ],
  [
    'four colons behind the ARN',
    secret(`${secretArn}:TOKEN:::`),
    inFirst('secrets[0].valueFrom'),
    'must be the ARN of a secret',
  ],
  [
    'a bucket for a secret',
    secret('arn:aws:s3:::bucket/key'),
    inFirst('secrets[0].valueFrom'),
    'must be the ARN of a secret',
  ],
  [
    'an empty reference',
    secret(''),
    inFirst('secrets[0].valueFrom'),
    'must be the ARN of a secret',
  ],
  [
    'a plain value for a secret',
    secret('postgres://u:p@h/db?x=y z'),
    inFirst('secrets[0].valueFrom'),
    'ECS takes an ARN only',
  ],
]
