/** A value that nobody may see, and the texts by which it is found again. */
export interface Canary {
  readonly kind: string
  readonly value: string
  /** Parts that let somebody in by themselves. */
  readonly secrets: readonly string[]
}

/** Draws numbers below a limit, always the same for a seed. */
export type Draw = (limit: number) => number

/** Numbers that look random, and are the same each time. http://www.burtleburtle.net/bob/rand/smallprng.html */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

function textOf(draw: Draw, length: number, characters = alphanumeric): string {
  const all = Array.from(characters)
  return Array.from({ length }, () => all[draw(all.length)] ?? '').join('')
}

const base64 = `${alphanumeric}+/`

type Make = (draw: Draw) => Pick<Canary, 'value' | 'secrets'>

const whole = (value: string) => ({ value, secrets: [value] })

const kinds: Readonly<Record<string, Make>> = {
  'a token': (draw) => whole(`${textOf(draw, 1, 'abcdef')}${textOf(draw, 20 + draw(20))}`),
  'a password with signs': (draw) =>
    whole(
      `${textOf(draw, 4)}${textOf(draw, 16, `${alphanumeric}"'\\$&<>=#%!{}[]|,;:*`)}${textOf(draw, 4)}`,
    ),
  'the password of a connection': (draw) => {
    const password = textOf(draw, 18)
    const value = `postgresql+asyncpg://arbiter:${password}@database.internal:5432/arbiter`
    return { value, secrets: [value, password] }
  },
  'the encoded password of a connection': (draw) => {
    const password = `${textOf(draw, 8)}/@:${textOf(draw, 6)}#%${textOf(draw, 2)}`
    const value = `rediss://:${encodeURIComponent(password)}@cache.internal:6379/0`
    return { value, secrets: [value, password, encodeURIComponent(password)] }
  },
  'a private key': (draw) => {
    const lines = [textOf(draw, 64, base64), textOf(draw, 64, base64), textOf(draw, 40, base64)]
    const label = 'PRIVATE KEY-----'
    return {
      value: [`-----BEGIN ${label}`, ...lines, `-----END ${label}`, ''].join('\n'),
      secrets: lines,
    }
  },
  'a document': (draw) => {
    const [token, key] = [textOf(draw, 20), textOf(draw, 24)]
    return { value: JSON.stringify({ token, keys: [{ kid: 'one', key }] }), secrets: [token, key] }
  },
  'a passphrase that is no English': (draw) =>
    whole(`пароль-${textOf(draw, 12, 'абвгдежзийклмнопрст')}-ключ-${textOf(draw, 4, '🔑🗝️✓éü')}`),
  'random bytes': (draw) => whole(`${textOf(draw, 43, base64)}=`),
  'words with spaces': (draw) =>
    whole(Array.from({ length: 4 }, () => textOf(draw, 5, 'abcdefghijklmnop')).join(' ')),
  'a long number': (draw) => whole(`${1 + draw(9)}${textOf(draw, 20, '0123456789')}`),
}

/** Draws a canary of any kind. */
export function drawCanary(draw: Draw): Canary {
  const names = Object.keys(kinds)
  const kind = names[draw(names.length)] ?? ''
  const made = kinds[kind]?.(draw)
  if (made === undefined) throw new Error(`There is no kind ${kind}.`)
  return { kind, ...made }
}
