const account = '123456789012'
const ecr = `${account}.dkr.ecr.us-east-1.amazonaws.com`

/** The ARN of a secret; without its six characters where none are given. */
export const secretArn = (name: string): string =>
  `arn:aws:secretsmanager:us-east-1:${account}:secret:${name}`

const onFargate = (family: string, cpu: string, memory: string): object => ({
  family,
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu,
  memory,
  executionRoleArn: `arn:aws:iam::${account}:role/execution`,
  taskRoleArn: `arn:aws:iam::${account}:role/task`,
})

const logsTo = (group: string): object => ({
  logDriver: 'awslogs',
  options: {
    'awslogs-group': group,
    'awslogs-region': 'us-east-1',
    'awslogs-stream-prefix': 'ecs',
  },
})

const variables = (values: Readonly<Record<string, string>>): readonly object[] =>
  Object.entries(values).map(([name, value]) => ({ name, value }))

/** S0: the backend in the sandbox, with the six keys that it reads, by ARNs as the guide has them. */
export const runbookBackend = {
  ...onFargate('arbiter-backend-sandbox', '512', '1024'),
  containerDefinitions: [
    {
      name: 'backend',
      image: `${ecr}/arbiter-ai/backend:1.4.0`,
      essential: true,
      portMappings: [{ containerPort: 8000, protocol: 'tcp' }],
      environment: variables({
        APP_MODE: 'sandbox',
        APP_ENV: 'sandbox',
        LOG_LEVEL: 'DEBUG',
        TRUSTED_PROXY_HOPS: '1',
        LLM_PROVIDER: 'bedrock',
        EMBEDDING_PROVIDER: 'bedrock',
        VECTOR_STORE_PROVIDER: 'pgvector',
        RERANKER_PROVIDER: 'flashrank',
      }),
      secrets: [
        ...['DATABASE_URL', 'REDIS_URL', 'NEXTAUTH_SECRET'],
        ...['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'STRIPE_PRICE_ID'],
      ].map((name) => ({ name, valueFrom: `${secretArn('arbiter-ai/sandbox-AbCdEf')}:${name}::` })),
      healthCheck: {
        command: ['CMD-SHELL', 'curl -f http://localhost:8000/health || exit 1'],
        interval: 30,
        timeout: 5,
        retries: 3,
        startPeriod: 20,
      },
      logConfiguration: logsTo('/ecs/arbiter-backend-sandbox'),
    },
  ],
}

/** S1: the backend in production, with partial ARNs, and a key that its secret has not. */
export const guideBackend = (keys: readonly string[]): object => ({
  ...onFargate('arbiter-backend', '512', '1024'),
  containerDefinitions: [
    {
      name: 'backend',
      image: `${ecr}/arbiter-ai/backend:latest`,
      portMappings: [{ containerPort: 8000 }],
      secrets: keys.map((name) => ({
        name,
        valueFrom: `${secretArn('arbiter-ai/production')}:${name}::`,
      })),
    },
  ],
})

/** S2: the API, whose values come from Terraform, and which names secrets that it reads by itself. */
export const starterApi = {
  ...onFargate('agent-saas-api', '512', '1024'),
  containerDefinitions: [
    {
      name: 'api',
      image: 'ghcr.io/owner/agent-saas-api:abc123',
      repositoryCredentials: { credentialsParameter: secretArn('ghcr-login-AbCdEf') },
      environment: variables({
        ENVIRONMENT: '${tf.environment}',
        AWS_REGION: '${tf.region}',
        SECRETS_PROVIDER: 'aws_sm',
        AWS_SM_SIGNING_SECRET_ARN: '${tf.aws_sm_signing_secret_arn}',
        AUTH_KEY_SECRET_NAME: '${tf.auth_key_secret_arn}',
        STORAGE_PROVIDER: 's3',
        S3_BUCKET: '${tf.storage_bucket_name}',
        ENABLE_BILLING_RETRY_WORKER: 'false',
      }),
      secrets: [{ name: 'DATABASE_URL', valueFrom: secretArn('agent-saas/database-AbCdEf') }],
    },
  ],
}

/** S4: temporal, a public image with two ports, whose user and password are keys of the database's secret. */
export const everrunsTemporal = {
  ...onFargate('temporal-production', '512', '1024'),
  containerDefinitions: [
    {
      name: 'temporal',
      image: 'temporalio/auto-setup:1.24.2',
      portMappings: [{ containerPort: 7233 }, { containerPort: 8080 }],
      environment: variables({ DB: 'postgres12', POSTGRES_SEEDS: 'db.everruns.local' }),
      secrets: [
        {
          name: 'POSTGRES_USER',
          valueFrom: `${secretArn('everruns/production/database-AbCdEf')}:username::`,
        },
        {
          name: 'POSTGRES_PWD',
          valueFrom: `${secretArn('everruns/production/database-AbCdEf')}:password::`,
        },
      ],
    },
  ],
}

/** S4: one of the services from GHCR, with the secrets given. */
export const everrunsService = (name: string, secrets: readonly object[]): object => ({
  ...onFargate(`${name}-production`, '256', '512'),
  containerDefinitions: [
    {
      name,
      image: `ghcr.io/everruns/${name}:latest`,
      repositoryCredentials: { credentialsParameter: secretArn('ghcr-login-AbCdEf') },
      environment: variables({
        RUST_LOG: 'info',
        AGENT_RUNNER_MODE: 'temporal',
        TEMPORAL_ADDRESS: 'temporal.everruns.local:7233',
      }),
      secrets,
    },
  ],
})
