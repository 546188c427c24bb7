/**
 * Whether an archive is packed as ours are: file after file, then the list of them, then its end, and nothing in between; no time, no comment, no
 * attribute of a file. What a program does not list could be there else, and another program could show it.
 */

const sizes = { file: 30, entry: 46, end: 22 } as const;

/** Fields that are the same in all files: their places in a record, and what is in them. */
const fixed: readonly (readonly [at: number, value: number, name: string])[] = [
  [4, 20, 'a version'],
  [10, 0, 'a time'],
  [12, 0x21, 'a date'],
  [28, 0, 'a field'],
];
/** The same in the list of files: versions, comment, disk, attributes. */
const fixedInList: readonly (readonly [at: number, value: number, name: string])[] = [
  [4, 20, 'a version'],
  [30, 0, 'a field'],
  [32, 0, 'a comment'],
  [34, 0, 'a disk'],
  [36, 0, 'an attribute'],
  [38, 0, 'an attribute'],
  [40, 0, 'an attribute'],
];

class Packing {
  readonly faults: string[] = [];
  /** Records by where they begin: what they say of the file. */
  private readonly records = new Map<number, Uint8Array>();
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  private has(size: number, signature: number): boolean {
    return this.at + size <= this.bytes.length && this.view.getUint32(this.at, true) === signature;
  }

  private check(fields: typeof fixed): void {
    for (const [at, value, name] of fields)
      if (this.view.getUint16(this.at + at, true) !== value) this.faults.push(`a file of the archive has ${name}`);
  }

  files(): void {
    while (this.has(sizes.file, 0x04034b50)) {
      this.check(fixed);
      const name = this.view.getUint16(this.at + 26, true);
      const packed = this.view.getUint32(this.at + 18, true);
      this.records.set(this.at, this.bytes.subarray(this.at + 4, this.at + sizes.file + name));
      this.at += sizes.file + name + packed;
    }
  }

  list(): void {
    const begins = this.at;
    let count = 0;
    for (; this.has(sizes.entry, 0x02014b50); count++) {
      this.check(fixedInList);
      const { at, view } = this;
      const name = view.getUint16(at + 28, true);
      const record = this.records.get(view.getUint32(at + 42, true));
      const said = [
        this.bytes.subarray(at + 6, at + 32),
        this.bytes.subarray(at + sizes.entry, at + sizes.entry + name),
      ];
      if (!record || Buffer.compare(Buffer.concat(said), record) !== 0)
        this.faults.push('the list of the archive and its files do not say the same');
      this.at += sizes.entry + name;
    }
    this.end(begins, count);
  }

  private end(begins: number, count: number): void {
    const { at, view } = this;
    const isEnd = this.has(sizes.end, 0x06054b50) && at + sizes.end === this.bytes.length;
    const says =
      isEnd &&
      count === this.records.size &&
      [4, 6, 20].every((place) => view.getUint16(at + place, true) === 0) &&
      [8, 10].every((place) => view.getUint16(at + place, true) === count) &&
      view.getUint32(at + 12, true) === at - begins &&
      view.getUint32(at + 16, true) === begins;
    if (!says) this.faults.push('something is in the archive that its list does not name');
  }
}

export function packingFaults(bytes: Uint8Array): string[] {
  const packing = new Packing(bytes);
  packing.files();
  packing.list();
  return [...new Set(packing.faults)];
}
