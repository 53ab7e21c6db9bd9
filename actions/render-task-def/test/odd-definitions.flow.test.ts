import { readFile } from 'node:fs/promises'
import type { World } from '@deploy-actions/aws-simulator'
import { describe, expect, it } from 'vitest'
import type { WorldRun } from '../../../test/support/run-in-world.ts'
import { renderIn } from './in-flow.ts'
import { containers } from './odd/containers.ts'
import { tasks } from './odd/tasks.ts'
import { volumes } from './odd/volumes.ts'

const image = 'ghcr.io/owner/app:2'
const inputs = { images: `app=${image}`, pin: 'off', preflight: 'off' }

/** What was rendered, as the text of a whole document, so that order counts. */
async function textOf(run: WorldRun): Promise<string> {
  const path = run.outputs['task-definition']
  if (path === undefined) throw new Error(run.errors[0]?.message)
  return JSON.stringify(JSON.parse(await readFile(path, 'utf8')))
}

describe('an odd definition that ECS takes', () => {
  it.each([...containers, ...tasks, ...volumes])(
    'is the same after an edit but for that, and once it is registered nothing changes: %s',
    async (_, definition) => {
      const run = await renderIn({}, definition, inputs)
      expect(run.errors).toEqual([])
      const before = JSON.stringify(definition)
      expect(await textOf(run)).toBe(before.replace('ghcr.io/owner/app:1', image))

      // The simulator registers it as ECS does: with defaults, and empty lists filled in.
      const rendered = JSON.parse(await textOf(run)) as NonNullable<
        World['taskDefinitions']
      >[number]
      const again = await renderIn({ taskDefinitions: [rendered] }, definition, inputs)
      expect(again.outputs).toMatchObject({ changed: 'false', diff: '', outcome: 'rendered' })

      const registered = await renderIn({ taskDefinitions: [rendered] }, rendered, {
        ...inputs,
        'task-definition': '',
        family: 'odd',
      })
      expect(registered.outputs).toMatchObject({ changed: 'false', diff: '' })
    },
  )
})
