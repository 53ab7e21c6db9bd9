export { formatDocument, parseDocument, rawKey, type Document, type Notation } from './document.ts'
export { isEmpty, isKept, isSame, textOf, type JsonValue, type Value } from './value.ts'
