import { mermaidLabel } from '../summary/flowchart.ts'
import { escapeMarkdown } from '../summary/markdown.ts'

/**
 * A text as programs print it within something else: as it is, in JSON (also in JSON within JSON, as Go and as Python write
 * it), in an address, in a line for a shell, and in a summary of ours.
 */
export function writtenForms(text: string): readonly string[] {
  const json = inJson(text)
  const forms = [
    ...[text, json, inJson(json), htmlSafe(json), asciiOnly(json)],
    ...inAddresses(text),
    text.replaceAll("'", String.raw`'\''`),
    ...[text, json].flatMap(inSummary),
  ]
  return [...new Set(forms)]
}

/** Inline code has no line ends, and the labels of a picture have codes. */
function inSummary(text: string): readonly string[] {
  const line = text.replace(/\s+/g, ' ')
  return [escapeMarkdown(text), line, escapeMarkdown(line), mermaidLabel(text)]
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** Go writes `<`, `>` and `&` as codes, for pages that have JSON in them. */
function htmlSafe(json: string): string {
  return json.replace(/[<>&]/g, codeUnit)
}

/** Python writes all but ASCII as codes. */
function asciiOnly(json: string): string {
  return json.replace(/[\u0080-\uFFFF]/g, codeUnit)
}

function codeUnit(character: string): string {
  return String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Half of a surrogate pair can be written in JSON, and in no address. */
function inAddresses(text: string): readonly string[] {
  if (!text.isWellFormed()) return []
  const component = encodeURIComponent(text)
  const strict = component.replace(/[!'()*]/g, percentEncoded)
  const form = new URLSearchParams({ '': text }).toString().slice(1)
  const user = new URL('http://host')
  user.password = text
  const encoded = [
    ...[component, strict, form, encodeURI(text), user.password],
    ...[component, strict].map((each) => each.replaceAll('%20', '+')),
  ]
  return encoded.flatMap((each) => [each, each.replace(/%[\dA-F]{2}/g, inLowerCase)])
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

function inLowerCase(encoded: string): string {
  return encoded.toLowerCase()
}

/**
 * A text in base64, by both alphabets: whole (with and without padding, and with a line end behind it, as `echo` puts
 * there), and inside of something longer, wherever it begins there.
 */
export function base64Forms(text: string): readonly string[] {
  const whole = [text, `${text}\n`].map((each) => Buffer.from(each).toString('base64'))
  const forms = [
    ...whole.flatMap((each) => [each, each.replace(/=+$/, '')]),
    ...[0, 1, 2].map((offset) => innerBase64(Buffer.from(text), offset)),
  ]
  return [...new Set(forms.flatMap((each) => [each, urlSafe(each)]))]
}

/** What does not change in the base64 of a longer text, in which so many bytes (modulo 3) go before. */
function innerBase64(bytes: Buffer, offset: number): string {
  const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
  const length = offset + bytes.length
  return encoded.slice(Math.ceil((offset * 8) / 6), Math.floor((length * 8) / 6))
}

function urlSafe(encoded: string): string {
  return encoded.replaceAll('+', '-').replaceAll('/', '_')
}
