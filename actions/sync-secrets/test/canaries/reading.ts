import { app, holding, json, type Situations } from './situation.ts'

/** Steps that check and pull. */
export const readings: Situations = {
  'a check': ({ stored }) => ({
    world: holding({ KEY: stored.value }),
    inputs: { ...app, mode: 'check', schema: json({ KEY: { required: true }, MORE: {} }) },
    ends: 'checked',
  }),
  'a check that finds faults': ({ stored, given }) => ({
    world: {
      secrets: [
        { name: 'app', value: { KEY: stored.value } },
        { name: 'other', value: { KEY: given.value } },
      ],
    },
    inputs: {
      ...app,
      mode: 'check',
      schema: json({ KEY: { equals: 'other#KEY', pattern: '^never$', scheme: 'gopher' } }),
    },
    ends: 'failed secret',
  }),
  'a check of what is no JSON': ({ stored }) => ({
    world: holding(`# ${stored.value}`),
    inputs: { ...app, mode: 'check', schema: json({ KEY: { required: true } }) },
    ends: 'failed preflight',
  }),
  'a pull to the environment': ({ stored }) => ({
    world: holding({ KEY: stored.value }),
    inputs: { ...app, mode: 'pull', export: 'KEY=TAKEN' },
    ends: 'pulled',
  }),
  'a pull to a file': ({ stored, given }) => ({
    world: holding({ KEY: stored.value, OTHER: given.value }),
    inputs: { ...app, mode: 'pull', 'export-file': '$folder/out.json' },
    ends: 'pulled',
  }),
  'a pull to a folder that is not there': ({ stored }) => ({
    world: holding({ KEY: stored.value }),
    inputs: { ...app, mode: 'pull', 'export-file': '$folder/none/out.json' },
    ends: 'failed input',
  }),
  'a pull of a key that is not there': ({ stored }) => ({
    world: holding({ KEY: stored.value }),
    inputs: { ...app, mode: 'pull', export: 'NONE' },
    ends: 'failed input',
  }),
}
