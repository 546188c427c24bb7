#!/usr/bin/env python3
"""How many of the errors that remain stand at a place that the import has flagged.

  import-flags.py BENCH GOLD_DIR TEI_DIR FLAGS.json

BENCH holds the scorer. An error is what the scorer does not match, one by one: a cell, a paragraph, a date. It counts as flagged only if a
flag of a kind that can mean it stands on its lines; a call, if the flag is about its note. FLAGS.json: {NAME: [{kind, start, end, ask}]}.
"""
import collections
import glob
import json
import os
import re
import sys

sys.path.insert(0, sys.argv[1])
import score  # noqa: E402
from teifacts import facts, parse, squash  # noqa: E402

# Which questions can mean an error of a row of the scorer.
ABOUT = {
    'title': {'heading'}, 'number': {'heading'}, 'pages': {'word-at-page'}, 'calls': {'note-call'},
    'cells': {'table', 'list'}, 'items': {'list', 'table', 'list-head'}, 'heads': {'list-head', 'table', 'attachment', 'section'},
    'letter parts': {'signature', 'salutation', 'dateline', 'attachment'}, 'place/date': {'date-end', 'dateline', 'undated'},
    'paragraphs': {'table', 'list', 'signature', 'salutation', 'dateline', 'list-head', 'heading', 'attachment', 'section'},
}
PARTS = ('dateline', 'salute', 'signed')


def own_end(blocks, block):
    """The end of an item with what goes on in it behind a nested list."""
    end = block['end']
    for later in blocks[blocks.index(block) + 1:]:
        if not (later.get('more') and later['type'] == 'item' and later.get('list') == block.get('list') and later['start'] == end):
            break
        end = later['end']
    return end


def label_start(blocks, block):
    before = blocks[blocks.index(block) - 1] if blocks.index(block) else None
    return before['start'] if before and before['type'] == 'label' and before['end'] == block['start'] else block['start']


def read(gold, root):
    """The reading of the TEI that loses least, and its alignment."""
    def one(as_text):
        found = facts(root, doc_number=gold['number'] or '', item_n_as_text=as_text)
        return found, score.Align(gold['text'], found.text)
    return min((one(False), one(True)), key=lambda r: r[1].missing + r[1].extra)


def errors(gold, root):
    """(row, start, end, note): what is not matched, in places of the gold text; what is given too much only where nothing is missed."""
    found, align = read(gold, root)
    out = []

    def spans(block):
        return score.spans(align, block)

    def put(row, wanted, given):
        _, used, taken = score.match(wanted, given)
        place = lambda keys: sorted(keys)[0][-2:] if keys else (0, 0)  # noqa: E731
        missed = [place(x) for k, x in enumerate(wanted) if k not in used]
        more = [place(x) for k, x in enumerate(given) if k not in taken]
        out.extend((row, s, e, None) for s, e in missed)
        out.extend((row, s, e, None) for s, e in more if not any(s <= b and a <= e for a, b in missed))

    called = [n for n in gold['notes'] if n['anchor'] is not None]
    given = [n for n in found.notes if n['anchor'] is not None]
    _, used, taken = score.match([{(n['anchor'], x) for x in {n['n'], n['listed']}} for n in called],
                                 [{(a, n['n']) for a in align.at(n['anchor'])} for n in given])
    wrong = [n for k, n in enumerate(called) if k not in used]
    out.extend(('calls', n['anchor'], n['anchor'], n['listed'] if gold['dialect'] == 'extract' else n['n']) for n in wrong)
    known = {x for n in wrong for x in (n['n'], n['listed'])}
    out.extend(('calls', min(align.at(n['anchor'])), min(align.at(n['anchor'])), n['n'])
               for k, n in enumerate(given) if k not in taken and n['n'] not in known)

    hidden = set(gold['hidden_pages'])
    put('pages', [{(p['n'], p['at'], p['at'])} for p in gold['pages']],
        [{(p['n'], a, a) for a in align.at(p['at'])} for p in found.pages if p['n'] not in hidden])
    blocks, head = gold['blocks'], next(b for b in gold['blocks'] if b['type'] == 'head' and b.get('scope') == 'doc')
    own = next((b for b in found.blocks if b['type'] == 'head' and b.get('scope') == 'doc'), None)
    if not own or squash(own['text']) != squash(gold['head']):
        out.append(('title', head['start'], head['end'], None))
    if gold['number'] and str(found.number or '') != gold['number']:
        out.append(('number', head['start'], head['end'], None))

    at = lambda b: (b['start'], b['end'])  # noqa: E731
    paragraphs = {at(b) for b in blocks if b['type'] == 'p'}
    heads = {at(b) for b in blocks if b['type'] == 'head'}
    neutral = {at(b) for b in blocks if b['type'] in ('opener', 'closer', 'label', 'other', 'head') or b.get('more')}
    given_p = [spans(b) for b in found.blocks if b['type'] == 'p' and (spans(b) & paragraphs or not spans(b) & neutral)]
    given_p += [spans(b) for b in found.blocks if b['type'] in ('head', 'opener', 'closer', 'other', 'label') and b is not own and spans(b) & paragraphs]
    put('paragraphs', [{at(b)} for b in blocks if b['type'] == 'p'], given_p)
    given_h = [spans(b) for b in found.blocks if b['type'] == 'head' and b is not own]
    put('heads', [{at(b)} for b in blocks if b['type'] == 'head' and b is not head], [s for s in given_h if s & heads or not s & paragraphs])
    put('items', [{(s, e) for s in (b['start'], label_start(blocks, b)) for e in (b['end'], own_end(blocks, b))}
                  for b in blocks if b['type'] == 'item' and not b.get('more')],
        [{(s, e) for s in align.at(b['start']) for x in (b['end'], own_end(found.blocks, b)) for e in align.at(x)}
         for b in found.blocks if b['type'] == 'item' and not b.get('more')])
    put('cells', [{at(b)} for b in blocks if b['type'] == 'cell' and not b.get('more')],
        [spans(b) for b in found.blocks if b['type'] == 'cell' and not b.get('more')])
    typed = lambda b: {(b['type'], *s) for s in spans(b)}  # noqa: E731
    put('letter parts', [{(b['type'], *at(b))} for b in blocks if b['type'] in PARTS], [typed(b) for b in found.blocks if b['type'] in PARTS])
    put('place/date', [{(b['type'], *at(b))} for b in gold['dateline_parts']], [typed(b) for b in found.spans])
    return out


