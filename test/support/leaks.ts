/** What a person, or a later step, could read, by where it stands. */
export type Visible = Readonly<Record<string, readonly string[]>>

/**
 * The places in which a text that nobody may see stands, as `place: form` each. It is looked for as it is, within JSON, within JSON
 * that is a text of JSON, in an address, as a form of a browser sends it, in hexadecimal digits, and in base64, by itself or
 * somewhere within a longer text.
 */
export function findLeaks(visible: Visible, secrets: readonly string[]): readonly string[] {
  const forms = [...new Set(secrets)].flatMap(formsOf)
  return Object.entries(visible).flatMap(([place, texts]) =>
    forms
      .filter(({ form }) => texts.some((text) => text.includes(form)))
      .map(({ name }) => `${place}: ${name}`),
  )
}

interface Form {
  readonly name: string
  readonly form: string
}

function formsOf(secret: string): readonly Form[] {
  const json = JSON.stringify(secret).slice(1, -1)
  return [
    { name: 'as it is', form: secret },
    { name: 'in JSON', form: json },
    { name: 'in JSON within JSON', form: JSON.stringify(json).slice(1, -1) },
    { name: 'in an address', form: encodeURIComponent(secret) },
    { name: 'in a form', form: new URLSearchParams({ a: secret }).toString().slice(2) },
    { name: 'in hexadecimal digits', form: Buffer.from(secret).toString('hex') },
    ...base64Of(secret).map((form) => ({ name: 'in base64', form })),
  ]
}

/** The digits that every text has in its base64 which holds the secret, for each of the three places where it may begin. */
function base64Of(secret: string): readonly string[] {
  return ['', 'x', 'xx'].map((before) => {
    const bits = Buffer.from(`${before}${secret}`).toString('base64').replace(/=+$/, '')
    const isCut = (before.length + Buffer.byteLength(secret)) % 3 !== 0
    return bits.slice(before === '' ? 0 : before.length + 1, isCut ? -1 : undefined)
  })
}
