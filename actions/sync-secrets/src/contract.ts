import {
  choice,
  defineContract,
  flag,
  list,
  pullRequestCommentInputs,
  text,
  yaml,
} from '@deploy-actions/action-kit'
import { region } from '@deploy-actions/aws'
import { parseItems } from './inputs/items.ts'
import { secretInputs, sharedInputs } from './inputs/secret-inputs.ts'

const { 'secret-id': secretId, export: exported, ...values } = secretInputs

export const contract = defineContract({
  name: 'sync-secrets',
  title: 'Sync secrets with AWS Secrets Manager',
  description:
    'Plans secrets key by key against a schema, writes them without overwriting anybody, checks them, or gives them to the job; and shows no value.',
  branding: { icon: 'lock', color: 'yellow' },
  post: true,
  inputs: {
    'secret-id': secretId,
    ...values,
    secrets: yaml(
      {
        description:
          'Several secrets: a list whose items have `secret-id` and the other inputs of one secret, from `values` to `key-manifest`.',
        isLiteral: true,
      },
      parseItems,
    ),
    mode: choice(['push', 'check', 'pull'], {
      description:
        '`push` writes; `check` only verifies what is stored against the schema; `pull` exports to the job.',
      default: 'push',
    }),
    ...sharedInputs,
    export: exported,
    'export-file': text({
      description:
        'With `mode: pull`: a file to write instead of the environment, as JSON (`.json`) or dotenv, for its owner only; it is removed after the job.',
    }),
    'other-writers': list({
      description:
        'Who else writes secrets: one whose tags (`managed-by`, `terraform: true` and the like) name one of these is not written. `none` where they only create it and leave its value alone.',
      default: 'terraform, opentofu, pulumi, cloudformation, cdk',
    }),
    cluster: text({
      description:
        'ECS cluster (name or ARN) whose services are looked at: those that still run with an older version are named.',
    }),
    'dry-run': flag({
      description: 'Reads, plans and prints, and writes nothing.',
      default: 'false',
    }),
    ...pullRequestCommentInputs,
    'aws-region': region({
      description: 'Region of the secrets; without it, that of the environment.',
    }),
  },
  outcomes: {
    written: 'What was to be changed is written.',
    unchanged: 'Everything was as it is to be; nothing was written.',
    checked: 'The secrets are as their schemas ask.',
    pulled: 'The values are exported.',
    planned: 'Dry run: it can be done; nothing was changed.',
    failed: 'It could not be done; the log says what was written before.',
  },
  outputs: {
    'secret-arn': 'ARN of the secret; empty for several.',
    'version-id': 'Id of the current version; empty for several.',
    'previous-version-id':
      'Id of the version that was current before, where this step wrote one; empty for several.',
    changed: '`true` when a version was written.',
    plan: 'For each secret id, lists of the names of keys (JSON): `added`, `changed`, `removed` and `unchanged`; of these, `generated` and `derived`; and `refused`.',
    'unused-keys':
      'Keys that are stored, or are going to be, and that the schema does not know (JSON list; `secret-id#KEY` for several secrets).',
    results:
      'For each secret id (JSON): `secret-arn`, `version-id`, `previous-version-id` and `changed`.',
    'outdated-services':
      'Services of `cluster` that still run with an older version (JSON list of names).',
  },
})
