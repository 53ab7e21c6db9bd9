import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { images } from './api.world.ts'
import { balancedWorld, definitionWith, secretArn } from './balanced.world.ts'
import { deploy } from './deploy.ts'
import { written } from './written-file.ts'

const value = {
  DATABASE_PASSWORD: 'canary-password-1',
  DATABASE_URL: 'postgresql+asyncpg://app:canary-password-2@db/app',
  API_TOKEN: 'canary-token-3',
  SALT: 'canary_Salt-4',
  WEBHOOK_URL: 'https://hooks.example.com/services/canary5x7Kq9mZ2vB4nL8',
  SMTP: { user: 'app', phrase: 'canary Phrase 6' },
  APP_MODE: 'production',
}

/** The last words of an application that quotes all that it was given. */
const lastWords = [
  'connecting with canary-password-1',
  'no answer from postgresql+asyncpg://app:canary-password-2@db/app, password canary-password-2',
  'Authorization: Bearer canary-token-3',
  'salted with canary_Salt-4',
  'no hook at https://hooks.example.com/services/canary5x7Kq9mZ2vB4nL8',
  'no mail with canary Phrase 6',
  'mode is production, API_PASSWORD=canary-environment-77aa',
]

function talkativeWorld(): World {
  const world = balancedWorld({}, { secrets: [{ name: 'api', arn: secretArn, value }] })
  const logs = lastWords.map((line) => ({ after: '1s', line }))
  return {
    ...world,
    images: (world.images ?? []).map((image) =>
      image.tags?.includes('crashing')
        ? { ...image, behaviour: { ...image.behaviour, logs } }
        : image,
    ),
  }
}

describe('secrets that an application prints before it dies', () => {
  it('appear nowhere, and what is no secret stays readable', async () => {
    const secrets = Object.keys(value).map((key) => ({
      name: key,
      valueFrom: `${secretArn}:${key}::`,
    }))
    const file = await written('task.json', definitionWith({ image: images.crashing, secrets }))
    const run = await deploy({ 'task-definition': file }, talkativeWorld())
    expect(run.outputs).toMatchObject({ outcome: 'rolled-back', failure: 'crash' })
    expect(run.errors[0]?.message).toContain('connecting with ***')
    expect(run.errors[0]?.message).toContain('salted with ***')
    expect(run.errors[0]?.message).toContain('mode is production')
    expect(run.everything).not.toContain('canary')
  })
})
