/**
 * Makes the permission bits of a checkout comparable. COPY keeps all twelve, so all of them count: a file that is
 * readable by its owner only gives another image than one that everybody may read, and where a checkout
 * was made under umask 077 that is so of all files. One difference is taken for none. Under umask 002,
 * which many machines have, git writes 0664 and 0775 where umask 022 gives 0644 and 0755, and keeps no record
 * of it: the group, which in an image is root's, may write. Where the Dockerfile itself was
 * written so, these modes are read as umask 022 would have made them; any other is taken as it is.
 */
export function modeReader(dockerfileMode: number): (mode: number) => number {
  const groupWrites = 0o020
  if ((dockerfileMode & groupWrites) === 0) return (mode) => mode
  return (mode) => (mode === 0o664 || mode === 0o775 ? mode & ~groupWrites : mode)
}
