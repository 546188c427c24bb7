import type { XmlTag } from '../../source/xml.ts';
import { factRole, typedFact } from '../fact-role.ts';
import { ruleOf } from '../tei/elements.ts';
import { standsAlone } from '../tei/rule.ts';
import { blockValue } from './kinds.ts';
import { Op, type OpCode } from './ops.ts';
import { attributeOf } from './structure.ts';

/**
 * Records on the tape what are facts of a record, and parts of facts: each is a block of its own around what the element is anyway. Whether the
 * children of a fact are its parts is only known at its end: not if words are next to them. Until then their blocks are dropped operations.
 */

export interface FactRecording {
  put(op: OpCode, value: string, offset: number): number;
  set(at: number, op: OpCode): void;
}

/** An operation that will be, if an element has parts; or those of an element in it. */
type Pending = readonly [at: number, op: OpCode] | readonly Pending[];

interface Frame {
  readonly holds: 'facts' | 'parts' | undefined;
  /** A block is around it: in any case, or if the element around it has parts. */
  readonly wrap: 'certain' | 'perhaps' | undefined;
  /** Words are directly in it. */
  said: boolean;
  readonly pending: Pending[];
}

const lists = new Set(['listBibl', 'listRelation']);

/** What a fact is called. The number of a manuscript in its library is what it is cited by. */
function factName(tag: XmlTag, written: string, around: string): string {
  if (tag.local !== 'idno') return written;
  return around === 'msIdentifier' ? 'shelfmark' : typedFact(written, attributeOf(tag, 'type'));
}

export class FactTape {
  private readonly frames: Frame[] = [];
  private readonly names: string[] = [];
  private readonly tape: FactRecording;
  private readonly withBlocks: boolean;

  /** `withBlocks`: what the facts are is recorded, not only that they are apart. */
  constructor(tape: FactRecording, withBlocks: boolean) {
    this.tape = tape;
    this.withBlocks = withBlocks;
  }

  /** An element opens; whether it is a fact in any case. `written`: its name without namespace. */
  open(tag: XmlTag, written: string): boolean {
    const { local: name } = tag;
    const parent = this.frames.at(-1);
    const rule = ruleOf(name);
    const alone = rule !== undefined && standsAlone(rule);
    const wrap = alone || !parent?.holds ? undefined : parent.holds === 'facts' ? 'certain' : 'perhaps';
    const around = this.names.at(-1) ?? '';
    if (wrap) this.begin(wrap, parent!, factRole(factName(tag, written, around)), tag.start);
    const stands = wrap !== undefined || alone || lists.has(around);
    const held = rule?.holds;
    const holds = held === 'facts' || (held === 'parts' && stands) ? held : undefined;
    this.frames.push({ holds, wrap, said: false, pending: [] });
    this.names.push(name);
    return wrap === 'certain';
  }

  text(value: string): void {
    const frame = this.frames.at(-1);
    if (frame?.holds === 'parts' && !frame.said && /[^ \t\n\r]/.test(value)) frame.said = true;
  }

  /** The innermost element ends; to be called when all of it is on the tape. */
  close(offset: number): void {
    const { wrap, said, pending } = this.frames.pop()!;
    this.names.pop();
    const parent = this.frames.at(-1);
    if (!said && pending.length > 0) {
      if (wrap === 'perhaps') parent!.pending.push(pending);
      else this.settle(pending);
    }
    if (!wrap) return;
    if (this.withBlocks) this.put(wrap, parent!, Op.close, '', offset);
    this.put(wrap, parent!, Op.boundary, '', offset);
  }

  private begin(wrap: 'certain' | 'perhaps', parent: Frame, role: string, offset: number): void {
    this.put(wrap, parent, Op.boundary, '', offset);
    if (this.withBlocks) this.put(wrap, parent, Op.block, blockValue('block', role), offset);
  }

  private put(wrap: 'certain' | 'perhaps', parent: Frame, op: OpCode, value: string, offset: number): void {
    const at = this.tape.put(wrap === 'certain' ? op : Op.dropped, value, offset);
    if (wrap === 'perhaps') parent.pending.push([at, op]);
  }

  private settle(pending: readonly Pending[]): void {
    for (const one of pending) {
      if (isOperation(one)) this.tape.set(...one);
      else this.settle(one);
    }
  }
}

const isOperation = (pending: Pending): pending is readonly [at: number, op: OpCode] => typeof pending[0] === 'number';
