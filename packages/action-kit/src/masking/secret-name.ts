/** Build tools put variables with these prefixes into what every browser gets, when they build it. */
export const publicPrefix = /^(next_public|nuxt_public|expo_public|react_app|gatsby|public|vite)_/i

const secretWords =
  'password|passwd|passphrase|pass|pwd|pw|secret|token|credentials?|auth|authorization'
const keyKinds =
  'access|account|api|app|auth|cookie|crypt|encryption|hmac|jwt|license|master|private|secret|session|shared|signing|storage|webhook'

/** Only the end of a name tells: TOKEN_TTL and SECRET_NAME hold no secret. PASSWORD_1 is one. */
const secretName = new RegExp(
  `(?:(?:^|_)(?:${secretWords}|(?:${keyKinds})_?key)|password|passwd|secret|token)(?:_?\\d+)?$`,
)

/** Whether what is called so holds, by its name, what belongs into a secret. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[-.]/g, '_')
    .toLowerCase()
  // PWD and OLDPWD are the shell's working directories.
  return secretName.test(words) && !publicPrefix.test(words) && !/^(old)?pwd$/.test(words)
}
