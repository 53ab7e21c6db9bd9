import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { thinEntry } from '../../scripts/bundle/thin-entry.ts'
import { actionNames, hasPost, repositoryRoot } from '../../scripts/repository.ts'
import { runAction } from './run-action.ts'

const dist = join(repositoryRoot, 'dist')
const scratch = mkdtempSync(join(tmpdir(), 'bundle-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** An input of each action that no value could be, to see how a mistake is told. */
const mistakes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'render-task-def': { family: 'x', 'task-definition': 'y.json', images: 'no equals sign' },
  'deploy-ecs': { service: '', 'on-failure': 'rolback', timeout: 'soon' },
  'verify-health': { url: 'not a url', timeout: 'soon' },
}

describe.for(actionNames())('a bundled %s with wrong inputs', (name) => {
  const step = runAction(name, mistakes[name] ?? {})

  it('ends red, with the outputs that say so', async () => {
    const { exitCode, outputs } = await step
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({ outcome: 'failed', failure: 'input' })
  })

  it('prints one error, without a stack trace', async () => {
    const { log } = await step
    expect(log.match(/^::error/gm)).toHaveLength(1)
    expect(log).not.toMatch(/^\s+at /m)
  })

  it('writes what is wrong into the summary', async () => {
    const { summary } = await step
    expect(summary).toContain('input')
  })

  it('has the programs that its manifest asks for, and no other', () => {
    const folder = join(dist, name)
    const texts = readdirSync(folder).map((file) => [
      file,
      readFileSync(join(folder, file), 'utf8'),
    ])
    expect(Object.fromEntries(texts)).toEqual({
      'index.js': thinEntry(name),
      ...(hasPost(repositoryRoot, name) && { 'post.js': thinEntry(name, 'startPost') }),
    })
  })
})

describe('a bundle that breaks before the action has begun', () => {
  it.for([
    ['throws', "export const start = () => { throw new Error('broken') }"],
    ['rejects', "export const start = async () => { throw new Error('broken') }"],
    [
      'leaves a rejection alone',
      "export const start = async () => void Promise.reject(new Error('broken'))",
    ],
    ['never ends', 'export const start = () => new Promise(() => undefined)'],
    ['cannot be loaded', "import './missing.js'"],
  ] as const)('ends red when it %s', async ([what, code]) => {
    const broken = join(scratch, what.replaceAll(' ', '-'))
    cpSync(join(dist, 'package.json'), join(broken, 'package.json'))
    cpSync(join(dist, 'deploy-ecs'), join(broken, 'deploy-ecs'), { recursive: true })
    cpSync(join(dist, 'suite/package.json'), join(broken, 'suite/package.json'))
    writeFileSync(join(broken, 'suite/index.js'), code)
    const { exitCode } = await runAction('deploy-ecs', {}, { dist: broken })
    expect(exitCode).not.toBe(0)
  })
})

describe('the shared bundle', () => {
  /** Of services that a definition may refer to; that of ECS belongs to the actions themselves. */
  const clients = ['CloudWatchLogs', 'SecretsManager', 'SSM', 'IAM', 'ECR'] as const
  const chunks = readdirSync(join(dist, 'suite')).filter((file) => file.endsWith('.js'))
  const chunksOf = (client: string) => chunks.filter((file) => defines(`${client}Client`, file))
  const definition = join(scratch, 'task-definition.json')
  const rendered = { 'task-definition': definition }
  const container = {
    name: 'api',
    image: 'docker.io/shop/api:1',
    memory: 256,
    secrets: [{ name: 'KEY', valueFrom: 'arn:aws:ssm:us-east-1:123456789012:parameter/key' }],
    logConfiguration: {
      logDriver: 'awslogs',
      options: { 'awslogs-group': '/ecs/api', 'awslogs-region': 'us-east-1' },
    },
  }
  writeFileSync(
    definition,
    JSON.stringify({
      family: 'api',
      executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
      containerDefinitions: [container],
    }),
  )

  it('loads no client of a service that nothing is asked of', async () => {
    const loaded = await chunksLoadedBy('render-task-def', {
      ...rendered,
      preflight: 'off',
      pin: 'off',
    })
    expect(loaded).toContain('index.js')
    expect(clients.map((client) => chunksOf(client).length)).toEqual(clients.map(() => 1))
    expect(clients.filter((client) => loaded.includes(chunksOf(client)[0] ?? ''))).toEqual([])
  })

  it('loads the client of a service to look up what a definition refers to', async () => {
    const loaded = await chunksLoadedBy('render-task-def', rendered)
    expect(loaded).toContain(chunksOf('CloudWatchLogs')[0])
  })
})

function defines(className: string, file: string): boolean {
  return readFileSync(join(dist, 'suite', file), 'utf8').includes(`class ${className} `)
}

/** The files of the shared bundle that a run of the action has loaded. */
async function chunksLoadedBy(
  name: string,
  inputs: Readonly<Record<string, string>>,
): Promise<string[]> {
  const [hook, list] = [join(scratch, 'hook.mjs'), join(scratch, 'loaded')]
  writeFileSync(
    hook,
    `import { registerHooks } from 'node:module'
import { appendFileSync } from 'node:fs'
registerHooks({ load(url, context, next) { appendFileSync('${list}', url + '\\n'); return next(url, context) } })`,
  )
  await runAction(name, inputs, { nodeOptions: ['--import', hook] })
  return readFileSync(list, 'utf8')
    .split('\n')
    .filter((url) => url.includes('/dist/suite/'))
    .map((url) => url.split('/').at(-1) ?? '')
}
