/**
 * Which figures are the calls of notes. All notes are placed at once, in order: candidates (call-candidates.ts), their worth in context
 * (call-context.ts, number-words.ts), the assignment (assign-calls.ts), the numbering (numbering.ts).
 */
import type { RunningText } from './page-breaks.ts';
import { type Candidate, candidatesOf } from './call-candidates.ts';
import { type CallContext, callScore } from './call-context.ts';
import { type Assignment, type Place, assignCalls } from './assign-calls.ts';
import { type Numbering, repairedNumberings, possibleNumberings } from './numbering.ts';

/** A note without a place costs as much as this. */
const skipPrice = 4;

export interface NoteToPlace {
  readonly listed: string;
  readonly text: string;
}

export interface PlacedCall {
  readonly note: number;
  readonly label: string;
  /** Offset in the running text and length, or undefined where the text has no call. */
  readonly at?: number;
  readonly length: number;
  readonly margin: number;
  /** The next best place in the running text; undefined: no place. */
  readonly other?: { readonly at: number; readonly length: number };
}

export interface PlacedNotes {
  readonly calls: readonly PlacedCall[];
  readonly total: number;
}

/** A place that a person chose: the note must be called exactly there, or (undefined) nowhere. */
export type FixedPlaces = ReadonlyMap<number, { readonly at: number; readonly length: number } | undefined>;

interface Tried {
  readonly numbering: Numbering;
  readonly places: readonly (readonly Place[])[];
  readonly assignment: Assignment;
  readonly worth: number;
}

function placesOf(
  candidates: readonly Candidate[],
  label: string,
  note: string,
  first: boolean,
  context: CallContext,
): Place[] {
  return candidates
    .map((c) => ({ at: c.at, length: c.length, score: callScore(c, label, note, first, context) }))
    .filter((p) => p.score > -skipPrice * 2);
}

/** What is at the place a person chose is the label, whatever the numbering says. */
const labelAt = (running: RunningText, place: { at: number; length: number } | undefined): string | undefined =>
  place && running.text.slice(place.at, place.at + place.length);

/** Tries one numbering: the candidates of each label, and the best way to place them all. */
function trying(
  notes: readonly NoteToPlace[],
  running: RunningText,
  context: CallContext,
  fixed: FixedPlaces,
): (given: Numbering) => Tried {
  const known = new Map<string, Candidate[]>();
  const candidates = (label: string): Candidate[] => {
    if (!known.has(label)) known.set(label, candidatesOf(label, running));
    return known.get(label)!;
  };
  return (given) => {
    const numbering = { ...given, labels: given.labels.map((label, k) => labelAt(running, fixed.get(k)) ?? label) };
    const places = notes.map((note, k) => {
      if (fixed.has(k)) {
        const place = fixed.get(k);
        return place ? [{ ...place, score: 100 }] : [];
      }
      return placesOf(candidates(numbering.labels[k]!), numbering.labels[k]!, note.text, k === 0, context);
    });
    const assignment = assignCalls(places, skipPrice);
    return { numbering, places, assignment, worth: assignment.total - numbering.price };
  };
}

/** Places the calls of all notes in the running text. */
export function placeCalls(
  notes: readonly NoteToPlace[],
  running: RunningText,
  context: CallContext,
  fixed: FixedPlaces = new Map(),
): PlacedNotes {
  const attempt = trying(notes, running, context, fixed);
  const listed = notes.map((n) => n.listed);
  const head = context.text.slice(context.head.start, context.head.end);
  const all = possibleNumberings(listed, running, head).map(attempt);
  let best = all.reduce(better);
  // A second and a third symbol among the numbers are found one after the other.
  for (let round = 0; round < 3; round++) {
    const missing = best.assignment.choices.flatMap((c, k) => (c.chosen < 0 ? [k] : []));
    const { labels, price } = best.numbering;
    const fixed = repairedNumberings(labels, missing, running).map((m) => ({ ...m, price: m.price + price }));
    all.push(...fixed.map(attempt));
    const next = all.reduce(better);
    if (next === best) break;
    best = next;
  }
  const calls = best.assignment.choices.map((_, k) => placed(best, k));
  return { calls: doubted(calls, best, all), total: best.assignment.total };
}

const better = (a: Tried, b: Tried): Tried => (b.worth > a.worth + 0.01 ? b : a);

/** The calls, with a doubt at the first one that another numbering, nearly as good, would place elsewhere. */
function doubted(calls: readonly PlacedCall[], best: Tried, all: readonly Tried[]): readonly PlacedCall[] {
  const placeOf = (tried: Tried, k: number): Place | undefined => tried.places[k]![tried.assignment.choices[k]!.chosen];
  const differs = (tried: Tried, k: number): boolean => placeOf(tried, k)?.at !== placeOf(best, k)?.at;
  const other = all
    .filter((tried) => calls.some((_, k) => differs(tried, k)))
    .reduce<Tried | undefined>((a, b) => (a && a.worth >= b.worth ? a : b), undefined);
  if (!other) return calls;
  const first = calls.findIndex((_, k) => differs(other, k));
  const margin = best.worth - other.worth;
  return calls.map((call, k) => {
    if (k !== first || margin >= call.margin) return call;
    const { other: _, ...rest } = call;
    const place = placeOf(other, k);
    return { ...rest, margin, ...(place ? { other: { at: place.at, length: place.length } } : {}) };
  });
}

function placed(tried: Tried, k: number): PlacedCall {
  const choice = tried.assignment.choices[k]!;
  const place = tried.places[k]![choice.chosen];
  const other = tried.places[k]![choice.other];
  return {
    note: k,
    label: tried.numbering.labels[k]!,
    length: place?.length ?? 0,
    margin: choice.margin,
    ...(place ? { at: place.at } : {}),
    ...(other ? { other: { at: other.at, length: other.length } } : {}),
  };
}
