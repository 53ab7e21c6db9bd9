import { readFile } from 'node:fs/promises'
import type { World } from '@deploy-actions/aws-simulator'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WorldRun } from '../../../test/support/run-in-world.ts'
import { renderIn } from './in-flow.ts'

interface Container {
  readonly name: string
  readonly image: string
  readonly environment: readonly { readonly name: string; readonly value: string }[]
  readonly command?: readonly string[]
}

interface Task {
  readonly family: string
  readonly containerDefinitions: readonly Container[]
}

const offline = { pin: 'off', preflight: 'off' }
const tag = fc.stringMatching(/^[a-z0-9]{1,8}$/)
const image = tag.map((one) => `ghcr.io/owner/app:${one}`)
const variableName = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,9}$/)
const text = fc.string({ unit: 'binary', maxLength: 12 }).map((one) => one.toWellFormed())

const container = (name: string, isEssential: boolean) =>
  fc.record(
    {
      name: fc.constant(name),
      image,
      essential: fc.constant(isEssential),
      memory: fc.integer({ min: 4, max: 64 }),
      environment: fc
        .dictionary(variableName, text, { maxKeys: 4 })
        .map((values) => Object.entries(values).map(([one, value]) => ({ name: one, value }))),
      command: fc.array(text, { maxLength: 3 }),
      dockerLabels: fc.dictionary(variableName, text, { maxKeys: 2 }),
      stopTimeout: fc.integer({ min: 0, max: 120 }),
      readonlyRootFilesystem: fc.boolean(),
      mountPoints: fc.constantFrom([], [{ sourceVolume: 'data', containerPath: '/data' }]),
    },
    { requiredKeys: ['name', 'image', 'essential', 'environment', 'memory'] },
  )

const task = fc.record({
  family: fc.constant('law'),
  volumes: fc.constant([{ name: 'data' }]),
  containerDefinitions: fc.tuple(
    container('app', true),
    container('one', false),
    container('two', false),
  ),
  networkMode: fc.constantFrom('bridge', 'host', 'awsvpc'),
  tags: fc.constantFrom(
    [],
    [
      { key: 'b', value: '' },
      { key: 'a', value: 'x' },
    ],
  ),
})

const edits = fc
  .record({
    image,
    name: variableName,
    value: text.map((one) => one.replaceAll(/[\n\r]/g, '')),
    removed: variableName,
  })
  // What is set and removed at once is refused.
  .filter(({ name, removed }) => name !== removed)
  .map(({ image: put, name, value, removed }) => ({
    ...offline,
    images: `one=${put}`,
    environment: `one.${name}=${value}\n!one.${removed}`,
  }))

async function rendered(run: WorldRun): Promise<Task> {
  const path = run.outputs['task-definition']
  if (path === undefined) throw new Error(run.errors[0]?.message)
  return JSON.parse(await readFile(path, 'utf8')) as Task
}

/** As a world has it: what was rendered is right. */
function registered(definition: Task): World {
  return { taskDefinitions: [{ ...definition }] }
}

const runs = { numRuns: 25 }

/** A secret in all places of a definition that people put one in. */
function withSecrets(definition: Task, name: string, canary: string): object {
  const [app, ...others] = definition.containerDefinitions
  const line = `psql postgres://u:${canary}@db/a; X=1 ${name}=${canary} run; redis-cli -a ${canary}`
  const secretive = {
    ...app,
    command: ['sh', '-c', line],
    entryPoint: ['run', `--${name}`, canary, `-D${name}=${canary}`, `{"${name}": "${canary}"}`],
    healthCheck: { command: ['CMD-SHELL', `curl -u me:${canary} -H 'X-${name}: ${canary}' x`] },
    dockerLabels: { note: `${name}=${canary},x`, [name]: canary },
    logConfiguration: {
      logDriver: 'syslog',
      options: { tag: `${name}=${canary}`, [name]: canary },
    },
  }
  const driverOpts = { o: `addr=s,password=${canary},vers=3` }
  const volumes = [{ name: 'data', dockerVolumeConfiguration: { driverOpts } }]
  return { ...definition, volumes, containerDefinitions: [secretive, ...others] }
}

