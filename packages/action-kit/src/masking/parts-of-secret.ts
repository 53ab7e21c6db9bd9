import { isTokenLike } from './ordinary.ts'
import { secretPartsOf } from './secret-parts.ts'

/** What of a secret may be printed by itself. */
export interface PartsOfSecret {
  /** The secret without the white space around it, and the passwords and tokens that it holds. */
  readonly wholes: readonly string[]
  /** The lines of a secret that has several. */
  readonly lines: readonly string[]
}

/**
 * What of a secret may be printed by itself: its lines, the passwords in connection strings of any kind (`redis://:pw@host`,
 * several hosts, `Password=…;`), and in addresses what looks like a token.
 */
export function partsOfSecret(secret: string): PartsOfSecret {
  const whole = secret.trim()
  const lines = whole.split(/\r\n|\r|\n/).map((line) => line.trim())
  const passwords = [...secretPartsOf(whole), ...oddPasswords(whole), ...tokensInAddresses(whole)]
  return { wholes: [whole, ...passwords], lines: lines.length > 1 ? lines : [] }
}

/** Drivers of databases take `/`, `?` and `#` in a password as they are; in an address of the web they end the host. */
function oddPasswords(text: string): readonly string[] {
  const connections = text.matchAll(
    /(?<![\w+.-])(?!https?:|wss?:)[a-z][\w+.-]*:\/\/[^\s:@/]*:([^\s@]+)@/gi,
  )
  return [...connections].flatMap(([, password = '']) => password)
}

/** A user without a password, a part of the path and a value of the query may each be what lets somebody in. */
function tokensInAddresses(text: string): readonly string[] {
  return [...text.matchAll(/:\/\/([^/?#\s"']*)([^\s"']*)/g)].flatMap(
    ([, authority = '', rest = '']) => {
      const user = authority.includes('@') ? (authority.split(/[:@]/, 1)[0] ?? '') : ''
      return [user, ...rest.split(/[/?#&=,;]/)].filter(isTokenLike)
    },
  )
}
