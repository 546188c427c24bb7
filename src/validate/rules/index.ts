import type { Rule } from '../rule.ts';
import { danglingPointer } from './dangling-pointer.ts';
import { duplicateId } from './duplicate-id.ts';
import { noteOrder } from './note-order.ts';
import { pageOrder } from './page-order.ts';

/** All rules, in the order in which they are explained. */
export const rules: readonly Rule[] = [duplicateId, danglingPointer, pageOrder, noteOrder];
