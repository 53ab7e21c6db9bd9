import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { readRendered, refusal, renderIn } from './in-flow.ts'
import {
  databaseArn,
  definition,
  roleArn,
  sandboxArn,
  secret,
  secretArn,
  world,
} from './preflight.world.ts'

describe('the traps of real systems that a definition can carry', () => {
  it('S4: a JSON key that the secret has not is named with container, variable, secret and what there is', async () => {
    const run = await renderIn(
      world,
      definition(secret(`${databaseArn}:connection_string::`, 'DATABASE_URL')),
    )
    expect(refusal(run)).toMatch(
      /^secret: One thing is wrong.*arbiter-backend-sandbox, container backend, DATABASE_URL \(containerDefinitions\[0\]\.secrets\[0\]\.valueFrom\): The secret everruns\/production\/database has no key connection_string\. There is: username, password, host, port, database\. Add the key/s,
    )
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'secret' })
    expect(changes(run.simulator)).toEqual([])
  })

  it('S4: a registry that wants a login, and a container without repositoryCredentials', async () => {
    const run = await renderIn(world, definition({ image: 'ghcr.io/everruns/everruns-api:latest' }))
    expect(refusal(run)).toMatch(
      /^image: .*without a login, or has no such repository\. The container has no repositoryCredentials/s,
    )
  })

  it('S4: a login secret of another form than {username, password}', async () => {
    const credentialsParameter = 'everruns/production/github-token:::'
    const run = await renderIn(
      world,
      definition({
        image: 'ghcr.io/everruns/everruns-api:latest',
        repositoryCredentials: { credentialsParameter },
      }),
    )
    expect(refusal(run)).toContain('github-token has no key username, with which ECS logs in')
    expect(refusal(run)).toContain('github-token has no key password, with which ECS logs in')
    expect(refusal(run)).toContain('There is: token.')
  })

  it('S4: the tag latest is pinned to its digest, and earns a warning where it stays', async () => {
    const container = {
      image: 'ghcr.io/everruns/everruns-api:latest',
      repositoryCredentials: { credentialsParameter: 'everruns/production/ghcr:::' },
    }
    const login = {
      environment: 'RUST_LOG=info',
      'registry-username': 'everruns',
      'registry-password': 'canary-ghcr-token',
    }
    const run = await renderIn(world, definition(container), login)
    const rendered = await readRendered(run)
    expect(rendered.containerDefinitions[0]?.image).toMatch(
      /^ghcr\.io\/everruns\/everruns-api@sha256:[0-9a-f]{64}$/,
    )
    expect(run.warnings).toEqual([])
    const unpinned = await renderIn(world, definition(container), { ...login, pin: 'off' })
    expect(unpinned.warnings.join()).toContain('everruns-api:latest), which can be moved')
    expect(run.everything + unpinned.everything).not.toContain('canary')
  })

  it('S4: a number in a secret is warned of, since the container is given Go’s notation', async () => {
    const run = await renderIn(world, definition(secret(`${databaseArn}:port::`, 'POSTGRES_PORT')))
    expect(run.exitCode).toBe(0)
    expect(run.warnings.join()).toContain(
      'The value of port in the secret everruns/production/database is a number',
    )
  })

  it('S4: a variable that front ends take when they are built is warned of', async () => {
    const environment = [{ name: 'NEXT_PUBLIC_API_BASE_URL', value: 'https://poc.everruns.com' }]
    const run = await renderIn(world, definition({ environment }))
    expect(run.warnings.join()).toMatch(/NEXT_PUBLIC_API_BASE_URL .*build argument/)
  })

  it('S1: an ARN without its six characters becomes a full one', async () => {
    const partial = `${secretArn('arbiter-ai/sandbox')}:DATABASE_URL::`
    const rendered = await readRendered(await renderIn(world, definition(secret(partial))))
    expect(rendered.containerDefinitions[0]?.secrets).toEqual([
      { name: 'VALUE', valueFrom: `${sandboxArn}:DATABASE_URL::` },
    ])
  })

  it('S0/S1: keys that the secret has and that no container is given are named', async () => {
    const run = await renderIn(world, definition(secret(`${sandboxArn}:DATABASE_URL::`)))
    expect(run.log.join('\n')).toContain(
      'Keys of arbiter-ai/sandbox that no container is given: STRIPE_PRICE_ID, BREVO_API_KEY.',
    )
  })

  it('all: the same name in environment and in secrets', async () => {
    const container = {
      ...secret(`${sandboxArn}:DATABASE_URL::`, 'A'),
      environment: [{ name: 'A', value: 'x' }],
    }
    expect(refusal(await renderIn(world, definition(container)))).toContain(
      'containerDefinitions[0].secrets has A, which environment has as well',
    )
  })

  it('S0: the task role may call Bedrock, or it is said which action on which model is missing', async () => {
    const model = 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2'
    const expected = { 'expect-permissions': `task=bedrock:InvokeModel on ${model}` }
    const task = { taskRoleArn: roleArn('bedrock') }
    const allowed = await renderIn(world, definition({}, task), expected)
    expect(allowed.exitCode).toBe(0)
    const run = await renderIn(world, definition({}, task), {
      'expect-permissions': `${expected['expect-permissions']}\ntask=bedrock:InvokeModelWithResponseStream on ${model}`,
    })
    expect(refusal(run)).toContain(
      `{"Effect":"Allow","Action":"bedrock:InvokeModelWithResponseStream","Resource":"${model}"}`,
    )
    expect(refusal(await renderIn(world, definition(), expected))).toContain('has no taskRoleArn')
  })

  it('S0: the execution role may read the secrets, or the statement is given', async () => {
    const task = { executionRoleArn: roleArn('no-secrets') }
    const run = await renderIn(world, definition(secret(`${sandboxArn}:DATABASE_URL::`), task))
    expect(refusal(run)).toContain(
      `No policy allows secretsmanager:GetSecretValue on ${sandboxArn} to the role ${task.executionRoleArn}`,
    )
  })
})
