import { readFileSync } from 'node:fs'
import { parseYaml } from '@deploy-actions/action-kit'
import { describe, expect, it } from 'vitest'
import { renderIn } from './in-flow.ts'
import { roleArn } from './preflight.world.ts'

const definition = {
  family: 'api',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '512',
  memory: '1024',
  executionRoleArn: roleArn('execution'),
  taskRoleArn: roleArn('task'),
  containerDefinitions: [
    {
      name: 'api',
      image: 'put-here',
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': '/ecs/api', 'awslogs-region': 'us-east-1' },
      },
    },
  ],
}
const world = {
  images: [
    {
      repository: '123456789012.dkr.ecr.us-east-1.amazonaws.com/arbiter-ai/backend',
      tags: ['1.4.0'],
    },
  ],
  secrets: [
    {
      name: 'arbiter-ai/sandbox',
      value: { DATABASE_URL: 'x', TOKEN: 'x' },
      versions: [{ value: { TOKEN: 'y' }, stages: ['AWSPREVIOUS'] }],
    },
    { name: 'arbiter-ai/keyset', value: 'x' },
  ],
  parameters: [{ name: '/arbiter/level', value: 'INFO' }],
}

/** The examples in the README that begin with an input of this name. */
function exampleOf(input: string): string {
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const [, yaml = ''] = new RegExp(`\`\`\`yaml\n(${input}: [^]+?)\`\`\``).exec(text) ?? []
  const tree = parseYaml(yaml)
  // A mapping with the one input: the README is written so.
  return (tree as Readonly<Record<string, string>>)[input] ?? ''
}

describe('the examples in the README', () => {
  it('of containers, secrets and expected permissions render', async () => {
    const run = await renderIn(world, definition, {
      containers: exampleOf('containers'),
      'expect-permissions': exampleOf('expect-permissions'),
      preflight: 'strict',
    })
    expect(run.errors).toEqual([])
    const bySecrets = await renderIn(world, definition, {
      secrets: exampleOf('secrets'),
      containers: 'api: {log-options: {awslogs-stream-prefix: ecs}}',
      image: 'arbiter-ai/backend:1.4.0',
      preflight: 'strict',
    })
    expect(bySecrets.errors).toEqual([])
    expect(exampleOf('secrets').split('\n').length).toBeGreaterThan(3)
  })
})