def flagged_places(text, flags, align):
    """Each flag as (kind, start, end) in places of the gold text, widened to whole lines; and the notes that are asked about."""
    units, places, notes = text.encode('utf-16-le'), [], set()
    for flag in flags:
        start = len(units[:2 * flag['start']].decode('utf-16-le'))
        end = len(units[:2 * flag['end']].decode('utf-16-le'))
        line = text.rfind('\n', 0, start) + 1
        last = text.find('\n', end)
        a, b = len(squash(text[:line])), len(squash(text[:last if last >= 0 else len(text)]))
        places.append((flag['kind'], align.at(a)[0], align.at(b)[-1]))
        if flag['kind'] == 'note-call':
            notes.add(re.search(r'ote (\S+)', flag['ask']).group(1))
    return places, notes


def is_flagged(error, places, notes):
    row, start, end, note = error
    if row == 'calls':
        return note in notes
    touching = row == 'items'                              # the further lines of an item are flagged, not its first
    return any(kind in ABOUT[row] and (a < end and start < b or start <= a and b <= end or touching and a <= end and start <= b)
               for kind, a, b in places)


def main(gold_dir, tei_dir, flags_path):
    flags = json.load(open(flags_path, encoding='utf-8'))
    total, hit, missed = collections.Counter(), collections.Counter(), []
    for path in sorted(glob.glob(os.path.join(gold_dir, '*.gold.json'))):
        name = os.path.basename(path)[:-len('.gold.json')]
        gold, tei = json.load(open(path, encoding='utf-8')), os.path.join(tei_dir, name + '.xml')
        found = errors(gold, parse(tei)) if os.path.exists(tei) else [('title', 0, 1, None)]
        if not found:
            continue
        text = open(os.path.join(gold_dir, name + '.txt'), encoding='utf-8').read()
        places, notes = flagged_places(text, flags.get(name, []), score.Align(gold['text'], text))
        for error in found:
            total[error[0]] += 1
            if is_flagged(error, places, notes):
                hit[error[0]] += 1
            else:
                missed.append((name, error[0], squash(gold['text'])[error[1]:error[2]][:60]))
    n = sum(total.values())
    print('%d errors remain, %d of them flagged (%.0f %%)  %s' % (
        n, sum(hit.values()), 100 * sum(hit.values()) / n if n else 100, '  '.join('%s %d/%d' % (k, hit[k], total[k]) for k in sorted(total))))
    for miss in missed:
        print('  not flagged:', *miss)


if __name__ == '__main__':
    main(*sys.argv[2:])
