/** An element around content that is XML already. */
export function xmlElement(name: string, content: string): string {
  return `<${name}>${content}</${name}>`
}

/** Text as the content of an element. */
export function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
