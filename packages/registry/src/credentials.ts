/** The user name and password of an account of a registry other than ECR; masked by whoever read them. */
export interface RegistryCredentials {
  readonly username: string
  readonly password: string
  /**
   * The one host that they are for. Without it they are for every host (but AWS's) that does not
   * answer anonymously: name it wherever it is known.
   */
  readonly host?: string
}
