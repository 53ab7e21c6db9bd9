import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import { syncIn } from './in-flow.ts'
import { readSecret } from './secrets-kept.ts'

const partial = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:app'

describe('a reference to a secret of the step by an ARN without its end', () => {
  it('stands for what that secret is going to hold', async () => {
    let web: unknown
    const rule = { derive: `\${${partial}#K}`, equals: `${partial}#K` }
    const secrets = [
      { 'secret-id': 'web', schema: { K2: rule } },
      { 'secret-id': 'app', values: { K: 'new-value-of-K' } },
    ]
    const world: World = {
      secrets: [{ name: 'app', arn: `${partial}-AbCdEf`, value: { K: 'old-value-of-K' } }],
    }
    const afterwards = async (): Promise<void> => {
      web = (await readSecret('web'))?.document
    }
    const run = await syncIn(world, { secrets: JSON.stringify(secrets) }, { afterwards })
    expect(run.errors).toEqual([])
    expect(web).toEqual({ K2: 'new-value-of-K' })
  })
})

describe('a reference to a secret that has no keys', () => {
  const world: World = {
    secrets: [
      { name: 'text', value: 'one text' },
      { name: 'going', value: { K: 'x' }, deletedDate: '2026-01-20T00:00:00Z' },
      { name: 'new', value: null },
    ],
  }

  it.each([
    ['none', 'there is no secret none'],
    ['text', 'text holds no JSON object'],
    ['going', 'going is scheduled for deletion'],
    ['new', 'new has no value yet'],
  ])('says why there is no value: %s', async (id, words) => {
    const schema = `A: {derive: '\${${id}#K}', required: true}\nB: {equals: '${id}#K'}`
    const run = await syncIn(world, { 'secret-id': 'app', values: 'B=x', schema })
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'secret' })
    const message = run.errors[0]?.message ?? ''
    expect(message).toContain(`there is no value of ${id}#K (${words})`)
    expect(message).toContain(`has to equal ${id}#K, which is not there (${words})`)
  })
})

describe('a key that must not be there', () => {
  it('comes with the way to remove it', async () => {
    const inputs = { 'secret-id': 'app', schema: 'P: {forbid: true}\nA: {}' }
    const before: World = { secrets: [{ name: 'app', value: { P: 'x', A: 'y' } }] }
    const run = await syncIn(before, { ...inputs, values: 'A=z' })
    expect(run.errors[0]?.message).toContain('Push with !P among the lines of values')
    expect(run.errors[0]?.message).not.toContain('Correct the values')
    const again = await syncIn(before, { ...inputs, values: 'A=z\n!P' })
    expect(again.outputs['outcome']).toBe('written')
  })
})
