/** What docker buildx prints, as it was recorded: buildx 0.13 with the engine's BuildKit 0.8, where nothing else is said. */
export const recorded = {
  cachedAndPushed: `#0 building with "default" instance using docker driver

#1 [internal] load build definition from Dockerfile
#1 transferring dockerfile: 159B done
#1 DONE 0.0s

#2 [internal] load .dockerignore
#2 transferring context: 2B done
#2 DONE 0.0s

#3 importing cache manifest from localhost:5000/app:cache
#3 ERROR: localhost:5000/app:cache: not found

#4 [internal] load build context
#4 transferring context: 30B done
#4 DONE 0.0s

#5 [base 1/1] COPY busybox /bin/
#5 CACHED

#6 [stage-1 1/1] RUN ["/bin/busybox","sh","-c","echo one; sleep 1; echo two"]
#6 0.130 one
#6 ...

#7 [other 1/1] COPY a /
#7 DONE 0.1s

#6 [stage-1 1/1] RUN ["/bin/busybox","sh","-c","echo one; sleep 1; echo two"]
#6 1.141 two
#6 DONE 1.2s

#8 exporting to image
#8 exporting layers done
#8 writing image sha256:42dc1834729a08ce4529cfa2bf6a7db812cd314edaece60e0f0d1f1c1cb6a22c done
#8 DONE 0.0s

#9 pushing localhost:5000/app:1 with docker
#9 pushing layer 1edfe0566bf7 1.98MB / 1.98MB 0.1s
#9 pushing layer 1edfe0566bf7 0.1s done
#9 DONE 0.1s
------
 > importing cache manifest from localhost:5000/app:cache:
------
`,
  failedRun: `#0 building with "default" instance using docker driver

#4 [base 1/1] COPY busybox /bin/
#4 DONE 0.0s

#5 [stage-1 1/1] RUN ["/bin/busybox","sh","-c","echo one; echo denied: two >&2; exit 3"]
#5 0.130 one
#5 0.130 denied: two
#5 ERROR: executor failed running [/bin/busybox sh -c echo one; echo denied: two >&2; exit 3]: exit code: 3
------
 > [stage-1 1/1] RUN ["/bin/busybox","sh","-c","echo one; echo denied: two >&2; exit 3"]:
0.130 one
0.130 denied: two
------
ERROR: failed to solve: executor failed running [/bin/busybox sh -c echo one; echo denied: two >&2; exit 3]: exit code: 3
`,
  missingFile: `#4 [1/1] COPY nothere /
#4 ERROR: "/nothere" not found: not found
------
 > [1/1] COPY nothere /:
------
ERROR: failed to solve: failed to compute cache key: "/nothere" not found: not found
`,
  missingBase: `#3 [internal] load metadata for localhost:5000/none:1
#3 ERROR: localhost:5000/none:1: not found
------
 > [internal] load metadata for localhost:5000/none:1:
------
ERROR: failed to solve: rpc error: code = Unknown desc = failed to solve with frontend dockerfile.v0: failed to create LLB definition: localhost:5000/none:1: not found
`,
  missingSecret: `#5 [2/2] RUN --mount=type=secret,id=npm,required=true ["/bin/busybox","true"]
#5 ERROR: secret npm not found: not found
------
 > [2/2] RUN --mount=type=secret,id=npm,required=true ["/bin/busybox","true"]:
------
ERROR: failed to solve: secret npm not found: not found
`,
  noRegistry: `#6 pushing localhost:5098/a:1 with docker
#6 ERROR: Get "http://localhost:5098/v2/": dial tcp 127.0.0.1:5098: connect: connection refused
------
 > pushing localhost:5098/a:1 with docker:
------
ERROR: Get "http://localhost:5098/v2/": dial tcp 127.0.0.1:5098: connect: connection refused
`,
  severalPlatforms: `ERROR: Multi-platform build is not supported for the docker driver.
Switch to a different driver, or turn on the containerd image store, and try again.
Learn more at https://docs.docker.com/go/build-multi-platform/
`,
} as const

