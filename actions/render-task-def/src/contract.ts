import { defineContract, flag, map, mapEdit, text } from '@deploy-actions/action-kit'
import { region } from '@deploy-actions/aws'

export const contract = defineContract({
  name: 'render-task-def',
  title: 'Render an Amazon ECS task definition',
  description:
    'Puts images, variables and secrets into a task definition, and refuses what ECS would refuse, before anything is registered.',
  branding: { icon: 'file-text', color: 'orange' },
  inputs: {
    'task-definition': text({
      description:
        'Path of a JSON or YAML file, as RegisterTaskDefinition takes it. One of `task-definition`, `family`, or `cluster` with `service` is needed.',
    }),
    family: text({
      description:
        'The latest ACTIVE revision of a family, `family:revision`, or the ARN of a revision.',
    }),
    cluster: text({ description: 'Cluster (name or ARN) of `service`.' }),
    service: text({
      description:
        "Starts from what the last successful deployment of this service runs: after a failed deployment the family's latest revision may be the one that failed.",
    }),
    image: text({
      description: 'Image for the only container, or for the only essential one.',
    }),
    images: map({ description: 'Images by container: `container=image`, one a line.' }),
    environment: mapEdit({
      description:
        'Environment variables, `NAME=VALUE` a line: for the container that `image` goes to, or `container.NAME=VALUE`. Nothing after `=` is an empty string; `!NAME` removes.',
    }),
    secrets: mapEdit({
      description:
        'Secrets, `NAME=REFERENCE` a line, by the same rules as `environment`. A reference is the ARN of a secret (with `:key:stage:version` for a part of it) or an SSM parameter.',
    }),
    'output-file': text({
      description: 'Path of the rendered file. Without it, a temporary file of the job.',
    }),
    'dry-run': flag({
      description: 'Edits, checks and compares, and writes no file.',
      default: 'false',
    }),
    'aws-region': region({
      description:
        'Region of the definition; without it, that of the environment. Not needed for a file.',
    }),
  },
  outcomes: {
    rendered: 'The definition is rendered and valid.',
    planned: 'Dry run: the definition can be rendered and is valid; no file was written.',
    failed: 'Nothing was rendered.',
  },
  outputs: {
    'task-definition': 'Path of the rendered definition (JSON).',
    family: 'Family of the definition.',
    changed:
      '`true` when it differs from the latest ACTIVE revision of its family, or there is none; empty when that could not be looked at.',
    hash: 'SHA-256 of what the definition means; equal for definitions that ECS treats alike.',
  },
})
