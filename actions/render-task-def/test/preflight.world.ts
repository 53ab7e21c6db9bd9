import type { World } from '@deploy-actions/aws-simulator'

/** The account of the world. */
export const account = '123456789012'
/** Its registry. */
export const ecr = `${account}.dkr.ecr.us-east-1.amazonaws.com`
/** The ARN of one of its roles. */
export const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`
/** The ARN of one of its secrets, or what is like one. */
export const secretArn = (name: string): string =>
  `arn:aws:secretsmanager:us-east-1:${account}:secret:${name}`

/** The secret of S4. */
export const databaseArn = secretArn('everruns/production/database-AbCdEf')
/** The secret of S0. */
export const sandboxArn = secretArn('arbiter-ai/sandbox-GhIjKl')

/** A world with secrets, images, roles and log groups of the systems that people deploy. */
export const world: World = {
  images: [
    { repository: `${ecr}/arbiter-ai/backend`, tags: ['1.4.0'] },
    { repository: `${ecr}/arbiter-ai/arm`, tags: ['1'], platforms: ['linux/arm64'] },
    {
      repository: `${ecr}/arbiter-ai/both`,
      tags: ['1'],
      platforms: ['linux/amd64', 'linux/arm64'],
    },
    { repository: 'ghcr.io/everruns/everruns-api', tags: ['latest'] },
    { repository: 'docker.io/temporalio/auto-setup', tags: ['1.24.2'] },
  ],
  registries: [
    { host: 'ghcr.io', users: [{ username: 'everruns', password: 'canary-ghcr-token' }] },
  ],
  secrets: [
    {
      name: 'everruns/production/database',
      arn: databaseArn,
      value: {
        username: 'everruns',
        password: 'canary-password',
        host: 'db',
        port: 5432,
        database: 'everruns',
      },
    },
    { name: 'everruns/production/github-token', value: { token: 'canary-token' } },
    { name: 'everruns/production/ghcr', value: { username: 'u', password: 'canary-ghcr' } },
    {
      name: 'arbiter-ai/sandbox',
      arn: sandboxArn,
      versionId: 'v2-00000000-0000-0000-0000-000000000000',
      value: { DATABASE_URL: 'canary-url', STRIPE_PRICE_ID: 'price_1', BREVO_API_KEY: 'canary-b' },
      versions: [
        {
          versionId: 'v1-00000000-0000-0000-0000-000000000000',
          value: { DATABASE_URL: 'canary-old' },
          stages: ['AWSPREVIOUS'],
        },
      ],
    },
    { name: 'keyset', value: 'canary: no JSON' },
    { name: 'old', value: { A: 'x' }, deletedDate: '2026-01-08T00:00:00Z' },
    { name: 'rotated', value: { A: 'x' }, rotation: true },
  ],
  parameters: [{ name: '/arbiter/level', value: 'INFO' }],
  logGroups: ['/ecs/arbiter-backend-sandbox', '/ecs/everruns-api-production'],
  roles: [
    {
      roleName: 'execution',
      policies: [
        {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: ['secretsmanager:GetSecretValue', 'ssm:GetParameters', 'ecr:*', 'logs:*'],
              Resource: '*',
            },
          ],
        },
      ],
    },
    {
      roleName: 'bedrock',
      policies: [
        {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: 'bedrock:InvokeModel',
              Resource: 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2',
            },
          ],
        },
      ],
    },
    { roleName: 'no-secrets', policies: [] },
    {
      roleName: 'lambda',
      assumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'lambda.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        ],
      },
    },
  ],
}

/** The container of S0, in a definition that is right. */
export const definition = (container: object = {}, task: object = {}): object => ({
  family: 'arbiter-backend-sandbox',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '512',
  memory: '1024',
  executionRoleArn: roleArn('execution'),
  ...task,
  containerDefinitions: [
    { name: 'backend', image: `${ecr}/arbiter-ai/backend:1.4.0`, ...container },
  ],
})

/** A container’s part that reads one secret. */
export const secret = (valueFrom: string, name = 'VALUE'): object => ({
  secrets: [{ name, valueFrom }],
})
