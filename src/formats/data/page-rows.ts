import type { UnitInfo } from '../../model/edition.ts';
import type { Row } from './table.ts';
import type { NoteRow, UnitWithRows } from './unit-rows.ts';

/** The text by printed pages: a page goes on over the units that are on it. */

interface Page {
  readonly volume: string;
  readonly page: string;
  readonly documents: string[];
  readonly texts: string[];
  readonly notes: { document: string; number: number; call: string; text: string }[];
}

/** Text behind the units inside its own: the page that it is on begins in one of them. */
interface Late {
  readonly unit: UnitInfo;
  readonly page: string;
  readonly texts: string[];
}

class Pages {
  readonly all: Page[] = [];
  readonly late: Late[] = [];
  private last: Page | undefined;

  add({ unit, rows: { flow, notes } }: UnitWithRows): void {
    const { volume, open } = unit;
    const isOn = this.last?.volume === volume.id && this.last.page === open?.startsOn;
    const start = open?.startsOn;
    let page = isOn ? this.last : undefined;
    let late: Late | undefined;
    const byLabel = new Map<string, Page>();
    for (const one of flow) {
      if ('turn' in one) {
        late = undefined;
        page = this.begin(volume.id, one.turn);
      } else if ('resume' in one) this.late.push((late = { unit, page: one.resume, texts: [] }));
      else if (late) late.texts.push(one.text);
      else if (page || start !== undefined) {
        page ??= this.begin(volume.id, start!);
        put(page, unit, one.text);
      }
      if (page) byLabel.set(page.page, page);
    }
    notes.forEach((note, i) => putNote(byLabel.get(note.page), unit, note, i + 1));
    this.last = page ?? this.last;
  }

  /** To be called when all units are there. */
  addLate(): void {
    for (const { unit, page: label, texts } of this.late) {
      const page = this.all.findLast(({ volume, page }) => volume === unit.volume.id && page === label);
      for (const text of page ? texts : []) put(page!, unit, text);
    }
  }

  private begin(volume: string, label: string): Page {
    const page: Page = { volume, page: label, documents: [], texts: [], notes: [] };
    this.all.push(page);
    return page;
  }
}

function put(page: Page, { facts: { id } }: UnitInfo, text: string): void {
  if (!page.documents.includes(id)) page.documents.push(id);
  page.texts.push(text);
}

function putNote(page: Page | undefined, { facts }: UnitInfo, { call, text }: NoteRow, number: number): void {
  page?.notes.push({ document: facts.id, number, call, text });
}

/** Pages in the order in which they begin. What is before the first page of a file is on none. */
export function pageRows(units: readonly UnitWithRows[]): Row[] {
  const pages = new Pages();
  for (const unit of units) pages.add(unit);
  pages.addLate();
  return pages.all.map(({ texts, ...rest }) => ({ ...rest, text: texts.join('\n') }));
}
