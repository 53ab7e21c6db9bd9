import { DeleteSecretCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { describe, expect, it } from 'vitest'
import { changes } from '../../../test/support/run-in-world.ts'
import { appWorld, syncApp, wait, type SyncedApp } from './in-flow.ts'
import { readSecret, withSecretsManager } from './secrets-kept.ts'

const stored = { A: 'old-value-of-A', B: 'kept-value-of-B' }

/** Why a step takes a while: the answer to what it stored is lost, or it is throttled before it goes on. */
const reasons = {
  'while it was stored': {
    operation: 'PutSecretValue',
    calls: [1],
    error: { name: 'ThrottlingException', message: 'Rate exceeded' },
    takesEffect: true,
  },
  'before readers got it': {
    operation: 'UpdateSecretVersionStage',
    calls: [1, 2, 3],
    error: { name: 'ThrottlingException', message: 'Rate exceeded' },
  },
} as const

async function untilStored(): Promise<void> {
  for (let looks = 0; looks < 4_000; looks++) {
    const kept = await readSecret('app')
    if (kept?.labels['deploy-actions-pending'] !== undefined) return
    await wait(0.01)
  }
}

/** Writes while somebody else does something between the moment in which the version is stored and that in which readers get it. */
function interrupted(
  command: DeleteSecretCommand | PutSecretValueCommand,
  {
    reason = 'while it was stored',
    ...more
  }: Readonly<Record<string, string>> & { readonly reason?: keyof typeof reasons } = {},
): Promise<SyncedApp> {
  return syncApp(
    appWorld(stored, {}, { faults: [reasons[reason]] }),
    { values: 'A=new-value-of-A', ...more },
    {
      async meanwhile() {
        await untilStored()
        await withSecretsManager((client) =>
          command instanceof DeleteSecretCommand ? client.send(command) : client.send(command),
        )
      },
    },
  )
}

const scheduled = new DeleteSecretCommand({ SecretId: 'app' })
const forced = new DeleteSecretCommand({ SecretId: 'app', ForceDeleteWithoutRecovery: true })

describe('a step that meets somebody else', () => {
  it.each([
    ['scheduled for deletion (', 'while it was stored', scheduled],
    ['deleted by somebody else', 'while it was stored', forced],
    ['scheduled for deletion (', 'before readers got it', scheduled],
    ['deleted by somebody else', 'before readers got it', forced],
  ] as const)('says that the secret was %s %s', async (words, reason, command) => {
    const run = await interrupted(command, { reason })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'conflict' })
    expect(run.errors[0]?.message).toContain(`The secret app was ${words}`)
    expect(run.errors[0]?.message).not.toContain('written by somebody else')
  })

  it('does not write over a rotation that has begun', async () => {
    const run = await interrupted(
      new PutSecretValueCommand({
        SecretId: 'app',
        SecretString: '{"A":"rotated"}',
        VersionStages: ['AWSPENDING'],
      }),
    )
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'conflict' })
    expect(run.errors[0]?.message).toContain('A rotation of the secret app began')
    expect(run.app?.document).toEqual(stored)
  })

  it('says what it has set by then', async () => {
    const run = await interrupted(
      new PutSecretValueCommand({ SecretId: 'app', SecretString: '{"by":"console"}' }),
      { tags: 't=1', description: 'D' },
    )
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'conflict' })
    expect(run.errors[0]?.message).toContain('Set before that: description, tags t of app.')
    expect(run.app).toMatchObject({ document: { by: 'console' }, description: 'D' })
  })
})

describe('a version that is expected of a secret that is not there', () => {
  it('is told as that', async () => {
    const run = await syncApp({}, { values: 'A=1', 'expect-version': 'v0' })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'conflict' })
    expect(run.errors[0]?.message).toContain('There is no secret app, and its version v0')
    expect(changes(run.simulator)).toEqual([])
  })
})
