/** What a build is made from: all that docker is told and that can change the image. */
export interface Build {
  /** A folder, relative to the working directory; anything else that docker takes is not read here. */
  readonly context: string
  /** Of the Dockerfile, relative to the working directory; undefined for `Dockerfile` in the context. */
  readonly file: string | undefined
  readonly target: string | undefined
  /** Such as `linux/amd64`; empty for that of this machine. */
  readonly platforms: readonly string[]
  /**
   * Those of the user, and those that docker adds by itself: SOURCE_DATE_EPOCH of the environment, and the
   * proxies of its settings.
   */
  readonly buildArgs: ReadonlyMap<string, string>
  /** Names with folders, or with what docker takes besides: `docker-image://…`. */
  readonly buildContexts: ReadonlyMap<string, string>
  /** Only those that the user set: what a run adds by itself differs from run to run. */
  readonly labels: ReadonlyMap<string, string>
  readonly annotations: ReadonlyMap<string, string>
  readonly network: string | undefined
  /** Of the secrets, never their values. */
  readonly secretIds: readonly string[]
  /** As `--provenance` takes it. */
  readonly provenance: string
  /** As `--sbom` takes it. */
  readonly sbom: string
  /** Whether EXPERIMENTAL_BUILDKIT_SOURCE_POLICY is set, by which other images may be read than are named. */
  readonly sourcePolicy: boolean
}
