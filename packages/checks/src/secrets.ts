import type { Check, HttpCheck, HttpRequest } from './check.ts'

/** Shorter texts appear everywhere by chance: hiding them would hide the message. */
const minimumLength = 4

const telling = /auth|cookie|token|secret|key|password|signature|session|credential/i

/**
 * Everything in the checks that must be masked before anything is printed: credentials, bodies, and
 * the values of headers whose names speak of secrets. Values of other headers are ordinary words
 * (`application/json`); they are hidden in what is quoted from answers, see {@link hider}.
 */
export function secretsOf(checks: readonly Check[]): readonly string[] {
  return checks.flatMap((check) => {
    if (check.kind !== 'http') return []
    const { request } = check
    const headers = [...request.headers].filter(([name]) => telling.test(name))
    return [
      ...headers.flatMap(([, value]) => partsOf(value)),
      ...basicAuthForms(request),
      ...bodyForms(request),
    ]
  })
}

/**
 * Hides all that a check sends in a text that came back: a server may repeat headers, body, query
 * or credentials in its answer, as they are, as JSON writes them, or as a URL does.
 */
export function hider({ request }: HttpCheck): (text: string) => string {
  const sent = [
    ...[...request.headers.values()].flatMap(partsOf),
    ...basicAuthForms(request),
    ...bodyForms(request),
    ...request.url.searchParams.values(),
    request.url.search,
  ]
  const forms = sent.flatMap((value) => [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
  ])
  const hidden = [...new Set(forms)]
    .filter((form) => form.length >= minimumLength)
    .toSorted((a, b) => b.length - a.length)
  return (text) => hidden.reduce((shown, form) => shown.replaceAll(form, '***'), text)
}

/** A header's value and the parts of it that may stand alone: a token, a cookie, a credential. */
function partsOf(value: string): readonly string[] {
  const parts = value
    .split(/[\s;,]+/)
    .filter((part) => !/^(?:bearer|basic|digest|token)$/i.test(part))
  return [value, ...parts.flatMap((part) => [part, part.replace(/^[^=]*=/, '')])]
}

function basicAuthForms({ basicAuth }: HttpRequest): readonly string[] {
  if (basicAuth === undefined) return []
  const password = basicAuth.slice(basicAuth.indexOf(':') + 1)
  return [basicAuth, password, Buffer.from(basicAuth).toString('base64')]
}

/** The body whole, and each text in it when it is JSON or a form. */
function bodyForms({ body }: HttpRequest): readonly string[] {
  if (body === undefined) return []
  const lines = body.split(/\r?\n/).map((line) => line.trim())
  return [body, ...lines, ...(jsonTexts(body) ?? new URLSearchParams(body).values())]
}

function jsonTexts(body: string): readonly string[] | undefined {
  const texts: string[] = []
  try {
    JSON.parse(body, (_key, value: unknown) => {
      if (typeof value === 'string' || typeof value === 'number') texts.push(String(value))
      return value
    })
    return texts
  } catch {
    return undefined
  }
}
