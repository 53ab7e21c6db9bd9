import {
  choice,
  defineContract,
  flag,
  list,
  map,
  mapEdit,
  text,
  variableInputs,
  yaml,
} from '@deploy-actions/action-kit'
import { region } from '@deploy-actions/aws'
import {
  expectedPermissions,
  parseContainerEdits,
  preflightGrades,
  runtimePlatform,
} from '@deploy-actions/ecs'
import { registryLoginInputs } from '@deploy-actions/registry'

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
      description:
        "Image for the only container, or for the only essential one. A name without a host, such as `arbiter-ai/backend:1.4.0`, lies in the ECR of the caller's account.",
    }),
    images: map({
      description:
        'Images by container: `container=image`, one a line; names are read as in `image`.',
    }),
    pin: choice(['digest', 'off'], {
      description:
        'Names images by digest, where the registry tells it, so that what is tested is what runs. A tag that stays earns a warning.',
      default: 'digest',
    }),
    environment: mapEdit({
      description:
        'Environment variables, `NAME=VALUE` a line: for the container that `image` goes to, or `container.NAME=VALUE`. Nothing after `=` is an empty string; `!NAME` removes.',
    }),
    secrets: mapEdit({
      description:
        'Secrets, `NAME=REFERENCE` a line, by the same rules as `environment`. A reference is the name or ARN of a secret (with `:key:stage:version` for a part of it), or the path (`/…`) or ARN of an SSM parameter. Names become full ARNs.',
    }),
    'secrets-from': text({
      description:
        'Name or ARN of a secret whose keys become secrets of the same names, in the container that `image` goes to. What `secrets` says of a name wins.',
    }),
    'secret-keys': list({
      description: 'Only these keys of `secrets-from`; without it, all that the secret has.',
    }),
    containers: yaml(
      {
        description:
          'Further edits, by container: `image`, `entry-point`, `command`, `environment`, `secrets`, `labels`, `log-options`, `health-check`, `cpu`, `memory`, `memory-reservation`, `essential`, `ports`.',
      },
      parseContainerEdits,
    ),
    cpu: text({ description: 'CPU of the task, such as `512` or `.5 vCPU`.' }),
    memory: text({ description: 'Memory of the task, such as `1024` or `1 GB`.' }),
    'task-role-arn': text({ description: 'Role that the containers have.' }),
    'execution-role-arn': text({
      description: 'Role by which ECS pulls images, reads secrets and writes logs.',
    }),
    'new-family': text({ description: 'Family to register the definition in, if another.' }),
    'runtime-platform': runtimePlatform({
      description: 'Platform of the task, such as `LINUX/ARM64`.',
    }),
    ...variableInputs,
    preflight: choice(preflightGrades, {
      description:
        'What becomes of references that lead nowhere (secrets and their keys, SSM parameters, images and their platforms, log groups, roles): `error` fails, `strict` fails also for what could not be checked, `warn` only warns, `off` does not look.',
      default: 'error',
    }),
    ...registryLoginInputs,
    'expect-permissions': expectedPermissions({
      description:
        'What the roles of the task have to be allowed, simulated by IAM: `task=bedrock:InvokeModel on arn:…` or `execution=…`, one a line; several actions or resources are separated by commas.',
    }),
    'pin-secret-versions': flag({
      description:
        'Writes the ids of the current versions of secrets, so that going back restores image and secrets together. Refused for a secret under rotation.',
      default: 'false',
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
    diff: 'What differs from the latest ACTIVE revision, as Markdown, with values that look like secrets hidden; empty when nothing does.',
    hash: 'SHA-256 of what the definition means; equal for definitions that ECS treats alike.',
  },
  prose: ['diff'],
})
