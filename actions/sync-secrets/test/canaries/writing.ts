import { app, holding, json, type Situations } from './situation.ts'

/** Steps that write, by where values come from. */
export const sources: Situations = {
  'JSON, created': ({ given }) => ({
    world: {},
    inputs: { ...app, values: json({ KEY: given.value }) },
    ends: 'written',
  }),
  'a variable, merged': ({ given, stored }) => ({
    world: holding({ OLD: stored.value }),
    inputs: { ...app, 'values-from-env': 'KEY=SOURCE' },
    variables: { SOURCE: given.value },
    ends: 'written',
  }),
  'a JSON file, replaced': ({ given, stored }) => ({
    world: holding({ OLD: stored.value }),
    inputs: { ...app, 'values-file': '$folder/values.json', write: 'replace' },
    files: { 'values.json': json({ KEY: given.value }) },
    ends: 'written',
  }),
  'a YAML file': ({ given, stored }) => ({
    world: holding({ KEY: stored.value }),
    inputs: { ...app, 'values-file': '$folder/values.yml' },
    files: { 'values.yml': `KEY: ${json(given.value)}\n` },
    ends: 'written',
  }),
  'a dotenv file': ({ given, stored }) => ({
    world: holding({ KEY: stored.value }),
    inputs: { ...app, 'values-file': '$folder/.env' },
    files: { '.env': `A=1\nKEY=\`${given.value}\`\n` },
    ends: 'written',
  }),
  lines: ({ given, stored }) => ({
    world: holding({ KEY: stored.value, OLD: stored.value }),
    inputs: { ...app, values: `!OLD\nKEY=${given.value.replaceAll('\n', '')}` },
    ends: 'written',
  }),
  'a whole text': ({ given, stored }) => ({
    world: holding(stored.value),
    inputs: { ...app, values: given.value, write: 'raw' },
    ends: 'written',
  }),
  'several secrets': ({ given, stored }) => ({
    world: {
      secrets: [
        { name: 'app', value: { KEY: given.value } },
        { name: 'web', value: { KEY: stored.value } },
      ],
    },
    inputs: {
      secrets: json([
        { 'secret-id': 'app', values: { KEY: stored.value } },
        {
          'secret-id': 'web',
          values: { KEY: given.value },
          schema: { KEY: { equals: 'app#KEY' } },
        },
      ]),
    },
    ends: 'failed secret',
  }),
  'what is derived': ({ given, stored }) => ({
    world: { secrets: [{ name: 'other', value: { KEY: stored.value } }] },
    inputs: {
      ...app,
      values: json({ KEY: given.value }),
      schema: json({
        A: { derive: 'https://user:${KEY|urlencode}@host/${other#KEY|base64}' },
        B: { derive: '{"a":${other#KEY|json}}' },
        C: { generate: true },
      }),
    },
    ends: 'written',
  }),
  'a dry run': ({ given, stored }) => ({
    world: holding({ KEY: stored.value }),
    inputs: { ...app, values: json({ KEY: given.value }), 'dry-run': 'true' },
    ends: 'planned',
  }),
  'the same value': ({ given }) => ({
    world: holding({ KEY: given.value }),
    inputs: { ...app, values: json({ KEY: given.value }) },
    ends: 'unchanged',
  }),
}