describe('rendering, whatever the definition and the edit', () => {
  it('twice gives what it gives once', () =>
    fc.assert(
      fc.asyncProperty(task, edits, async (definition, inputs) => {
        const once = await rendered(await renderIn({}, definition, inputs))
        const twice = await rendered(await renderIn({}, once, inputs))
        expect(JSON.stringify(twice)).toBe(JSON.stringify(once))
      }),
      runs,
    ))

  it('what was rendered and registered is unchanged', () =>
    fc.assert(
      fc.asyncProperty(task, edits, async (definition, inputs) => {
        const once = await rendered(await renderIn({}, definition, inputs))
        const again = await renderIn(registered(once), definition, inputs)
        expect(again.outputs).toMatchObject({ changed: 'false', diff: '' })
        const family = { ...inputs, 'task-definition': '', family: 'law' }
        expect((await renderIn(registered(once), {}, family)).outputs['changed']).toBe('false')
      }),
      runs,
    ))

  it('an edit of one container touches no other, and nothing of the task', () =>
    fc.assert(
      fc.asyncProperty(task, edits, async (definition, inputs) => {
        const after = await rendered(await renderIn({}, definition, inputs))
        const others = ({ containerDefinitions: [app, , two], ...rest }: Task) =>
          JSON.stringify([app, two, rest])
        expect(others(after)).toBe(others(definition))
      }),
      runs,
    ))

  it('variables never change the structure, whatever they hold', () =>
    fc.assert(
      fc.asyncProperty(task, text, async (definition, value) => {
        const [app, one, two] = definition.containerDefinitions
        const environment = [...app.environment, { name: 'lower', value: '<${v}>' }]
        const given = { ...definition, containerDefinitions: [{ ...app, environment }, one, two] }
        const inputs = { ...offline, variables: JSON.stringify({ v: value }) }
        const literal = JSON.stringify(given).replaceAll(/\$(?!\{v\})/g, '')
        const clean = JSON.parse(literal) as Task
        const after = await rendered(await renderIn({}, clean, inputs))
        expect(after.containerDefinitions[0]?.environment.at(-1)).toEqual({
          name: 'lower',
          value: `<${value}>`,
        })
        const filled = JSON.stringify(clean).replace('"<${v}>"', () => JSON.stringify(`<${value}>`))
        expect(JSON.stringify(after)).toBe(filled)
      }),
      runs,
    ))

  it('variables never change the structure of the input containers either', () =>
    fc.assert(
      fc.asyncProperty(task, text, async (definition, value) => {
        const containers = ['app:', '  environment: "a=${v}"', '  command: "run ${v}"'].join('\n')
        const given = JSON.parse(JSON.stringify(definition).replaceAll('${', '')) as Task
        const inputs = { ...offline, containers, variables: JSON.stringify({ v: value }) }
        const after = await rendered(await renderIn({}, given, inputs))
        const [app] = after.containerDefinitions
        expect(app?.command).toEqual(['run', value])
        expect(app?.environment).toEqual([
          ...(given.containerDefinitions.at(0)?.environment ?? []),
          { name: 'a', value },
        ])
      }),
      runs,
    ))

  it('no secret that stands in plain text is ever shown', () =>
    fc.assert(
      fc.asyncProperty(
        task,
        fc.constantFrom('DB_PASSWORD', 'apiKey', 'STRIPE_SECRET_KEY', 'AUTH_TOKEN', 'PASSWORD_2'),
        fc.stringMatching(/^[A-Za-z0-9]{6}$/),
        async (definition, name, random) => {
          const canary = `canary.${random}`
          const environment = `one.${name}=${canary}\none.URL=https://u:${canary}@host/`
          const before = { ...definition, tags: [] }
          const after = withSecrets(definition, name, canary)
          const run = await renderIn(registered(before), after, { ...offline, environment })
          expect(run.exitCode).toBe(0)
          expect(run.everything).not.toContain(canary)
        },
      ),
      runs,
    ))
})
