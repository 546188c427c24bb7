/** A bar at the bottom edge: what was found in the page, or how to cite what is selected. */

export const button = (label: string, press: () => void): HTMLButtonElement => {
  const element = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
  // A press must not take the selection away.
  element.addEventListener('pointerdown', (event) => event.preventDefault());
  element.addEventListener('click', press);
  return element;
};

/** Puts words on the clipboard, and says so on the button. */
export async function copy(words: string, from: HTMLButtonElement): Promise<void> {
  const label = from.textContent;
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const field = Object.assign(document.createElement('textarea'), { value: words });
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
  from.textContent = 'Copied';
  setTimeout(() => (from.textContent = label), 1500);
}

export class Bar {
  private readonly element = document.createElement('div');

  constructor() {
    this.element.className = 'bar';
    this.element.lang = 'en';
    this.element.setAttribute('role', 'region');
    this.element.setAttribute('aria-label', 'This passage');
    this.element.hidden = true;
    document.body.append(this.element);
  }

  show(words: string, ...buttons: readonly HTMLButtonElement[]): void {
    const said = document.createElement('p');
    said.textContent = words;
    said.setAttribute('role', 'status');
    this.element.replaceChildren(said, ...buttons);
    this.element.hidden = false;
  }

  hide(): void {
    this.element.hidden = true;
  }
}
