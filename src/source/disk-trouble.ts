/** What the system says when it cannot read or write, in plain words. */

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EACCES: 'you do not have permission to read or write there',
  EPERM: 'you do not have permission to read or write there',
  EROFS: 'the disk is read-only',
  ENOENT: 'the folder above it does not exist',
  ENOTDIR: 'its parent is a file, not a folder',
  EEXIST: 'its parent is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  ENAMETOOLONG: 'the name is too long for this disk',
  ELOOP: 'the links form a loop',
  EMFILE: 'too many files are open at once',
};

/** Why the system could not do it; undefined where the error is not of this kind. */
export const diskTrouble = (error: unknown): string | undefined => reasons[(error as NodeJS.ErrnoException).code ?? ''];
