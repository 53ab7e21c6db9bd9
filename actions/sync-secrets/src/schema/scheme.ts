/** https://datatracker.ietf.org/doc/html/rfc3986#section-3.1; drivers of Java put `jdbc:` before it. */
const name = '(?:[a-z][a-z0-9+.-]*:)*[a-z][a-z0-9+.-]*'
const wholeName = new RegExp(`^${name}$`, 'i')
const beginning = new RegExp(`^(${name})://\\S`, 'i')

/** Whether a text is a scheme of URLs, without `://`. */
export function isScheme(text: string): boolean {
  return wholeName.test(text)
}

/** The scheme of a URL as it is written, such as `postgresql+asyncpg`; undefined for a text that is none. */
export function schemeOf(value: string): string | undefined {
  return beginning.exec(value)?.[1]
}
