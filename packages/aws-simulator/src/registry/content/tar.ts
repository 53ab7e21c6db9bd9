const blockBytes = 512

/** A tar archive of one file, the same bytes on every machine at any time. */
export function tarOf(name: string, text: string): Buffer {
  const content = Buffer.from(text)
  const header = Buffer.alloc(blockBytes)
  const write = (at: number, value: string) => header.write(value, at, 'latin1')
  write(0, name)
  write(100, '0000644\0')
  write(108, '0000000\0')
  write(116, '0000000\0')
  write(124, `${content.length.toString(8).padStart(11, '0')}\0`)
  write(136, '00000000000\0')
  // The checksum counts its own field as blanks.
  write(148, '        ')
  write(156, '0')
  write(257, 'ustar\x0000')
  const sum = header.reduce((total, byte) => total + byte, 0)
  write(148, `${sum.toString(8).padStart(6, '0')}\0 `)
  const padding = Buffer.alloc((blockBytes - (content.length % blockBytes)) % blockBytes)
  return Buffer.concat([header, content, padding, Buffer.alloc(2 * blockBytes)])
}
