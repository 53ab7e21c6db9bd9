import { describe, expect, it } from 'vitest'
import { chatbotWorld, digestOf, imageOf, pinnedTo } from './chatbot.world.ts'
import { deploy } from './deployed.ts'

describe('the image from before', () => {
  it('is an output although the step ends in an error', async () => {
    const error = { name: 'AccessDeniedException', message: 'not authorized' }
    const faults = [{ operation: 'UpdateService', every: 1, error }]
    const run = await deploy(chatbotWorld({ faults }), {})
    expect(run.outputs).toMatchObject({
      outcome: 'failed',
      'previous-image': pinnedTo('v1'),
      'previous-digest': digestOf('v1'),
    })
  })
})

describe('tags alone', () => {
  it('are told, although nothing else changes', async () => {
    const inputs = { image: imageOf('v1'), tags: 'team=chat', 'dry-run': 'true' }
    const run = await deploy(chatbotWorld(), inputs)
    expect(run.log.join('\n')).toContain('To be tagged without an operation: tags.team.')
    expect(run.tags).toEqual({})
  })
})

describe('the ARN of something in another region', () => {
  it.each([
    ['vpc-connector-arn', 'apprunner:eu-west-1:123456789012:vpcconnector/p/1/0a'],
    ['kms-key-arn', 'kms:eu-west-1:123456789012:key/1'],
  ])('is an error: %s', async (input, rest) => {
    const inputs = { [input]: `arn:aws:${rest}`, 'aws-region': 'us-east-1' }
    const run = await deploy(chatbotWorld(), inputs)
    expect(run.outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
    expect(run.errors[0]?.message).toContain('is of another region (eu-west-1)')
  })
})

describe('an image that is empty', () => {
  it('is warned of: an output that holds a masked value arrives empty', async () => {
    const run = await deploy(chatbotWorld(), { image: '', wait: 'false' })
    expect(run.warnings.join('\n')).toContain('Input image is empty')
    expect((await deploy(chatbotWorld(), { wait: 'false' })).warnings).toEqual([])
  })
})
