import { button } from './bar.ts';

/** Notes where there is no room next to their calls: the note itself, once in the page, is shown at the bottom edge, and never covers its call. */

/** From this width on, the style sheet sets notes next to their calls, where the browser can. */
const isWide = (): boolean => matchMedia('(min-width: 76rem)').matches && CSS.supports('anchor-name: --a');

let open: { readonly note: HTMLElement; readonly call: HTMLElement } | undefined;

export function closeNote(): void {
  if (!open) return;
  const { note, call } = open;
  open = undefined;
  const hadFocus = note.contains(document.activeElement);
  note.classList.remove('sheet');
  note.removeAttribute('tabindex');
  note.querySelector(':scope > .close')?.remove();
  document.body.style.removeProperty('padding-bottom');
  if (hadFocus) call.focus({ preventScroll: true });
}

function show(note: HTMLElement, call: HTMLElement): void {
  closeNote();
  open = { note, call };
  const close = button('Close', closeNote);
  close.className = 'close';
  close.lang = 'en';
  note.append(close);
  note.classList.add('sheet');
  note.tabIndex = -1;
  // So that a call on the last lines can be scrolled above the sheet.
  document.body.style.setProperty('padding-bottom', `${note.offsetHeight + 16}px`);
  const covered = call.getBoundingClientRect().bottom + 16 - note.getBoundingClientRect().top;
  if (covered > 0) scrollBy({ top: covered, behavior: 'instant' });
  note.focus({ preventScroll: true });
}

/** Makes the calls in an element open their notes. */
export function openNotesFrom(main: HTMLElement): void {
  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    const call = target.closest<HTMLAnchorElement>('a[role=doc-noteref]');
    if (!call && open && !open.note.contains(target)) closeNote();
    if (!call || !main.contains(call) || isWide() || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const note = document.getElementById(decodeURIComponent(call.hash.slice(1)));
    if (!note) return;
    event.preventDefault();
    show(note, call);
  });
  addEventListener('resize', () => {
    if (isWide()) closeNote();
  });
}
