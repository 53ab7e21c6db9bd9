import {
  choice,
  flag,
  invalid,
  isList,
  list,
  map,
  text,
  type InputOptions,
  type InputSpec,
  type Raw,
} from '@deploy-actions/action-kit'
import { schemaSource } from './schema-source.ts'

/** The inputs of one secret: at the top for the only one, or in each item of `secrets`. */
export const secretInputs = {
  'secret-id': text({
    description: 'Name or ARN of the secret. One of `secret-id` and `secrets` is needed.',
  }),
  values: asGiven('map', {
    description:
      'Values by key: `KEY=VALUE` lines (`!KEY` removes one), a JSON object, whose numbers stay numbers, or YAML. With `write: raw` the whole text as it is.',
    isLiteral: true,
  }),
  'values-from-env': list({
    description:
      "Values from the step's environment, `KEY` or `KEY=VARIABLE` each: the way for values of several lines.",
    isLiteral: true,
  }),
  'values-file': text({
    description:
      'File with the values: `.json`, `.yml`, `.yaml`, and dotenv for any other. With `write: raw` the whole file.',
  }),
  schema: schemaSource({
    description:
      'Rules for the keys: a path, or the YAML itself. Needed with `mode: check`. See [the schema](#the-schema).',
  }),
  description: text({ description: 'Description that the secret is to have.' }),
  'expect-version': text({
    description:
      'Id of the version that has to be the current one, or `none` where there may be none; otherwise the step fails and says what it met.',
  }),
  export: list({
    description:
      'With `mode: pull`: the keys to export, `KEY` or `KEY=NAME` each; without it, all of them under their own names.',
  }),
} as const

/** Inputs that hold for all secrets of the step, unless an item of `secrets` says otherwise. */
export const sharedInputs = {
  write: choice(['merge', 'replace', 'raw'], {
    description:
      '`merge` keeps keys that are not given; `replace` removes them, and needs at least one that is given; `raw` is for a secret that is one text and no JSON object.',
    default: 'merge',
  }),
  create: choice(['if-missing', 'never'], {
    description: 'Whether a secret that is not there is created.',
    default: 'if-missing',
  }),
  'kms-key-id': text({
    description: "Key that encrypts the secret: id, ARN or alias; without it, AWS's own.",
  }),
  tags: map({ description: 'Tags that the secret is to have; others stay.' }),
  'restore-deleted': flag({
    description: 'Takes back the deletion of a secret that is scheduled for it.',
    default: 'false',
  }),
  'key-manifest': flag({
    description:
      'Records the names of the keys, and the version that they describe, in tags of the secret, so that render-task-def and deploy-ecs check references without reading values; `false` takes them away.',
    default: 'true',
  }),
} as const

const description = ''

/** The table of an item of `secrets`; what it leaves out is as for all secrets of the step. */
export const itemInputs = {
  ...secretInputs,
  'secret-id': text({ description, required: true }),
  write: choice(['merge', 'replace', 'raw'], { description }),
  create: choice(['if-missing', 'never'], { description }),
  'kms-key-id': sharedInputs['kms-key-id'],
  tags: sharedInputs.tags,
  'restore-deleted': flag({ description }),
  'key-manifest': flag({ description }),
} as const

/** What is read once it is known how the secret is written. */
function asGiven<const O extends InputOptions>(type: string, options: O): InputSpec<Raw> & O {
  const parse = (raw: Raw): Raw => (isList(raw) ? invalid('must be text or a mapping') : raw)
  return { ...options, type, parse }
}
