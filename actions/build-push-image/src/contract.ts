import {
  choice,
  defineContract,
  duration,
  flag,
  list,
  map,
  text,
  type InputOptions,
} from '@deploy-actions/action-kit'
import { region } from '@deploy-actions/aws'
import { registryLoginInputs } from '@deploy-actions/registry'
import { imagePlatform } from './inputs/image-platform.ts'
import { lines } from './inputs/lines.ts'
import { tagTemplates } from './tags/templates.ts'

const off = { default: 'false' } as const

export const contract = defineContract({
  name: 'build-push-image',
  title: 'Build and push a container image',
  description:
    'Builds with docker buildx what was not built before, pushes it to Amazon ECR or any other registry, or copies an image there, and hands on its digest.',
  branding: { icon: 'package', color: 'blue' },
  inputs: {
    repository: text({
      description:
        "Where the image goes: `arbiter-ai/backend` in the ECR of the caller's account, or with its host, `ghcr.io/owner/name`.",
      required: true,
    }),
    ...login({
      registry:
        'Host of the registry where `repository` has none; without it, the ECR of the caller.',
      'registry-username': 'User of a registry other than ECR, which needs none.',
      'registry-password': 'Password, or token, of `registry-username`.',
    }),
    context: text({
      description: 'Folder that docker gets, without what its .dockerignore excludes.',
      default: '.',
    }),
    file: text({ description: 'Path of the Dockerfile; without it, `Dockerfile` in the context.' }),
    target: text({ description: 'Stage to build; without it, the last one.' }),
    platforms: list({
      description: "Platforms to build for, such as `linux/amd64`; without it, the engine's own.",
    }),
    'build-args': map({
      description:
        'Build arguments, `NAME=VALUE` a line. Never for secrets: they stay in the image.',
    }),
    'build-contexts': map({
      description: 'Further contexts, `NAME=FOLDER` or `NAME=docker-image://IMAGE` a line.',
    }),
    labels: map({ description: 'Labels of the image, `NAME=VALUE` a line.' }),
    annotations: map({ description: 'Annotations of the image, `NAME=VALUE` a line.' }),
    network: choice(['default', 'none', 'host'], { description: 'Network of RUN instructions.' }),
    'no-cache': flag({ description: 'Builds every step anew; nothing is reused.', ...off }),
    pull: flag({
      description: 'Looks for newer base images even where the engine has some.',
      ...off,
    }),
    secrets: map({
      description:
        'Build secrets, `ID=VALUE` a line (JSON or YAML for values of several lines), for `RUN --mount=type=secret,id=ID`. They reach docker by its environment, never by its arguments.',
      sensitive: true,
      isLiteral: true,
    }),
    'secret-files': map({ description: 'Build secrets from files, `ID=PATH` a line.' }),
    tags: tagTemplates({
      description:
        'Tags, one a line, with `{sha}` `{short-sha}` `{branch}` `{tag}` `{version}` (of a tag `v1.2.3`) `{run-id}` `{run-number}` `{date}` `{content}`; without it, `{short-sha}`, and for `promote-from` the tag that the image has there.',
    }),
    reuse: choice(['content', 'off'], {
      description:
        '`content`: an image that was made from the same files, options and base images is not built again, and gets the tags.',
      default: 'content',
    }),
    'reuse-max-age': duration({
      description: 'How old an image may be to be reused; `0` for any age.',
      default: '7d',
    }),
    cache: choice(['auto', 'registry', 'gha', 'inline', 'off'], {
      description:
        'Where the layers of a build are kept for the next one. `auto` takes what the builder and the repository can.',
      default: 'auto',
    }),
    'cache-from': lines({
      description: 'Further caches to read, one a line, as buildx takes them.',
    }),
    'cache-to': lines({
      description: 'Caches to write instead, one a line, as buildx takes them.',
    }),
    provenance: text({ description: 'Provenance attestation, as buildx takes it.', ...off }),
    sbom: text({ description: 'SBOM attestation, as buildx takes it.', ...off }),
    'create-repository': flag({
      description:
        'Creates a repository of ECR that is not there: with immutable tags (those of caches and contents excluded) and scanned on push.',
      ...off,
    }),
    'lifecycle-policy': text({
      description: 'Path of the lifecycle policy (JSON) of a repository that is created.',
    }),
    'promote-from': text({
      description:
        'An image to copy into `repository` instead of building one; named as `repository` is, with tag or digest.',
    }),
    'promote-from-role': text({
      description: 'ARN of the role, in another account perhaps, that may read `promote-from`.',
    }),
    'expect-platform': imagePlatform({
      description: 'Platform that the image must have, such as `linux/amd64` for App Runner.',
    }),
    'dry-run': flag({ description: 'Says what would be done, and does nothing.', ...off }),
    'aws-region': region({
      description: 'Region of the ECR of the caller; without it, that of the environment.',
    }),
  },
  outcomes: {
    built: 'The image is built and pushed.',
    reused: 'The image was there already; it has the tags.',
    promoted: 'The image is copied.',
    planned: 'Dry run: it can be done; nothing was changed.',
    failed: 'There is no image to deploy.',
  },
  outputs: {
    image: 'The image by its digest: `repository-uri@digest`.',
    'image-tag': 'The image by its first tag: `repository-uri:tag`.',
    digest: 'Digest of the image (`sha256:…`): of the index where there is one.',
    tags: 'Tags of the image (JSON list), without the repository.',
    'repository-uri': 'The repository with its host.',
    'repository-name': 'The repository without its host.',
    registry: 'Host of the registry.',
    reused: '`true` when nothing was built.',
    'content-hash': 'SHA-256 of all that the image is made from; empty where that cannot be known.',
    metadata: 'What buildx says about the build (JSON); `{}` where nothing was built.',
    'size-bytes': 'Compressed size, as it is pulled; of several platforms the sum.',
  },
})

type Login = typeof registryLoginInputs

/** The inputs of a login, in the words of who pushes. */
function login(descriptions: Readonly<Record<keyof Login, string>>): Login {
  const {
    registry,
    'registry-username': username,
    'registry-password': password,
  } = registryLoginInputs
  const say = <T extends InputOptions>(spec: T, name: keyof Login): T => ({
    ...spec,
    description: descriptions[name],
  })
  return {
    registry: say(registry, 'registry'),
    'registry-username': say(username, 'registry-username'),
    'registry-password': say(password, 'registry-password'),
  }
}