/** The last words of builds that failed, as people reported them, and as docker-registry and ECR gave them. */
export const lastWords = {
  copyWithChecksum:
    'ERROR: failed to build: failed to solve: failed to compute cache key: failed to calculate checksum of ref pry4lse9ygrrgn5vxb8nju9ss::ue7m9zlv3uv0lm7e9b251aupq: "/src": not found',
  parseError:
    'ERROR: failed to solve: rpc error: code = Unknown desc = failed to solve with frontend dockerfile.v0: failed to create LLB definition: dockerfile parse error line 2: unknown instruction: COPYY',
  noTarget:
    'ERROR: failed to solve: rpc error: code = Unknown desc = failed to solve with frontend dockerfile.v0: failed to create LLB definition: target stage nope could not be found',
  noDockerfile:
    'ERROR: failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory',
  outOfMemory:
    'ERROR: failed to solve: process "/bin/sh -c npm run build" did not complete successfully: exit code: 137',
  outOfMemoryBefore:
    'failed to solve: executor failed running [/bin/sh -c BASE_URL="__BASEURL__" node build.js --gzip ${CLIENT_BUILD_ARGS}]: exit code: 137',
  disk: 'ERROR: failed to build: failed to solve: ResourceExhausted: write /var/lib/docker/overlay2/yp9tg0uq1ufym66lbal7o82n2/diff/guacone-linux-arm64: no space left on device',
  diskOfCache:
    'ERROR: failed to solve: failed to compute cache key: mount callback failed on /tmp/containerd-mount1749269262: write /tmp/containerd-mount1749269262/usr/bin/cksum: no space left on device',
  ecrDenied:
    'ERROR: denied: User: arn:aws:sts::754256621582:assumed-role/github/GitHubActions is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:eu-west-2:754256621582:repository/laa-pcuam/csv-converter because no identity-based policy allows the ecr:InitiateLayerUpload action',
  ecrImmutable:
    "ERROR: failed to push 123456789012.dkr.ecr.us-west-2.amazonaws.com/app:1: tag invalid: The image tag '1' already exists in the 'app' repository and cannot be overwritten because the repository is immutable.",
  ecrNoRepository:
    "ERROR: name unknown: The repository with name 'app' does not exist in the registry with id '123456789012'",
  ecrForbidden:
    'ERROR: failed to push 720541322708.dkr.ecr.eu-west-2.amazonaws.com/medic/cht-api:4.9.0: failed commit on ref "manifest-sha256:fdcb9b1b802acfcf184946ea5e6cc782a5c545866f2d154e6663252aa06f6948": unexpected status from PUT request to https://720541322708.dkr.ecr.eu-west-2.amazonaws.com/v2/medic/cht-api/manifests/sha256:fdcb9b1b802acfcf184946ea5e6cc782a5c545866f2d154e6663252aa06f6948: 403 Forbidden',
  githubDenied:
    'ERROR: failed to build: failed to solve: failed to push ghcr.io/eth-act/ere/ere-base:0.0.12-caa8937: denied: installation not allowed to Write organization package',
  hubDenied: 'ERROR: failed to solve: server message: insufficient_scope: authorization failed',
  baseDenied:
    'ERROR: failed to solve: org/private:1: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
  baseOfOtherPlatform:
    'ERROR: failed to solve: arm64v8/debian:12: no match for platform in manifest: not found',
  rateLimit:
    "ERROR: failed to build: failed to solve: failed to copy: httpReadSeeker: failed open: unexpected status from GET request to https://registry-1.docker.io/v2/library/alpine/manifests/sha256:5b10f432ef3da1b8d4c7eb6c487f2f5a8f096bc91145e68878dd4a5019afde11: 429 Too Many Requests\ntoomanyrequests: You have reached your pull rate limit as '***': dckr_jti. You may increase the limit by upgrading. https://www.docker.com/increase-rate-limit",
  reset:
    'ERROR: failed to solve: failed to copy: read tcp 172.17.0.2:47038->173.194.214.128:443: read: connection reset by peer',
  brokenPipe:
    'ERROR: failed to solve: failed to copy: failed to do request: Put "https://ghcr.io/v2/org/app/blobs/upload/1?digest=sha256": write tcp 172.17.0.2:54206->140.82.114.33:443: write: broken pipe',
  closedPipe:
    'ERROR: failed to solve: failed to push ghcr.io/finchsec/kali:latest: failed to copy: io: read/write on closed pipe',
  badGateway:
    'failed to solve: rpc error: code = Unknown desc = unexpected status: 502 Bad Gateway',
  timedOut:
    'ERROR: failed commit on ref "layer-sha256:db2b": failed to do request: Put https://ghcr.io/v2/airgproducts/llvm/blobs/upload/1: read tcp 172.17.0.2:48072->140.82.114.33:443: read: connection timed out',
} as const
