import { run } from '@deploy-actions/action-kit'
import { recordingHost } from '@deploy-actions/action-kit/testing'
import { expect, it } from 'vitest'
import { contract } from '../src/contract.ts'
import { readInputs, type Inputs } from '../src/inputs.ts'
import { serviceArn } from './chatbot.world.ts'
import { withDefaults } from './in-flow.ts'

/** The inputs as the action reads them. */
async function read(given: Readonly<Record<string, string>>): Promise<Inputs | undefined> {
  let inputs: Inputs | undefined
  const host = recordingHost(withDefaults({ service: 'chatbot', ...given }))
  await run(
    {
      contract,
      async main(context) {
        inputs = await readInputs(context)
        return { outcome: 'planned', outputs: {}, summary: '' }
      },
    },
    host,
  )
  return inputs
}

it('a service that is named by its ARN is looked for where that says', async () => {
  const there = serviceArn.replace('us-east-1', 'eu-west-1')
  expect((await read({ service: there }))?.region).toBe('eu-west-1')
  expect((await read({ service: there, 'aws-region': 'eu-west-1' }))?.region).toBe('eu-west-1')
  expect((await read({ 'aws-region': 'eu-west-1' }))?.region).toBe('eu-west-1')
  expect((await read({}))?.region).toBeUndefined()
})

it('an empty map in JSON takes the place of all that there is, and one that is left out of nothing', async () => {
  const all = { environment: '{}', 'environment-strategy': 'replace' }
  expect((await read(all))?.settings.replacesEnvironment).toBe(true)
  expect((await read({ environment: 'A=b' }))?.settings.replacesEnvironment).toBe(false)
})

it('the same size is the same however it is written', async () => {
  const sizes = await Promise.all(
    [
      { cpu: '2 vCPU', memory: '4 GB' },
      { cpu: '2', memory: '4' },
      { cpu: '2048', memory: '4096' },
    ].map(read),
  )
  for (const inputs of sizes) {
    expect(inputs?.settings).toMatchObject({ cpu: '2048', memory: '4096' })
  }
})
