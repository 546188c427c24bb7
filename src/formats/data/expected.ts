import { noWitnesses } from '../../model/apparatus.ts';
import { authorityNames, authorityOf } from '../../model/authorities.ts';
import type { Edition, UnitInfo } from '../../model/edition.ts';
import type { UnitContent } from '../../model/unit-content.ts';
import type { ExpectedFile, RecordFields, WholeProof } from '../format.ts';
import * as kinds from './columns.ts';
import { expectedDocument, expectedLetters } from './expected-facts.ts';
import { expectedGexf } from './expected-gexf.ts';
import { expectedMentions, expectedReadings } from './expected-names.ts';
import { ExpectedPages } from './expected-pages.ts';
import { expectedPackage } from './expected-package.ts';
import { cutsOf } from './expected-paragraphs.ts';
import { SourceRuns } from './expected-unit.ts';
import { readPackage, readTable } from './read-back.ts';

/** The proof of the tables: what each must say is computed from the sources, unit by unit, with no function that writes them. */

class DataProof implements WholeProof {
  private readonly edition: Edition;
  private readonly version: string | undefined;
  private readonly kinds: ReadonlyMap<string, string>;
  private readonly mentions: RecordFields[] = [];
  private readonly byEntity = new Map<string, RecordFields[]>();
  private readonly notes: RecordFields[] = [];
  private readonly paragraphs: RecordFields[] = [];
  private readonly readings: RecordFields[] = [];
  private readonly pages = new ExpectedPages();

  constructor(edition: Edition, version: string | undefined) {
    this.edition = edition;
    this.version = version;
    this.kinds = new Map((edition.entities ?? []).map(({ key, kind }) => [key, kind]));
  }

  unit(unit: UnitInfo, content: UnitContent): void {
    const runs = new SourceRuns(unit, content);
    const { id } = unit.facts;
    for (const row of expectedMentions(unit, runs, this.edition, (key) => this.kinds.get(key))) this.mention(row);
    for (const row of expectedReadings(unit, runs, content.witnesses ?? noWitnesses)) this.readings.push(row);
    const notes = content.spine.notes.map(({ label }, i) => {
      const page = runs.page({ run: i + 1, at: 0 });
      return { document: id, number: `${i + 1}`, call: label, page, text: runs.words(i + 1) };
    });
    this.notes.push(...notes);
    const cuts = cutsOf(runs);
    for (const [i, { paragraph, kind, from, text }] of cuts.entries()) {
      if (cuts[i - 1]?.paragraph === paragraph) {
        const last = this.paragraphs.pop()!;
        this.paragraphs.push({ ...last, text: `${last['text']!} ${text}` });
      } else
        this.paragraphs.push({
          document: id,
          number: `${paragraph}`,
          kind,
          page: runs.page({ run: 0, at: from }),
          text,
        });
    }
    this.pages.add(unit, runs, cuts, notes);
  }

  private mention(row: RecordFields): void {
    this.mentions.push(row);
    const key = row['entity']!;
    const known = this.byEntity.get(key);
    if (known) known.push(row);
    else this.byEntity.set(key, [row]);
  }

  files(): ExpectedFile[] {
    const { letters, nodes, edges } = expectedLetters(this.edition);
    const tables: readonly (readonly [kinds.TableKind, readonly RecordFields[]])[] = [
      [kinds.documents, this.edition.units.map(expectedDocument)],
      ...Object.entries(kinds.entityTables).map(([name, kind]) => [kind, this.entities(name, kind)] as const),
      [kinds.mentions, this.mentions],
      [kinds.letters, letters],
      [kinds.nodes, nodes],
      [kinds.edges, edges],
      [kinds.pages, this.pages.rows()],
      [kinds.notes, this.notes],
      [kinds.paragraphs, this.paragraphs],
      [kinds.apparatus, this.readings],
    ];
    const full = tables.filter(([, rows]) => rows.length > 0);
    return [
      ...full.map(([kind, records]) => ({
        path: `data/${kind.file}`,
        records,
        readBack: (content: string) => readTable(kind, content),
      })),
      ...expectedGexf(nodes, edges),
      {
        path: 'data/datapackage.json',
        records: expectedPackage(
          this.edition,
          full.map(([kind]) => kind),
          this.version,
        ),
        readBack: readPackage,
      },
    ];
  }

  private entities(wanted: string, { columns }: kinds.TableKind): RecordFields[] {
    return (this.edition.entities ?? []).flatMap((entity): RecordFields[] => {
      const { key, kind, name, family = '', given = '', same = [] } = entity;
      if (kind !== wanted) return [];
      const rows = this.byEntity.get(key) ?? [];
      const fields: Record<string, string> = {
        id: key,
        name,
        ...(columns.some((column) => column.name === 'family_name') && { family_name: family, given_name: given }),
        mentions: `${rows.length}`,
        documents: `${new Set(rows.map(({ document }) => document)).size}`,
        same_as: same.join(' '),
      };
      for (const authority of authorityNames)
        fields[authority] = same.map((one) => authorityOf(one)).find((one) => one?.authority === authority)?.id ?? '';
      return [fields];
    });
  }
}

export const proveData = (edition: Edition, version: string | undefined): WholeProof => new DataProof(edition, version);
