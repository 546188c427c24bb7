/** What the system says when it cannot read or write, in plain words. */

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EACCES: 'you have no right to read or write there',
  EPERM: 'you have no right to read or write there',
  EROFS: 'the disk can only be read',
  ENOENT: 'the folder above it does not exist',
  ENOTDIR: 'what stands above it is a file, not a folder',
  EEXIST: 'what stands above it is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  ENAMETOOLONG: 'the name is too long for this disk',
  ELOOP: 'the links lead in a circle',
  EMFILE: 'too many files are open at once',
};

/** Why the system could not do it; undefined where the error is not of this kind. */
export const diskTrouble = (error: unknown): string | undefined => reasons[(error as NodeJS.ErrnoException).code ?? ''];
