import { app, holding, json, type Situations } from './situation.ts'

/** Inputs that are wrong. */
export const mistakes: Situations = {
  'JSON that is cut off': ({ given }) => ({
    world: {},
    inputs: { ...app, values: json({ KEY: given.value }).slice(0, -1) },
    ends: 'failed input',
  }),
  'JSON that goes on': ({ given }) => ({
    world: {},
    inputs: { ...app, values: `${json({ KEY: given.value })} ${json(given.value)}` },
    ends: 'failed input',
  }),
  'a key that stands twice': ({ given, stored }) => ({
    world: {},
    inputs: { ...app, values: `{"KEY": ${json(given.value)}, "KEY": ${json(stored.value)}}` },
    ends: 'failed input',
  }),
  'YAML that is none': ({ given }) => ({
    world: {},
    inputs: { ...app, values: `KEY: [${json(given.value)}` },
    ends: 'failed input',
  }),
  'lines of which one is none': ({ given }) => ({
    world: {},
    inputs: { ...app, values: `A=1\n${given.value.replaceAll('=', '')}` },
    ends: 'failed input',
  }),
  'a JSON file that is none': ({ given }) => ({
    world: {},
    inputs: { ...app, 'values-file': '$folder/values.json' },
    files: { 'values.json': `{"KEY": ${json(given.value)},}` },
    ends: 'failed input',
  }),
  'a dotenv file that is none': ({ given }) => ({
    world: {},
    inputs: { ...app, 'values-file': '$folder/.env' },
    files: { '.env': `A=1\n${given.value}\nB="${given.value}` },
    ends: 'failed input',
  }),
  'a value where a variable is to be named': ({ given }) => ({
    world: {},
    inputs: { ...app, 'values-from-env': json([`KEY=${given.value}`]) },
    ends: 'failed input',
  }),
  'nothing but a value where variables are to be named': ({ given }) => ({
    world: {},
    inputs: { ...app, 'values-from-env': json([given.value]) },
    ends: 'failed input',
  }),
  'a value where a file is to be named': ({ given }) => ({
    world: {},
    inputs: { ...app, 'values-file': `KEY=${given.value}` },
    ends: 'failed input',
  }),
  'a value for a choice': ({ given, draw }) => ({
    world: {},
    inputs: {
      ...app,
      values: 'A=1',
      [['mode', 'write', 'create', 'dry-run', 'restore-deleted'][draw(5)] ?? '']: given.value,
    },
    ends: 'failed input',
  }),
  'items of which one is wrong': ({ given }) => ({
    world: {},
    inputs: {
      secrets: json([{ 'secret-id': 'app', values: { KEY: given.value }, valeus: given.value }]),
    },
    ends: 'failed input',
  }),
  'values that the schema refuses': ({ given, stored }) => ({
    world: holding({ KEY: stored.value }),
    inputs: {
      ...app,
      values: json({ KEY: given.value, B: given.value, C: given.value, D: given.value }),
      schema: json({
        KEY: { pattern: '^never$' },
        B: { forbid: '.' },
        C: { scheme: 'gopher' },
        D: { forbid: true },
        E: { derive: '${KEY|scheme:https}', required: true },
      }),
    },
    ends: 'failed secret',
  }),
}
