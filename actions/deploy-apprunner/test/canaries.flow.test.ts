import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chatbotWorld, imageOf, secretArn, secretReferences, sourceOf } from './chatbot.world.ts'
import { deploy } from './deployed.ts'

const secret = {
  AUTH_SECRET: 'canary-auth-9f31c7',
  POSTGRES_URL: 'postgres://chat:canary-password-2@db/chat',
  MODE: 'production',
}

/** What the service has in plain text, and what the step adds. */
const plain = { API_TOKEN: 'canary-token-3', MODE: 'production' }
const added =
  'SESSION_SECRET=canary-session-4\nWEBHOOK_URL=https://hooks.example.com/canary5x7Kq9mZ2vB4nL8'
const command = 'node server.js --password canary-command-6'

/** The last words of an application that quotes all that it was given. */
const lastWords = [
  'auth is canary-auth-9f31c7',
  'no answer from postgres://chat:canary-password-2@db/chat, password canary-password-2',
  'Authorization: Bearer canary-token-3',
  'session {"secret":"canary-session-4"}',
  'no hook at https://hooks.example.com/canary5x7Kq9mZ2vB4nL8',
  'started by node server.js --password canary-command-6',
  'mode is production',
]

const talkative = {
  repository: imageOf('talkative').split(':')[0] ?? '',
  tags: ['talkative'],
  behaviour: {
    logs: lastWords.map((line) => ({ line })),
    exit: { after: '3s', code: 3 },
    http: [{ path: '/api/health', body: lastWords.join(' ') }],
  },
} as const

const world = chatbotWorld({
  service: {
    SourceConfiguration: sourceOf(imageOf('v1'), { RuntimeEnvironmentVariables: plain }),
  },
  secrets: [{ name: 'chatbot/auth', arn: secretArn, value: secret }],
  moreImages: [talkative],
})

describe('secrets that an application prints before it dies', () => {
  it('appear nowhere, and what is no secret stays readable', async () => {
    const run = await deploy(world, {
      image: imageOf('talkative'),
      environment: added,
      secrets: `POSTGRES_URL=chatbot/auth:POSTGRES_URL::\nAUTH_SECRET=${secretReferences.AUTH_SECRET}`,
      'start-command': command,
    })
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'crash' })
    expect(run.log.join('\n')).toContain('auth is ***')
    expect(run.errors[0]?.message).toContain('mode is production')
    expect(run.everything).not.toContain('canary')
  })
})

describe('secrets in the inputs', () => {
  it('appear nowhere: variables, headers of checks, outputs of Terraform', async () => {
    const outputs = { session: { value: 'canary-terraform-7', sensitive: true } }
    const file = join(mkdtempSync(join(tmpdir(), 'canary-')), 'outputs.json')
    writeFileSync(file, JSON.stringify(outputs))
    const run = await deploy(
      world,
      {
        'terraform-outputs': file,
        environment: `${added}\nDATABASE_PASSWORD=\${tf.session}`,
        tags: 'team=chat',
      },
      {
        inputsOf: ({ appRunnerUrl }) => ({
          verify: `
            checks:
              - url: http://{url}/api/health
                resolve: '{url}=${new URL(appRunnerUrl).host}'
                headers: { X-Api-Key: canary-header-8, Cookie: session=canary-cookie-9 }
                basic-auth: chat:canary-basic-10
                method: POST
                body: '{"password":"canary-body-11"}'
                expect-body: something else
            timeout: 20s`,
        }),
      },
    )
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'verify' })
    expect(run.log.join('\n')).toContain('environment.DATABASE_PASSWORD: nothing becomes (set)')
    expect(run.everything).not.toContain('canary')
  })

  it('appear nowhere when they are wrong', async () => {
    const run = await deploy(world, {
      cpu: 'canary-1',
      environment: 'canary-2',
      secrets: 'A=canary 3',
      image: 'docker.io/canary-4/x',
      verify: '- { url: "canary-5" }',
      'access-role-arn': 'canary-6',
    })
    expect(run.outputs['failure']).toBe('input')
    expect(run.everything).not.toContain('canary')
  })
})
